import { ApiProperty } from '@nestjs/swagger';
import { registerDirections, type RegisterDirection } from '@property-office/contracts';
import type { DocumentHit } from '../../persistence/search-documents';

export class PassageView {
  @ApiProperty({ enum: ['body', 'attachment'], description: '正文或附件' })
  kind!: 'body' | 'attachment';

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  attachmentId!: string | null;

  @ApiProperty({ description: 'Some words around what was searched / 命中内容摘录' })
  excerpt!: string;
}

/** A document that was found, and where. */
export class DocumentHitView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: registerDirections, description: '收文或发文' })
  direction!: RegisterDirection;

  @ApiProperty({ example: '收文〔2026〕17号' })
  number!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ example: 'filed' })
  status!: string;

  @ApiProperty({ type: [PassageView], description: 'None: it was found by its title, number, sender or recipients / 空：命中标题、编号或单位' })
  passages!: PassageView[];

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;
}

export function documentHitView({ id, direction, number, title, siteId, status, passages, recordedAt }: DocumentHit): DocumentHitView {
  return { id, direction, number, title, siteId, status, passages, recordedAt: recordedAt.toISOString() };
}
