import { roles as allRoles, type CaseVisibilityAsked, type Principal, type Role } from '@property-office/contracts';
import { Id, Ids, Nested, NestedList, OneOf } from '@property-office/service-kit';

export class GrantAskedDto {
  @OneOf(allRoles, { label: { zh: '角色', en: 'role' } })
  role!: Role;

  /** Left out: on every site. */
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;
}

export class PrincipalAskedDto {
  @Id({ label: { zh: '人员', en: 'person' } })
  personId!: string;

  @NestedList(() => GrantAskedDto, { label: { zh: '角色', en: 'roles' }, max: 500 })
  roles!: GrantAskedDto[];

  @Ids({ label: { zh: '班组', en: 'crews' }, max: 200 })
  crews!: string[];

  @Ids({ label: { zh: '房屋', en: 'homes' }, max: 500 })
  homes!: string[];
}

/** Whoever another service asks for: whose deputy they are does not count there. */
export function principalOf({ roles, ...asked }: PrincipalAskedDto): Principal {
  const held = roles.map(({ role, siteId }) => ({ role, siteId: siteId ?? null }));
  return { ...asked, roles: held, accountId: '', sessionId: '', name: '' };
}

export class VisibilityDto implements CaseVisibilityAsked {
  @Id({ label: { zh: '案件', en: 'case' } })
  caseId!: string;

  @Nested(() => PrincipalAskedDto, { label: { zh: '查看人', en: 'reader' } })
  principal!: PrincipalAskedDto;
}
