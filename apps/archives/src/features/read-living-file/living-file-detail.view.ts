import { ApiProperty } from '@nestjs/swagger';
import type { Retention } from '@property-office/contracts';
import { recordYear } from '../../domain/archive-number';
import { volumeStandings, type VolumeStanding } from '../../domain/living-volumes';
import { lastYearKept } from '../../domain/retention';
import type { FixityAt } from '../../fixity/persistence/file-fixity';
import type { Volume } from '../../persistence/living-volumes';
import type { Entry, Ownership, StoredFile } from '../../persistence/read-living-files';
import { LivingFileView } from '../living-file.view';
import { CheckedFileView, checkedFileView } from '../read-record/record-file.view';

export class LivingFileEntryView {
  @ApiProperty({ description: '件号' })
  item!: number;

  @ApiProperty({ example: 'repair' })
  paper!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: String, nullable: true })
  sourceType!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  sourceId!: string | null;

  @ApiProperty({ type: [CheckedFileView] })
  files!: CheckedFileView[];

  @ApiProperty({ format: 'uuid' })
  filedBy!: string;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Null: not closed, or that came back / 卷号，未立卷或已退回为空' })
  volume!: number | null;
}

export class LivingVolumeView {
  @ApiProperty({ description: '卷号' })
  n!: number;

  @ApiProperty({ format: 'date-time', description: 'Of its ownership or device: retention runs from then / 产权或设备终止时间' })
  endedAt!: string;

  @ApiProperty({ description: '件数' })
  papers!: number;

  @ApiProperty({ enum: volumeStandings, description: 'Its record is found by the id of the living file as its source / 立卷后的去向' })
  standing!: VolumeStanding;

  @ApiProperty({ format: 'uuid', description: '立卷人' })
  closedBy!: string;

  @ApiProperty({ format: 'date-time' })
  closedAt!: string;
}

export class OwnershipView {
  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Retention runs from its end; null while it lasts, or for ever / 自产权结束起计算保管期限' })
  keptUntilYear!: number | null;
}

export class LivingFileDetailView extends LivingFileView {
  @ApiProperty({ type: [LivingFileEntryView], description: 'The latest five hundred / 最近五百件' })
  entries!: LivingFileEntryView[];

  @ApiProperty({ type: String, nullable: true, description: 'To who keeps the archives / 冻结原因，仅档案管理人员可见' })
  holdReason!: string | null;

  @ApiProperty({ type: [LivingVolumeView], description: 'What was closed of it, the last first / 已立各卷' })
  volumes!: LivingVolumeView[];

  @ApiProperty({ type: [OwnershipView], description: '历任产权期间' })
  ownerships!: OwnershipView[];

  @ApiProperty({ type: Number, nullable: true, description: 'Of a device: retention runs from the end of it; null while it is in service, or for ever / 自设备停用起计算保管期限' })
  deviceKeptUntilYear!: number | null;
}

export function entryView({ files, happenedAt, ...entry }: Entry, fixityAt: FixityAt): LivingFileEntryView {
  const checked = files.map((file, i) => checkedFileView({ position: i + 1, ...file }, fixityAt(i + 1, entry.item)));
  return { ...entry, files: checked, happenedAt: happenedAt.toISOString() };
}

export function volumeView({ endedAt, closedAt, ...volume }: Volume): LivingVolumeView {
  return { ...volume, endedAt: endedAt.toISOString(), closedAt: closedAt.toISOString() };
}

export function ownershipView({ from, until }: Ownership, retention: Retention): OwnershipView {
  return { from: from.toISOString(), until: until?.toISOString() ?? null, keptUntilYear: until && lastYearKept(recordYear(until), retention) };
}

export function deviceKeptUntil({ outOfServiceOn }: StoredFile, retention: Retention): number | null {
  return outOfServiceOn === null ? null : lastYearKept(Number(outOfServiceOn.slice(0, 4)), retention);
}
