import type { Principal, RoleGrant } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { appRole, Database, databaseUrlFor, prepareDatabase, type ServiceSchema } from '@property-office/persistence';
import { patientLimits, testDatabase, type TestDatabase } from '@property-office/testing';
import type { QueryRunner } from 'typeorm';
import { accessCondition, accessMigrations, grantAccess, keepAccess, reachCondition, revokeAccess, type AccessGrant, type AccessTie } from './index';

class Thing1764000099000 {
  readonly name = 'Thing1764000099000';
  async up(runner: QueryRunner) {
    await runner.query('CREATE TABLE thing (id uuid PRIMARY KEY, site_id uuid NOT NULL, label text NOT NULL)');
  }
  async down() {}
}

const schema: ServiceSchema = {
  service: 'access_spec',
  entities: [],
  migrations: [...accessMigrations, Thing1764000099000],
  poolSize: 3,
};
const roleSecret = 'spec';
let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await testDatabase({
    template: 'access_spec',
    prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [schema], roleSecret }),
  });
  database = new Database(schema, databaseUrlFor(own.adminUrl, appRole(schema.service), roleSecret), patientLimits);
  await database.connect();
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

async function thing(siteId: string, label = 'thing'): Promise<string> {
  const id = newId();
  await database.query('INSERT INTO thing (id, site_id, label) VALUES ($1, $2, $3)', [id, siteId, label]);
  return id;
}

function person(roles: RoleGrant[], more: Partial<Principal> = {}): Principal {
  return {
    personId: newId(),
    accountId: newId(),
    sessionId: newId(),
    name: '王芳',
    roles,
    crews: [],
    homes: [],
    ...more,
  };
}

async function seen(
  principal: Principal,
  right: 'read' | 'act' = 'read',
  label = 'thing',
): Promise<string[]> {
  const target = { operation: 'tickets.readRepair', right, objectColumn: 't.id', siteColumn: 't.site_id' } as const;
  const access = accessCondition(principal, { ...target, firstParam: 2 });
  const rows = await database.query<{ id: string }>(
    `SELECT t.id FROM thing t WHERE t.label = $1 AND ${access.sql} ORDER BY t.id`,
    [label, ...access.params],
  );
  // What is not within reach is not in sight.
  const reach = reachCondition(principal, target);
  const within = reach && (await database.query<{ id: string }>(`SELECT t.id FROM thing t WHERE ${reach.sql}`, reach.params));
  expect(within?.map(({ id }) => id) ?? rows.map(({ id }) => id)).toEqual(expect.arrayContaining(rows.map(({ id }) => id)));
  return rows.map((row) => row.id);
}

const grant = (entry: AccessGrant) => database.transaction(async (tx) => grantAccess(tx, entry));
const revoke = (entry: AccessGrant) => database.transaction(async (tx) => revokeAccess(tx, entry));

test('staff see their site, the company sees all, others see what is tied to them, crew or home', async () => {
  const label = newId();
  const [gardens, towers, crew, home] = [newId(), newId(), newId(), newId()];
  const [inGardens, inTowers] = [await thing(gardens, label), await thing(towers, label)];
  expect(await seen(person([{ role: 'desk', siteId: gardens }]), 'read', label)).toEqual([inGardens]);
  expect(await seen(person([{ role: 'company', siteId: null }]), 'read', label)).toEqual([inGardens, inTowers]);

  const resident = person([{ role: 'resident', siteId: gardens }], { homes: [home] });
  const technician = person([{ role: 'technician', siteId: gardens }], { crews: [crew] });
  const both = person([
    { role: 'desk', siteId: gardens },
    { role: 'resident', siteId: towers },
  ]);
  for (const each of [resident, technician]) expect(await seen(each, 'read', label)).toEqual([]);
  await grant({ objectId: inGardens, siteId: gardens, subject: `home:${home}`, right: 'read', sourceVersion: 1 });
  await grant({ objectId: inTowers, siteId: towers, subject: `crew:${crew}`, right: 'act', sourceVersion: 1 });
  await grant({ objectId: inTowers, siteId: towers, subject: `person:${both.personId}`, right: 'read', sourceVersion: 1 });
  expect(await seen(resident, 'read', label)).toEqual([inGardens]);
  expect(await seen(technician, 'read', label)).toEqual([inTowers]);
  expect(await seen(both, 'read', label)).toEqual([inGardens, inTowers]);
});

