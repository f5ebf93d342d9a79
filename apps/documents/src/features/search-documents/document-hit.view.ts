import { ApiProperty } from '@nestjs/swagger';
import { registerDirections, type RegisterDirection } from '@property-office/contracts';
import { foundKinds, type FoundKind } from '../../domain/found-kinds';
import { textKinds, type TextKind } from '../../persistence/document-texts';
import type { DocumentHit } from '../../persistence/search-documents';

export class PassageView {
  @ApiProperty({ enum: textKinds, description: '正文、办理意见或附件' })
  kind!: TextKind;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  attachmentId!: string | null;

  @ApiProperty({ description: 'Some words around what was searched / 命中内容摘录' })
  excerpt!: string;
}

/** A paper that was found, and where. */
export class DocumentHitView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: foundKinds, description: '收文、发文、上级指示或邮件' })
  kind!: FoundKind;

  @ApiProperty({ type: String, enum: [...registerDirections, null], nullable: true, description: 'Null for what is in no register / 收文或发文' })
  direction!: RegisterDirection | null;

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

export function documentHitView({ id, kind, direction, number, title, siteId, status, passages, recordedAt }: DocumentHit): DocumentHitView {
  return { id, kind, direction, number, title, siteId, status, passages, recordedAt: recordedAt.toISOString() };
}
