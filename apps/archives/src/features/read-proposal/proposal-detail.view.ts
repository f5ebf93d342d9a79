import { ApiProperty } from '@nestjs/swagger';
import { ProposalView } from '../proposal.view';

export class ProposedFileView {
  @ApiProperty()
  name!: string;

  @ApiProperty()
  mediaType!: string;

  @ApiProperty()
  sha256!: string;
}

export class DuplicateView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '无权查看的档案不列出 / Null of a record they may not see' })
  recordId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  archiveNumber!: string | null;

  @ApiProperty({ enum: ['content', 'document-number'], description: '内容相同、文号相同' })
  because!: 'content' | 'document-number';
}

export class ProposalDetailView extends ProposalView {
  @ApiProperty({ type: Number, nullable: true, description: 'As counted of its paper and files; another number than `pages` was stated by somebody / 按文件计的页数' })
  pagesCounted!: number | null;

  @ApiProperty({ type: String, nullable: true, description: '责任者' })
  responsibleParty!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '文号' })
  documentNumber!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '定稿正文' })
  text!: string | null;

  @ApiProperty({ description: 'Steps of how it was handled / 办理过程步数' })
  steps!: number;

  @ApiProperty({ type: [ProposedFileView] })
  files!: ProposedFileView[];

  @ApiProperty({ description: 'Its source and each of its files are there / 内容完整' })
  complete!: boolean;

  @ApiProperty({ type: [DuplicateView], description: 'Records that hold the same / 可能重复的档案' })
  duplicates!: DuplicateView[];
}
