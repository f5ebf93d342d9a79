import { ApiProperty } from '@nestjs/swagger';
import { confidentialities, retentions, type Confidentiality, type Retention } from '@property-office/contracts';
import type { ShownItem } from '../../persistence/read-items';

/** A record or a living file on the list. */
export class HandOverItemView {
  @ApiProperty({ format: 'uuid' })
  itemId!: string;

  @ApiProperty({ enum: ['record', 'living-file'] })
  kind!: string;

  @ApiProperty({ example: 'PM01-WS·2014-D10-KFB-0012', description: '档号；一户一档、一机一档为其编号' })
  number!: string;

  @ApiProperty({ type: String, nullable: true })
  title!: string | null;

  @ApiProperty({ type: String, enum: retentions, nullable: true, description: '保管期限' })
  retention!: Retention | null;

  @ApiProperty({ type: String, enum: confidentialities, nullable: true })
  confidentiality!: Confidentiality | null;

  @ApiProperty({ description: 'Of its files / 文件数' })
  files!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '移交时间' })
  handedOverAt!: string | null;
}

export function handOverItemView({ itemId, kind, number, title, retention, confidentiality, files, handedOverAt }: ShownItem): HandOverItemView {
  return { itemId, kind, number, title, retention, confidentiality, files, handedOverAt: handedOverAt?.toISOString() ?? null };
}