test('who holds no role today reads what is their own, by no crew or home, and does nothing (W2.6)', async () => {
  const [site, home] = [newId(), newId()];
  const [mine, homes] = [await thing(site, 'left'), await thing(site, 'left')];
  const left = person([], { homes: [home] });
  const tie = { siteId: site, right: 'act' as const, sourceVersion: 1 };
  await grant({ ...tie, objectId: mine, subject: `person:${left.personId}` });
  await grant({ ...tie, objectId: homes, subject: `home:${home}` });
  expect(await seen(left, 'read', 'left')).toEqual([mine]);
  const { sql } = accessCondition(left, {
    operation: 'tickets.commentRepair',
    right: 'act',
    objectColumn: 't.id',
    siteColumn: 't.site_id',
  });
  expect(sql).toBe('FALSE');
});

test('it fails closed: no role, a role the operation does not name, a tie of somebody else', async () => {
  const site = newId();
  const object = await thing(site);
  await grant({ objectId: object, siteId: site, subject: `person:${newId()}`, right: 'read', sourceVersion: 1 });
  expect(await seen(person([]))).toEqual([]);
  expect(await seen(person([{ role: 'operator', siteId: null }]))).toEqual([]);
  expect(await seen(person([{ role: 'resident', siteId: site }]))).toEqual([]);
});

test('the right to act includes the right to read, not the other way round', async () => {
  const site = newId();
  const object = await thing(site);
  const resident = person([{ role: 'resident', siteId: site }]);
  const subject = `person:${resident.personId}` as const;
  await grant({ objectId: object, siteId: site, subject, right: 'read', sourceVersion: 1 });
  expect([await seen(resident, 'read'), await seen(resident, 'act')]).toEqual([[object], []]);
  await grant({ objectId: object, siteId: site, subject, right: 'act', sourceVersion: 1 });
  expect([await seen(resident, 'read'), await seen(resident, 'act')]).toEqual([[object], [object]]);
});

test('what may be in somebody’s sight is told by their sites and ties; of somebody with a role everywhere, anything', async () => {
  const [site, other] = [newId(), newId()];
  const [here, there, tied] = [await thing(site, 'reach'), await thing(other, 'reach'), await thing(other, 'reach')];
  const target = { operation: 'tickets.readRepair', objectColumn: 't.id', siteColumn: 't.site_id', firstParam: 2 } as const;
  const reached = async (principal: Principal): Promise<string[]> => {
    const { sql, params } = reachCondition(principal, target)!;
    return (await database.query<{ id: string }>(`SELECT t.id FROM thing t WHERE t.label = $1 AND ${sql} ORDER BY t.id`, ['reach', ...params])).map(({ id }) => id);
  };
  const [desk, technician] = [person([{ role: 'desk', siteId: site }]), person([{ role: 'technician', siteId: site }])];
  for (const { personId } of [desk, technician]) await grant({ objectId: tied, siteId: other, subject: `person:${personId}`, right: 'act', sourceVersion: 1 });
  expect([await reached(desk), await reached(technician), await reached(person([]))]).toEqual([[here, tied], [tied], []]);
  const deputy = person([], { deputyships: [{ kind: 'duty', forPersonId: newId(), roles: [{ role: 'desk', siteId: other }] }] });
  expect(await reached(deputy)).toEqual([there, tied]);
  expect(reachCondition(person([{ role: 'company', siteId: null }]), target)).toBeUndefined();
});

test('a tie ends at its time', async () => {
  const site = newId();
  const object = await thing(site);
  const resident = person([{ role: 'resident', siteId: site }]);
  const entry: AccessGrant = {
    objectId: object,
    siteId: site,
    subject: `person:${resident.personId}`,
    right: 'read',
    sourceVersion: 1,
  };
  await grant({ ...entry, until: new Date(Date.now() + 60_000) });
  expect(await seen(resident)).toEqual([object]);
  await grant({ ...entry, sourceVersion: 2, until: new Date(Date.now() - 1) });
  expect(await seen(resident)).toEqual([]);
});

test('what is newer stays, whatever comes later, twice or in the wrong order', async () => {
  const site = newId();
  const object = await thing(site);
  const resident = person([{ role: 'resident', siteId: site }]);
  const entry: AccessGrant = {
    objectId: object,
    siteId: site,
    subject: `person:${resident.personId}`,
    right: 'read',
    sourceVersion: 1,
  };
  await revoke({ ...entry, sourceVersion: 3 });
  await grant({ ...entry, sourceVersion: 2 });
  await grant({ ...entry, sourceVersion: 3 });
  expect(await seen(resident)).toEqual([]);
  await grant({ ...entry, sourceVersion: 4 });
  expect(await seen(resident)).toEqual([object]);
});

