import { ApiProperty } from '@nestjs/swagger';
import { inAskedLanguage } from '@property-office/service-kit';
import { differenceKinds, findingNames } from '../domain/finding';
import type { Difference } from '../persistence/differences';

/** What differs from the catalogue, and what was said of it. */
export class DifferenceView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: differenceKinds })
  kind!: string;

  @ApiProperty({ example: '错架' })
  kindName!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  recordId!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'PM01-WS·2026-D30-KFB-0012' })
  archiveNumber!: string | null;

  @ApiProperty({ type: String, nullable: true })
  title!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '扫到的内容，没有对应档案 / What was scanned, where it is no record' })
  code!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '目录库位' })
  catalogueShelf!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '实际库位' })
  seenShelf!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '差异说明' })
  explanation!: string | null;

  @ApiProperty({ description: '办结时更正库位 / Its shelf is corrected as the stocktake closes' })
  correctShelf!: boolean;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '说明人' })
  explainedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  explainedAt!: string | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'Null: nobody has decided; false: returned / 已批准、已退回，未决定的为空' })
  approved!: boolean | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '批准人' })
  decidedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '退回原因 / Why it was returned' })
  reason!: string | null;
}

export function differenceView(difference: Difference): DifferenceView {
  const { id, kind, recordId, archiveNumber, title, code, catalogueShelf, seenShelf, explanation, explainedBy, approved, decidedBy, reason } = difference;
  return {
    id,
    kind,
    kindName: inAskedLanguage(findingNames[kind]),
    recordId,
    archiveNumber,
    title,
    code,
    catalogueShelf,
    seenShelf,
    explanation,
    correctShelf: difference.correctShelf ?? false,
    explainedBy,
    explainedAt: difference.explainedAt?.toISOString() ?? null,
    approved,
    decidedBy,
    decidedAt: difference.decidedAt?.toISOString() ?? null,
    reason,
  };
}
