import { ApiProperty } from '@nestjs/swagger';
import { confidentialities, type Confidentiality } from '@property-office/contracts';
import { carriers, type Carrier } from '../../domain/carriers';
import type { Viewed } from '../../persistence/access-log';
import type { PastRemark } from '../../persistence/remarks';
import type { PastDescription, PastHold, PastShelf } from '../../persistence/read-history';

export class PastDescriptionView {
  @ApiProperty()
  description!: number;

  @ApiProperty({ type: String, nullable: true, description: 'Null of the first one / 更正原因' })
  reason!: string | null;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  responsibleParty!: string;

  @ApiProperty({ type: String, nullable: true })
  documentNumber!: string | null;

  @ApiProperty({ format: 'date-time' })
  datedAt!: string;

  @ApiProperty({ type: Number, nullable: true })
  pages!: number | null;

  @ApiProperty()
  copies!: number;

  @ApiProperty({ enum: carriers })
  carrier!: Carrier;

  @ApiProperty({ enum: confidentialities })
  confidentiality!: Confidentiality;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  confidentialUntil!: string | null;

  @ApiProperty({ type: [String] })
  keywords!: string[];

  @ApiProperty({ type: String, nullable: true })
  remarks!: string | null;

  @ApiProperty({ format: 'uuid' })
  by!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '代理何人' })
  byFor!: string | null;

  @ApiProperty({ example: 'clerk' })
  as!: string;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;
}

export class PastHoldView {
  @ApiProperty()
  held!: boolean;

  @ApiProperty()
  reason!: string;

  @ApiProperty({ format: 'uuid' })
  by!: string;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;
}

export class PastShelfView {
  @ApiProperty()
  shelf!: string;

  @ApiProperty({ format: 'uuid' })
  by!: string;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;
}

export class PastRemarkView {
  @ApiProperty()
  remark!: string;

  @ApiProperty({ example: 'L-20261128-10001', description: 'Of the loan it came back from / 归还验收时发现' })
  loanNumber!: string;

  @ApiProperty({ format: 'uuid' })
  by!: string;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;
}

export class RecordViewedView {
  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  role!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  forPersonId!: string | null;

  @ApiProperty({ example: 'archives.readRecord' })
  operation!: string;
}

export class RecordHistoryView {
  @ApiProperty({ type: [PastDescriptionView], description: '著录版本' })
  descriptions!: PastDescriptionView[];

  @ApiProperty({ type: [PastHoldView], description: '冻结与解除' })
  holds!: PastHoldView[];

  @ApiProperty({ type: [PastShelfView], description: '库位变动' })
  shelves!: PastShelfView[];

  @ApiProperty({ type: [PastRemarkView], description: 'What was found when it came back / 归还验收附注' })
  remarks!: PastRemarkView[];

  @ApiProperty({ type: [RecordViewedView], description: 'The last hundred times / 最近一百次查看' })
  views!: RecordViewedView[];
}

interface History {
  descriptions: PastDescription[];
  holds: PastHold[];
  shelves: PastShelf[];
  remarks: PastRemark[];
  views: Viewed[];
}

export function recordHistoryView({ descriptions, holds, shelves, remarks, views }: History): RecordHistoryView {
  const done = <T extends { happenedAt: Date }>(each: T) => ({ ...each, happenedAt: each.happenedAt.toISOString() });
  return {
    descriptions: descriptions.map((each) => ({ ...done(each), datedAt: each.datedAt.toISOString(), confidentialUntil: each.confidentialUntil?.toISOString() ?? null })),
    holds: holds.map(done),
    shelves: shelves.map(done),
    remarks: remarks.map(done),
    views: views.map(({ at, personId, role, forPersonId, operation }) => ({ at: at.toISOString(), personId, role, forPersonId, operation })),
  };
}
