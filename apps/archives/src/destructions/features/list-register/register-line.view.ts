import { ApiProperty } from '@nestjs/swagger';
import type { RegisteredLine } from '../../register/register';

export class RegisteredActView {
  @ApiProperty({ format: 'uuid' })
  by!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  for!: string | null;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class RegisteredWitnessView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  personId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  linkId!: string | null;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class RegisteredRecordView {
  @ApiProperty({ format: 'uuid' })
  recordId!: string;

  @ApiProperty()
  archiveNumber!: string;

  @ApiProperty()
  proof!: string;

  @ApiProperty({ type: [String], description: 'SHA-256 of what it held / 所含内容的摘要' })
  parts!: string[];
}

/** A line of the destruction register: ids alone, neither names nor titles. */
export class RegisterLineView {
  @ApiProperty({ description: '行号' })
  n!: number;

  @ApiProperty({ format: 'uuid' })
  destructionId!: string;

  @ApiProperty({ example: 'X-20261128-10001' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty()
  hash!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Hash of the line before / 上一行的摘要' })
  previous!: string | null;

  @ApiProperty({ type: RegisteredActView })
  applied!: RegisteredActView;

  @ApiProperty({ type: RegisteredActView })
  approved!: RegisteredActView;

  @ApiProperty({ type: [RegisteredWitnessView] })
  witnesses!: RegisteredWitnessView[];

  @ApiProperty({ type: RegisteredActView })
  carriedOut!: RegisteredActView;

  @ApiProperty({ type: String, nullable: true })
  method!: string | null;

  @ApiProperty({ type: [RegisteredRecordView], description: '您可以查看的档案 / Those that you may see' })
  records!: RegisteredRecordView[];
}

export function registerLineView({ hash, entry, visible }: RegisteredLine): RegisterLineView {
  const { n, destructionId, number, siteId, previous, applied, approved, witnesses, carriedOut, method, records } = entry;
  const seen = records.filter(({ recordId }) => visible.has(recordId)).map(({ recordId, archiveNumber, proof, parts }) => ({ recordId, archiveNumber, proof, parts }));
  return { n, destructionId, number, siteId, hash, previous, applied, approved, witnesses, carriedOut, method, records: seen };
}
