import { ApiProperty } from '@nestjs/swagger';
import { roles } from '@property-office/contracts';
import { belongingKinds, type Belonging, type BelongingKind, type Belongings } from '../../persistence/read-belongings';

export class BelongingView {
  @ApiProperty({ enum: belongingKinds })
  kind!: BelongingKind;

  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  siteId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  otherPersonId!: string | null;

  @ApiProperty({ type: String, enum: roles, nullable: true })
  role!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  crewId!: string | null;

  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until!: string | null;
}

export class BelongingsView {
  @ApiProperty({ type: [BelongingView] })
  items!: BelongingView[];

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Who answers until each has a new owner; null: the company / 交接完成前由谁负责',
  })
  meanwhilePersonId!: string | null;
}

export function belongingsView({ items, meanwhileId }: Belongings, inSight: (siteId: string | null) => boolean): BelongingsView {
  return { items: items.filter(({ siteId }) => siteId === null || inSight(siteId)).map(belongingView), meanwhilePersonId: meanwhileId };
}

function belongingView({ from, until, ...rest }: Belonging): BelongingView {
  return { ...rest, from: from.toISOString(), until: until?.toISOString() ?? null };
}
