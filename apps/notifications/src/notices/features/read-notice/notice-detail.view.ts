import { ApiProperty } from '@nestjs/swagger';
import type { AttachmentLink } from '@property-office/access';
import { PromiseView } from '@property-office/deadlines';
import { ApprovalLinkView } from '../approval-link.view';
import { ReadNoticeView } from '../read-notice.view';

/** Good for five minutes, for whoever has it. */
export class NoticeFileView implements AttachmentLink {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'SHA-256 of its bytes, part of what is approved / 文件校验值' })
  sha256!: string;

  @ApiProperty({ format: 'uri-reference' })
  url!: string;

  @ApiProperty({ format: 'uri-reference' })
  thumbnailUrl!: string;
}

/** One notice, with what only its own page needs. */
export class NoticeDetailView extends ReadNoticeView {
  @ApiProperty({ type: [NoticeFileView] })
  attachments!: NoticeFileView[];

  @ApiProperty({ type: [PromiseView], description: 'Approval, or review after the night; for the staff / 审核、夜间复核时限，仅工作人员可见' })
  promises!: PromiseView[];

  @ApiProperty({ type: [ApprovalLinkView], description: 'Who from elsewhere may decide or has decided, and by whose link; for the staff / 外部审核人及出具人，仅工作人员可见' })
  approvalLinks!: ApprovalLinkView[];
}
