import { ApiProperty } from '@nestjs/swagger';
import { retentions, type Retention } from '@property-office/contracts';
import { inAskedLanguage } from '@property-office/service-kit';
import { retentionNames } from '../../domain/retention';
import type { ShownRecord } from '../persistence/read-lists';

/** A record as lists of appraisal and destruction show it. */
export class ListedRecordView {
  @ApiProperty({ format: 'uuid' })
  recordId!: string;

  @ApiProperty({ example: 'PM01-WS·2014-D10-KFB-0012' })
  archiveNumber!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ example: 'WS', description: '门类' })
  category!: string;

  @ApiProperty({ description: '年度' })
  year!: number;

  @ApiProperty({ enum: retentions, description: '保管期限' })
  retention!: Retention;

  @ApiProperty({ example: '10年' })
  retentionName!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Null: for ever / 保管至该年年底，永久的为空' })
  keptUntilYear!: number | null;

  @ApiProperty({ description: '载体 / Carrier' })
  carrier!: string;

  @ApiProperty({ description: 'A legal hold is set / 已冻结' })
  held!: boolean;
}

export function listedRecordView({ recordId, archiveNumber, title, category, year, retention, keptUntilYear, carrier, held }: ShownRecord): ListedRecordView {
  return { recordId, archiveNumber, title, category, year, retention, retentionName: inAskedLanguage(retentionNames[retention]), keptUntilYear, carrier, held };
}
