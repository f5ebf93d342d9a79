import { ApiProperty } from '@nestjs/swagger';
import type { AttachmentLink } from '@property-office/access';
import { PromiseView } from '@property-office/deadlines';
import { GoesOnView, RepairNameView, RepairRequestView } from '../repair-request.view';

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

/** As a list names it, and how it stands. */
export class MergedIntoView extends GoesOnView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
}

/** One repair request, with what only its own page needs. */
export class RepairRequestDetailView extends RepairRequestView {
  @ApiProperty({ type: [AttachmentLinkView] })
  attachments!: AttachmentLinkView[];

  @ApiProperty({ type: MergedIntoView, nullable: true, description: '并入了哪条报修，它现在的状态 / The request that goes on for this one, and how it stands' })
  override mergedInto!: MergedIntoView | null;

  @ApiProperty({ type: [RepairNameView], description: '并入此单的报修 / Other reports merged into it' })
  doubles!: RepairNameView[];

  @ApiProperty({ type: [PromiseView], description: 'What was promised for this episode, and how it stands / 本轮承诺' })
  promises!: PromiseView[];
}
