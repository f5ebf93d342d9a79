import { delegationKinds, roles as allRoles, type AskedPrincipal, type DelegationKind, type Principal, type Role, type RoleGrant } from '@property-office/contracts';
import { Id, Ids, Nested, NestedList, OneOf } from '@property-office/service-kit';

export class AskedGrantDto {
  @OneOf(allRoles, { label: { zh: '角色', en: 'role' } })
  role!: Role;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;
}

export class AskedDeputyshipDto {
  @Id({ label: { zh: '被代理人', en: 'person who is away' } })
  forPersonId!: string;

  @OneOf(delegationKinds, { label: { zh: '代理事项', en: 'kind of delegation' } })
  kind!: DelegationKind;

  @NestedList(() => AskedGrantDto, { label: { zh: '角色', en: 'roles' }, max: 500 })
  roles!: AskedGrantDto[];

  @Ids({ label: { zh: '班组', en: 'crews' }, max: 200, optional: true })
  crews?: string[];
}

/** Somebody in whose name another service asks. */
export class AskedPrincipalDto implements AskedPrincipal {
  @Id({ label: { zh: '人员', en: 'person' } })
  personId!: string;

  @NestedList(() => AskedGrantDto, { label: { zh: '角色', en: 'roles' }, max: 500 })
  roles!: AskedGrantDto[];

  @NestedList(() => AskedDeputyshipDto, { label: { zh: '代理', en: 'deputyships' }, max: 100, optional: true })
  deputyships?: AskedDeputyshipDto[];

  @Ids({ label: { zh: '班组', en: 'crews' }, max: 200 })
  crews!: string[];

  @Ids({ label: { zh: '房屋', en: 'homes' }, max: 500 })
  homes!: string[];
}

/** What several services are asked by directory (`…BelongingsPath`). */
export class BelongingsDto {
  @Id({ label: { zh: '人员', en: 'person' } })
  personId!: string;

  @Nested(() => AskedPrincipalDto, { label: { zh: '查看人', en: 'reader' } })
  reader!: AskedPrincipalDto;
}

/** Whoever asks, for another service. What is not there is left out: a process of 0.1.0 knows no deputyships (`askedAsBefore`). */
export function askedPrincipal({ personId, crews, homes, roles, deputyships = [] }: Principal): AskedPrincipal {
  const lent = deputyships.map(({ forPersonId, kind, roles: theirs, crews: theirCrews = [] }) => ({
    forPersonId,
    kind,
    roles: asked(theirs),
    ...(theirCrews.length > 0 && { crews: theirCrews }),
  }));
  return { personId, crews, homes, roles: asked(roles), ...(lent.length > 0 && { deputyships: lent }) };
}

/**
 * The same question without what a process of 0.1.0 refuses, which looks at the names of fields first: complaints knows no
 * deputyships there, and documents none with crews. It is answered as 0.1.0 always answered, by what the person holds
 * themselves, so that while processes roll whoever is somebody's deputy is not refused. Gone with 0.1.0: once a release that
 * knows them is the one before.
 * @param refusal the problem that was answered
 * @returns undefined where it was refused for anything else
 */
export function askedAsBefore(body: object, refusal: string): object | undefined {
  const { principal } = body as { principal?: AskedPrincipal };
  if (!principal?.deputyships?.length) return undefined;
  const refused = pointersOf(refusal);
  const { deputyships, ...rest } = principal;
  if (refused.includes('/principal/deputyships')) return { ...body, principal: rest };
  if (!refused.some((pointer) => /^\/principal\/deputyships\/\d+\/crews$/.test(pointer))) return undefined;
  const withoutCrews = deputyships.map(({ forPersonId, kind, roles }) => ({ forPersonId, kind, roles }));
  return { ...body, principal: { ...rest, deputyships: withoutCrews } };
}

function pointersOf(refusal: string): string[] {
  try {
    const { errors = [] } = JSON.parse(refusal) as { errors?: Array<{ pointer?: string }> };
    return errors.flatMap(({ pointer }) => pointer ?? []);
  } catch {
    // No problem of ours: who asked is told what it says.
    return [];
  }
}

/** The one another service asks for, with the rights they have there. */
export function principalAsked({ roles, deputyships = [], ...rest }: AskedPrincipal): Principal {
  const lent = deputyships.map((each) => ({ ...each, roles: granted(each.roles) }));
  return { ...rest, roles: granted(roles), deputyships: lent, accountId: '', sessionId: '', name: '' };
}

const asked = (grants: readonly RoleGrant[]): AskedPrincipal['roles'] => grants.map(({ role, siteId }) => ({ role, ...(siteId !== null && { siteId }) }));
const granted = (grants: AskedPrincipal['roles']): RoleGrant[] => grants.map(({ role, siteId }) => ({ role, siteId: siteId ?? null }));
