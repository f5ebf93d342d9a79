import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { skills, type Principal, type Skill } from '@property-office/contracts';
import { maskName } from '@property-office/kernel';
import { Acting, Id, OneOf, Operation, PageQuery } from '@property-office/service-kit';
import { disclosureOf } from '../../acting/disclosure';
import { ReadCrews } from '../../persistence/read-crews';
import { CrewView, crewView } from '../crew.view';

export class ListCrewsQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(skills, { label: { zh: '工种', en: 'skill' }, optional: true })
  skill?: Skill;
}

export class CrewMemberView {
  @ApiProperty({ format: 'uuid' })
  membershipId!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ description: 'Masked for roles that need not know' })
  name!: string;

  @ApiProperty({ description: 'Leads the crew / 班长' })
  lead!: boolean;
}

export class CrewWithMembersView extends CrewView {
  @ApiProperty({ type: [CrewMemberView], description: 'Who belongs to it today' })
  members!: CrewMemberView[];
}

export class CrewPage {
  @ApiProperty({ type: [CrewWithMembersView] })
  items!: CrewWithMembersView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/crews')
export class ListCrewsController {
  constructor(private readonly crews: ReadCrews) {}

  @Get()
  @Operation('directory.listCrews', {
    summary: { zh: '班组列表', en: 'List crews' },
    ok: 200,
    okBody: CrewPage,
  })
  async list(@Query() query: ListCrewsQuery, @Acting() principal: Principal): Promise<CrewPage> {
    const { items, nextCursor } = await this.crews.page(principal, query);
    const members = await this.crews.membersToday(items);
    const views = items.map((crew) => ({
      ...crewView(crew),
      members: members
        .filter(({ crewId }) => crewId === crew.id)
        .map(({ membershipId, personId, name, lead }) => {
          const masked = disclosureOf(principal, personId, [crew.siteId]) === 'masked';
          return { membershipId, personId, name: masked ? maskName(name) : name, lead };
        }),
    }));
    return { items: views, nextCursor };
  }
}
