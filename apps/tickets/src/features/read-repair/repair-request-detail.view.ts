import { ApiProperty } from '@nestjs/swagger';
import type { AttachmentLink } from '@property-office/access';
import { PromiseView } from '@property-office/deadlines';
import { RepairRequestView } from '../repair-request.view';

/** Good for five minutes, for whoever has it. */
export class AttachmentLinkView implements AttachmentLink {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uri-reference' })
  url!: string;

  @ApiProperty({
    format: 'uri-reference',
    description: '图片的缩略图；PDF 没有 / Preview of an image; 404 for a PDF',
  })
  thumbnailUrl!: string;
}

/** One repair request, with what only its own page needs. */
export class RepairRequestDetailView extends RepairRequestView {
  @ApiProperty({ type: [AttachmentLinkView] })
  attachments!: AttachmentLinkView[];

  @ApiProperty({ type: [PromiseView], description: 'What was promised for this episode, and how it stands / 本轮承诺' })
  promises!: PromiseView[];
}
