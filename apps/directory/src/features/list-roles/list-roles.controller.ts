import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Id, OneOf, Operation } from '@property-office/service-kit';
import { grantableRoles, type GrantableRole } from '../../domain/role-authority';
import { ReadRoles } from '../../persistence/read-roles';
import { RoleGrantView, roleGrantView } from '../role.view';

export class ListRolesQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Id({ label: { zh: '人员', en: 'person' }, optional: true })
  personId?: string;

  @OneOf(grantableRoles, { label: { zh: '角色', en: 'role' }, optional: true })
  role?: GrantableRole;
}

export class RoleGrants {
  @ApiProperty({ type: [RoleGrantView], description: 'Held today or to come, at most 500' })
  items!: RoleGrantView[];
}

@Controller('api/role-grants')
export class ListRolesController {
  constructor(private readonly roles: ReadRoles) {}

  @Get()
  @Operation('directory.listRoles', {
    summary: { zh: '角色列表', en: 'Who holds which role' },
    ok: 200,
    okBody: RoleGrants,
  })
  async list(@Query() query: ListRolesQuery, @Acting() principal: Principal): Promise<RoleGrants> {
    return { items: (await this.roles.held(principal, query)).map(roleGrantView) };
  }
}
