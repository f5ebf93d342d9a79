import { ApiProperty } from '@nestjs/swagger';
import { delegationKinds, roles, type DelegationKind, type Role } from '@property-office/contracts';
import { NameView } from './name.dto';

export class HeldRoleView {
  @ApiProperty({ enum: roles })
  role!: Role;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: on every site' })
  siteId!: string | null;
}

export class KnownSiteView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: NameView })
  name!: NameView;

  @ApiProperty({ example: 'Asia/Shanghai' })
  timeZone!: string;
}

export class OwnHomeView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ type: NameView, description: '3栋2单元501' })
  label!: NameView;
}

export class OwnCrewView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ type: NameView })
  name!: NameView;
}

/** Whose work the person may do today, as their deputy (G1). */
export class DeputyshipView {
  @ApiProperty({ format: 'uuid' })
  forPersonId!: string;

  @ApiProperty()
  forName!: string;

  @ApiProperty({ enum: delegationKinds })
  kind!: DelegationKind;

  @ApiProperty({ type: [HeldRoleView] })
  roles!: HeldRoleView[];
}

/** Who is signed in, and what they are today. */
export class CurrentPrincipalView {
  @ApiProperty({ format: 'uuid', description: 'Of the person' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'uuid' })
  accountId!: string;

  @ApiProperty({ format: 'uuid' })
  sessionId!: string;

  @ApiProperty({ type: [HeldRoleView] })
  roles!: HeldRoleView[];

  @ApiProperty({ type: [KnownSiteView], description: 'Sites the roles reach; at most 100' })
  sites!: KnownSiteView[];

  @ApiProperty({ type: [OwnCrewView] })
  crews!: OwnCrewView[];

  @ApiProperty({ type: [OwnHomeView] })
  homes!: OwnHomeView[];

  @ApiProperty({ type: [DeputyshipView] })
  deputyships!: DeputyshipView[];
}
