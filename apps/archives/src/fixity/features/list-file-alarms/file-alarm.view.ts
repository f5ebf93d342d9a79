import { ApiProperty } from '@nestjs/swagger';
import { contentDamages, type ContentDamage } from '@property-office/contracts';
import type { StoredAlarm } from '../../persistence/read-file-alarms';

const ends = ['restored', 'destroyed'] as const;

export class FileAlarmView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: of a living file, or you may not know of the record / 一户一档、一机一档的文件，或无权知悉该档案的为空' })
  recordId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '档号' })
  archiveNumber!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: of a record, or you may not know of the living file / 一户一档、一机一档；档案的文件，或无权知悉的为空' })
  livingFileId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Of the home or device / 房屋或设备编号' })
  code!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Which paper of a living file / 件号' })
  item!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: '文件序号' })
  position!: number | null;

  @ApiProperty({ description: 'By which it is restored / 恢复时使用' })
  sha256!: string;

  @ApiProperty({ enum: contentDamages, description: '损坏、缺失' })
  found!: ContentDamage;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was last found whole before / 此前最近一次校验完好的时间' })
  lastWholeAt!: string | null;

  @ApiProperty({ format: 'date-time', description: '发现时间' })
  raisedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: it is not served / 为空表示仍停止提供' })
  endedAt!: string | null;

  @ApiProperty({ type: String, enum: ends, nullable: true, description: '已恢复、随档案销毁' })
  ended!: (typeof ends)[number] | null;
}

export function fileAlarmView({ id, siteId, file, sha256, found, wholeAt, recordedAt, endedAt, ended }: StoredAlarm): FileAlarmView {
  return {
    id,
    siteId,
    recordId: file?.recordId ?? null,
    archiveNumber: file?.archiveNumber ?? null,
    livingFileId: file?.livingFileId ?? null,
    code: file?.code ?? null,
    item: file?.item ?? null,
    position: file?.position ?? null,
    sha256,
    found,
    lastWholeAt: wholeAt?.toISOString() ?? null,
    raisedAt: recordedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    ended,
  };
}
