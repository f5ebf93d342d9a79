import type { Deputyship, Principal, RoleGrant } from '@property-office/contracts';
import { DomainError, newId } from '@property-office/kernel';
import { accessCondition, actingRole, actorFor, mayAtAll, siteActedFrom, siteOfTie } from './index';

const [gardens, towers] = [newId(), newId()];

function person(...roles: RoleGrant[]): Principal {
  return {
    personId: newId(),
    accountId: newId(),
    sessionId: newId(),
    name: '王芳',
    roles,
    crews: [],
    homes: [],
  };
}

test('the act is done in the strongest of the roles it names (G1)', () => {
  const wang = person(
    { role: 'resident', siteId: gardens },
    { role: 'desk', siteId: gardens },
    { role: 'director', siteId: towers },
  );
  expect(actingRole(wang, 'tickets.cancelRepair', gardens)).toBe('desk');
  expect(actingRole(wang, 'tickets.cancelRepair', towers)).toBe('director');
  expect(actingRole(wang, 'directory.endMember', gardens)).toBe('resident');
  expect(actingRole(wang, 'tickets.cancelRepair', gardens, ['resident'])).toBe('resident');
});

test('a role of one site is none on another; a company-wide role counts everywhere', () => {
  const wang = person({ role: 'desk', siteId: gardens });
  expect(() => actingRole(wang, 'tickets.cancelRepair', towers)).toThrow(DomainError);
  expect(actingRole(person({ role: 'company', siteId: null }), 'tickets.readRepair', towers)).toBe('company');
});

test('the refusal names the roles in both languages', () => {
  try {
    actingRole(person({ role: 'clerk', siteId: gardens }), 'directory.createCrew', gardens);
    throw new Error('it was let through');
  } catch (error) {
    expect(error).toMatchObject({ code: 'role-may-not', spec: { kind: 'forbidden' } });
    expect((error as DomainError).detail('zh')).toContain('主任');
    expect((error as DomainError).detail('en')).toContain('director');
  }
});

test('before the object is known, a role anywhere lets in', () => {
  const wang = person({ role: 'desk', siteId: gardens });
  expect(mayAtAll(wang, 'tickets.cancelRepair')).toBe(true);
  expect(mayAtAll(wang, 'directory.createCrew')).toBe(false);
  expect(mayAtAll(person(), 'notifications.listInbox')).toBe(true);
  expect(mayAtAll(person(), 'tickets.readRepair')).toBe(true);
  expect(mayAtAll(person(), 'tickets.reportRepair')).toBe(false);
  expect(mayAtAll(person(), 'files.upload')).toBe(false);
});