test('two sources of one tie do not end each other', async () => {
  const site = newId();
  const object = await thing(site);
  const crew = newId();
  const technician = person([{ role: 'technician', siteId: site }], { crews: [crew] });
  const entry: AccessGrant = {
    objectId: object,
    siteId: site,
    subject: `crew:${crew}`,
    right: 'read',
    sourceVersion: 5,
  };
  const [first, second] = [newId(), newId()];
  await grant({ ...entry, source: first });
  await grant({ ...entry, source: second, sourceVersion: 1 });
  await revoke({ ...entry, source: first, sourceVersion: 6 });
  expect(await seen(technician)).toEqual([object]);
  await revoke({ ...entry, source: second, sourceVersion: 2 });
  expect(await seen(technician)).toEqual([]);
});

test('what is hidden from somebody their deputy does not see by what they lend, but by their own roles, or those of another', async () => {
  const lends = ({ personId: forPersonId, crews }: Principal, roles: RoleGrant[]) => ({ forPersonId, kind: 'approvals' as const, roles, crews });
  const [label, site, crew] = [newId(), newId(), newId()];
  const [shown, hidden, fromCrew] = [await thing(site, label), await thing(site, label), await thing(site, label)];
  const accused = person([], { crews: [crew] });
  for (const row of [[hidden, `person:${accused.personId}`], [fromCrew, `crew:${crew}`]]) await database.query('INSERT INTO object_shield (object_id, subject) VALUES ($1, $2)', row);
  const [desk, everywhere]: RoleGrant[] = [{ role: 'desk', siteId: site }, { role: 'company', siteId: null }];
  const seenWith = (held: RoleGrant[], ...deputyships: ReturnType<typeof lends>[]) => seen(person(held, { deputyships }), 'read', label);
  for (const lent of [desk!, everywhere!]) expect(await seenWith([], lends(accused, [lent]))).toEqual([shown]);
  expect(await seenWith([desk!], lends(accused, [everywhere!]))).toEqual([shown, hidden, fromCrew]);
  expect(await seenWith([], lends(accused, [desk!]), lends(person([]), [desk!]))).toEqual([shown, hidden, fromCrew]);
});

describe('all ties of one source at once', () => {
  async function order() {
    const site = newId();
    const objectId = await thing(site);
    const source = newId();
    const technician = () => person([{ role: 'technician', siteId: site }]);
    const [first, second] = [technician(), technician()];
    const tie = ({ personId }: Principal, right: 'read' | 'act' = 'act'): AccessTie => ({ subject: `person:${personId}`, right });
    const keep = (sourceVersion: number, ...ties: AccessTie[]) =>
      database.transaction(async (tx) => keepAccess(tx, { objectId, siteId: site, source, sourceVersion }, ties));
    return { objectId, site, first, second, tie, keep };
  }

  test('who is not among them any more is out, whoever it was', async () => {
    const { objectId, first, second, tie, keep } = await order();
    await keep(1, tie(first));
    await keep(2, tie(second));
    expect([await seen(first, 'act'), await seen(second, 'act')]).toEqual([[], [objectId]]);
    await keep(3, tie(second, 'read'));
    expect([await seen(second, 'act'), await seen(second, 'read')]).toEqual([[], [objectId]]);
    await keep(4);
    expect(await seen(second, 'read')).toEqual([]);
    await keep(5, tie(first));
    expect(await seen(first, 'act')).toEqual([objectId]);
  });

  test('several steps of one transaction leave the last', async () => {
    const { objectId, site, first, second, tie } = await order();
    const source = newId();
    await database.transaction(async (tx) => {
      keepAccess(tx, { objectId, siteId: site, source, sourceVersion: 1 }, [tie(first)]);
      keepAccess(tx, { objectId, siteId: site, source, sourceVersion: 2 }, [tie(second)]);
    });
    expect([await seen(first), await seen(second)]).toEqual([[], [objectId]]);
  });

  test('what follows from another source stays', async () => {
    const { objectId, site, first, tie, keep } = await order();
    await grant({ objectId, siteId: site, ...tie(first, 'read'), sourceVersion: 9 });
    await keep(2, tie(first));
    await keep(3);
    expect([await seen(first, 'act'), await seen(first, 'read')]).toEqual([[], [objectId]]);
  });

  test('told from the beginning, they end what was left open before', async () => {
    const { objectId, site, first, second, tie } = await order();
    const source = newId();
    await grant({ objectId, siteId: site, source, ...tie(first), sourceVersion: 2 });
    await grant({ objectId, siteId: site, source, ...tie(second), sourceVersion: 4 });
    const steps: Array<[number, AccessTie[]]> = [[2, [tie(first)]], [3, []], [4, [tie(second)]]];
    for (const [sourceVersion, ties] of steps)
      await database.transaction(async (tx) => keepAccess(tx, { objectId, siteId: site, source, sourceVersion }, ties));
    expect([await seen(first), await seen(second)]).toEqual([[], [objectId]]);
  });
});
