import { ApiProperty } from '@nestjs/swagger';
import type { FileFixity } from '../../fixity/persistence/file-fixity';

export class RecordFileView {
  @ApiProperty({ description: 'By which it is opened / 文件序号' })
  position!: number;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  mediaType!: string;

  @ApiProperty()
  sha256!: string;
}

/** A file of a record or living file, with what the rolling check knows of it. */
export class CheckedFileView extends RecordFileView {
  @ApiProperty({ description: 'Found damaged or missing: it is not handed out until it is restored / 已损坏或缺失，恢复前停止提供' })
  quarantined!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When its bytes were last found whole; null: not looked at yet / 最近一次校验完好的时间' })
  lastWholeAt!: string | null;
}

export function checkedFileView({ position, name, mediaType, sha256 }: RecordFileView, { quarantined, wholeAt }: FileFixity): CheckedFileView {
  return { position, name, mediaType, sha256, quarantined, lastWholeAt: wholeAt?.toISOString() ?? null };
}
