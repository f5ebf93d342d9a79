import { ApiProperty } from '@nestjs/swagger';
import { roles, tieKinds, type Role, type TieKind } from '@property-office/contracts';
import type { Standing } from '../../persistence/read-standing';
import { NameView } from '../name.dto';

export class PersonTieView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  homeId!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ type: NameView })
  label!: NameView;

  @ApiProperty({ enum: tieKinds })
  kind!: TieKind;

  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until!: string | null;
}

export class PersonRoleView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: roles })
  role!: Role;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: in the whole company' })
  siteId!: string | null;

  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until!: string | null;
}

export class PersonCrewView {
  @ApiProperty({ format: 'uuid', description: 'Of the membership' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  crewId!: string;

  @ApiProperty({ type: NameView })
  name!: NameView;

  @ApiProperty()
  lead!: boolean;

  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until!: string | null;
}

export class PersonAccountView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  login!: string;
}

/** What a person is to the office, past and future included. */
export class StandingView {
  @ApiProperty({ type: [PersonTieView] })
  ties!: PersonTieView[];

  @ApiProperty({ type: [PersonRoleView] })
  roles!: PersonRoleView[];

  @ApiProperty({ type: [PersonCrewView] })
  crews!: PersonCrewView[];

  @ApiProperty({ type: PersonAccountView, nullable: true })
  account!: PersonAccountView | null;
}

/** @param siteInSight what belongs to a site the principal does not see is left out */
export function standingView(
  standing: Standing,
  siteInSight: (siteId: string | null) => boolean,
): StandingView {
  const span = ({ from, until }: { from: Date; until: Date | null }) => ({
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
  });
  const { ties, roles: held, crews, account } = standing;
  return {
    ties: ties
      .filter(({ siteId }) => siteInSight(siteId))
      .map(({ id, homeId, siteId, label, labelEn, kind, ...rest }) => ({
        id,
        homeId,
        siteId,
        label: { zh: label, en: labelEn },
        kind,
        ...span(rest),
      })),
    roles: held
      .filter(({ siteId }) => siteInSight(siteId))
      .map(({ id, role, siteId, ...rest }) => ({ id, role, siteId, ...span(rest) })),
    crews: crews
      .filter(({ siteId }) => siteInSight(siteId))
      .map(({ id, crewId, nameZh, nameEn, lead, ...rest }) => ({
        id,
        crewId,
        name: { zh: nameZh, en: nameEn },
        lead,
        ...span(rest),
      })),
    account,
  };
}
