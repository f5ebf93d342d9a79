import { ApiProperty } from '@nestjs/swagger';
import { crewKinds, skills, type CrewKind, type Skill } from '@property-office/contracts';
import type { Crew } from '../persistence/crew.entity';
import type { CrewMembership } from '../persistence/crew-membership.entity';
import { NameView } from './name.dto';

export class CrewView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: crewKinds })
  kind!: CrewKind;

  @ApiProperty()
  code!: string;

  @ApiProperty({ type: NameView })
  name!: NameView;

  @ApiProperty({ enum: skills, isArray: true })
  skills!: Skill[];

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export class CrewMembershipView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  crewId!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ description: 'Leads the crew / 班长' })
  lead!: boolean;

  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: open' })
  until!: string | null;

  @ApiProperty()
  version!: number;
}

export function crewView({
  id,
  siteId,
  kind,
  code,
  nameZh,
  nameEn,
  skills: trades,
  version,
}: Crew): CrewView {
  return { id, siteId, kind, code, name: { zh: nameZh, en: nameEn }, skills: trades, version };
}

export function crewMembershipView({
  id,
  crewId,
  personId,
  lead,
  from,
  until,
  version,
}: CrewMembership): CrewMembershipView {
  return {
    id,
    crewId,
    personId,
    lead,
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
    version,
  };
}