describe('a deputy (G1)', () => {
  const director = newId();
  const deputy = (forDirector: RoleGrant[], ...own: RoleGrant[]): Principal => {
    const deputyships: Deputyship[] = [{ forPersonId: director, kind: 'approvals', roles: forDirector }];
    return { ...person(...own), deputyships };
  };
  const lent: RoleGrant = { role: 'director', siteId: gardens };

  test('may what the other person may, and the act says for whom', () => {
    const wang = deputy([lent], { role: 'clerk', siteId: gardens });
    expect(mayAtAll(wang, 'directory.createCrew')).toBe(true);
    expect(actorFor(wang, 'directory.createCrew', gardens)).toEqual({
      personId: wang.personId,
      role: 'director',
      forPersonId: director,
    });
    expect(() => actorFor(wang, 'directory.createCrew', towers)).toThrow(DomainError);
  });

  test('acts in their own name where a role of their own will do, unless told otherwise', () => {
    const wang = deputy([lent], { role: 'desk', siteId: gardens });
    expect(actorFor(wang, 'tickets.cancelRepair', gardens)).toEqual({ personId: wang.personId, role: 'desk' });
    expect(actorFor(wang, 'tickets.cancelRepair', gardens, ['director'])).toMatchObject({
      role: 'director',
      forPersonId: director,
    });
  });

  test('is not taken for a resident on what others reported', () => {
    const wang = deputy([lent], { role: 'resident', siteId: gardens });
    expect(actorFor(wang, 'tickets.cancelRepair', gardens)).toMatchObject({
      role: 'director',
      forPersonId: director,
    });
    expect(actingRole(wang, 'directory.endMember', gardens)).toBe('resident');
  });

  test('gets no power over people, and nothing that is the other person’s own', () => {
    const wang = deputy([lent, { role: 'technician', siteId: gardens }], { role: 'clerk', siteId: gardens });
    expect(mayAtAll(wang, 'directory.grantRole')).toBe(false);
    expect(mayAtAll(wang, 'directory.resetPassword')).toBe(false);
    expect(mayAtAll(wang, 'dispatch.acceptWorkOrder')).toBe(false);
  });

  test('sees the sites that the other person sees', () => {
    const target = { operation: 'tickets.readRepair', right: 'read', objectColumn: 'r.id', siteColumn: 'r.site_id' } as const;
    const keeper: RoleGrant = { role: 'operator', siteId: null };
    const { sql, params } = accessCondition(deputy([lent], keeper), target);
    expect({ sql: sql.startsWith('(((r.site_id = ANY($1::uuid[])) AND NOT EXISTS (SELECT 1 FROM object_shield'), site: params[0] }).toEqual({ sql: true, site: [gardens] });
    expect(accessCondition(deputy([], keeper), target)).toEqual({ sql: 'FALSE', params: [] });
  });

  test('of a site in their own sight asks no more than whoever is nobody’s deputy', () => {
    const target = { operation: 'tickets.readRepair', right: 'read', objectColumn: 'r.id', siteColumn: 'r.site_id' } as const;
    const own: RoleGrant = { role: 'desk', siteId: gardens };
    expect(accessCondition(deputy([lent], own), target)).toEqual(accessCondition(deputy([], own), target));
  });
});

test('a second person of another site acts in the role they hold there (G1)', () => {
  const [here, both, lead] = [
    person({ role: 'director', siteId: towers }),
    person({ role: 'desk', siteId: gardens }, { role: 'director', siteId: towers }),
    person({ role: 'desk-lead', siteId: towers }),
  ];
  expect([here, both, lead].map((each) => siteActedFrom(each, 'followups.recordOutcome', gardens))).toEqual([towers, gardens, gardens]);
  // Where it is tied to them, whatever they are here.
  expect([here, both, lead].map((each) => siteOfTie(each, 'followups.recordOutcome', gardens))).toEqual([towers, towers, gardens]);
});

test('so does the deputy of one, for them, and sees what they were given themselves, not their crew or home (G1)', () => {
  const standingInFor = (...sites: string[]): Principal => ({
    ...person({ role: 'technician', siteId: gardens }),
    crews: [newId()],
    deputyships: sites.map((siteId) => ({ forPersonId: newId(), kind: 'approvals', roles: [{ role: 'director', siteId }] })),
  });
  const [there, everywhere, none] = [standingInFor(towers), standingInFor(gardens, towers), standingInFor()];
  expect([there, everywhere, none].map((each) => siteOfTie(each, 'followups.recordOutcome', gardens))).toEqual([towers, towers, gardens]);
  expect(actorFor(there, 'followups.recordOutcome', towers)).toEqual({ personId: there.personId, role: 'director', forPersonId: there.deputyships![0]!.forPersonId });
  const target = { operation: 'followups.recordOutcome', right: 'act', objectColumn: 'f.id', siteColumn: 'f.site_id' } as const;
  expect(accessCondition(there, target).params).toEqual([[towers], [`person:${there.personId}`], ['act'], [`person:${there.deputyships![0]!.forPersonId}`]]);
  expect(accessCondition(none, target)).toEqual({ sql: 'FALSE', params: [] });
});
