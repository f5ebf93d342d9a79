import { ApiProperty } from '@nestjs/swagger';
import { roles, workKinds, type WorkInHand, type WorkKind } from '@property-office/contracts';
import { belongingKinds, type Belonging, type BelongingKind, type Belongings } from '../../persistence/read-belongings';

export class BelongingView {
  @ApiProperty({ enum: [...belongingKinds, ...workKinds] })
  kind!: BelongingKind | WorkKind;

  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, description: '业务编号；任务为其所属投诉或公告的编号 / Of what has one; of a task that of its complaint or notice' })
  number!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  siteId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  otherPersonId!: string | null;

  @ApiProperty({ type: String, enum: roles, nullable: true })
  role!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  crewId!: string | null;

  @ApiProperty({
    format: 'date-time',
    description: '自何时起有待办或由其负责；电话转告、邮件和文印任务为最近变更时间 / Since when there is something to do, or it has been theirs; of a phone note, mail and a print job when it was last changed',
  })
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

export function belongingsView({ items, meanwhileId }: Belongings, work: readonly WorkInHand[], inSight: (siteId: string | null) => boolean): BelongingsView {
  const all = [...items.map(belongingView), ...work.map(workView)];
  return { items: all.filter(({ siteId }) => siteId === null || inSight(siteId)), meanwhilePersonId: meanwhileId };
}

function belongingView({ from, until, ...rest }: Belonging): BelongingView {
  return { ...rest, number: null, from: from.toISOString(), until: until?.toISOString() ?? null };
}

function workView(work: WorkInHand): BelongingView {
  return { ...work, otherPersonId: null, role: null, crewId: null, until: null };
}
