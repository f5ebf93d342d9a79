import type { WorkInHand, WorkKind } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { DirectoryUnderTest, holding, operator } from '../directory.fixture';
import { as, Office, password, type Worker } from '../office.fixture';
import { rolesOfPerson } from '../persistence/roles-of-person';
import { RolesOfLeavers1766700000000 } from '../persistence/migrations/1766700000000-roles-of-leavers.migration';

let directory: DirectoryUnderTest;
let office: Office;
let site: string;
let worker: Worker;

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
  office = new Office(directory);
});
beforeEach(async () => {
  site = await office.site();
  worker = await office.worker(site, 'director', 'clerk');
});
afterAll(() => directory.close());

const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString();
const close = (who: Worker, asking: object = as(operator)) => directory.ask(`POST /api/accounts/${who.accountId}/close`, undefined, asking);
const grants = () => directory.rows<{ id: string; role: string; lasts: boolean }>(
  'SELECT id, role, (ends_at IS NULL OR ends_at > greatest(starts_at, platform.now())) AS lasts FROM role_grant WHERE person_id = $1 ORDER BY role, starts_at',
  [worker.personId],
);
const lasting = async () => (await grants()).filter(({ lasts }) => lasts).map(({ role }) => role);
const events = (id: string) => directory.rows<{ type: string; actor_id: string }>('SELECT type, actor_id FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version', [id]);
const belongings = async () => (await directory.done(`GET /api/people/${worker.personId}/belongings`, undefined, as(operator))).items.map(({ role }: { role: string }) => role).toSorted();

describe('whoever leaves is nothing here any more (G6)', () => {
  it('ends with the account every role, and calls off what was to begin, with an event and an audit entry each', async () => {
    const ahead = await directory.done('POST /api/role-grants', { personId: worker.personId, role: 'desk', siteId: site, from: day(3), until: day(9) }, as(operator));
    const over = await office.role(worker.personId, 'technician', site);
    await directory.done(`POST /api/role-grants/${over}/end`, {}, as(operator));
    expect((await close(worker)).status).toBe(200);
    expect(await lasting()).toEqual([]);
    for (const { id } of await grants()) expect((await events(id)).map(({ type }) => type)).toEqual(['directory.role-granted.v1', 'directory.role-ended.v1']);
    expect(await directory.rows('SELECT starts_at = ends_at AS off FROM role_grant WHERE id = $1', [ahead.id])).toEqual([{ off: true }]);
    const audited = await directory.rows<{ object_id: string }>(`SELECT object_id FROM audit WHERE operation = 'directory.closeAccount' AND details ->> 'personId' = $1`, [worker.personId]);
    expect(audited).toHaveLength(3);
    const { items } = await directory.done(`GET /api/role-grants?siteId=${site}`, undefined, as(operator));
    expect(items).toEqual([]);
  });

  it('keeps them on the list of what is to be taken over, until somebody else has them', async () => {
    await close(worker);
    expect(await belongings()).toEqual(['clerk', 'director']);
    const next = await office.worker(site, 'clerk');
    expect(await belongings()).toEqual(['director']);
    await close(next);
    expect(await belongings()).toEqual(['clerk', 'director']);
  });

  it('leaves what they had in hand at the desk, of repairs, cases, papers and notices on the same list, of the sites in sight alone', async () => {
    const [elsewhere, from] = [await office.site(), new Date().toISOString()];
    const work = (kind: WorkKind, siteId = site): WorkInHand => ({ kind, id: newId(), number: 'X-1', siteId, from });
    const [contact, order, followUp, complaint, draft, notice] = (['contact', 'work-order', 'follow-up', 'complaint', 'outgoing-document', 'notice-task'] as const).map((kind) => work(kind));
    const all = { reception: [contact, work('visitor', elsewhere)], dispatch: [order], followups: [followUp], complaints: [complaint], documents: [draft], notifications: [notice] };
    Object.assign(directory.inHand, all);
    await close(worker);
    const lent = { forPersonId: newId(), kind: 'approvals' as const, roles: [{ role: 'director' as const, siteId: site }], crews: [newId()] };
    const reader = { ...holding('director', site), crews: [newId()], deputyships: [lent] };
    const read = () => directory.ask(`GET /api/people/${worker.personId}/belongings`, undefined, as(reader));
    const listed = (await read()).body.items.filter(({ number }: { number: string | null }) => number !== null);
    expect(listed).toEqual([contact, order, followUp, complaint, draft, notice].map((each) => ({ ...each, otherPersonId: null, role: null, crewId: null, until: null })));
    // None of them says what is hidden from whoever reads, or from whose deputy they are.
    const { personId, crews, homes } = reader;
    const asked = { personId: worker.personId, reader: { personId, crews, homes, roles: reader.roles, deputyships: [lent] } };
    expect(directory.askedInHand.slice(-6)).toEqual(Array.from({ length: 6 }, () => asked));
    directory.away.notifications = true;
    expect((await read()).body).toMatchObject({ status: 503, code: 'unavailable' });
    directory.away.notifications = false;
    for (const service of Object.keys(all) as Array<keyof typeof all>) delete directory.inHand[service];
  });

  it('has nobody acting for them: a deputy who stays is asked no more, and an event says so', async () => {
    const deputy = await office.worker(site, 'desk');
    const company = as(holding('company'));
    const { id } = await directory.done('POST /api/delegations', { fromPersonId: worker.personId, toPersonId: deputy.personId, kind: 'approvals', order: 1, until: day(9) }, company);
    await close(worker);
    const { personIds } = await directory.done(`GET /api/people/${worker.personId}/answering?kind=approvals`, undefined, as(holding('director', site)));
    expect(personIds).not.toContain(deputy.personId);
    expect((await events(id)).map(({ type }) => type)).toEqual(['directory.delegation-given.v1', 'directory.delegation-ended.v1']);
  });

  it('counts no role that was called off before it began', async () => {
    await directory.done('POST /api/role-grants', { personId: worker.personId, role: 'desk', siteId: site, from: day(3), until: day(9) }, as(operator));
    await close(worker);
    expect(await directory.transaction((tx) => rolesOfPerson(tx, worker.personId))).toEqual([]);
  });

  it('gives whoever comes back nothing of it by itself', async () => {
    await close(worker);
    const login = `again-${worker.login}`;
    await directory.done('POST /api/accounts', { personId: worker.personId, login, password }, as(operator));
    const token = await office.signIn({ ...worker, login });
    expect((await directory.resolver.resolve(token))!.principal.roles).toEqual([]);
    expect(await belongings()).toEqual([]);
    await office.role(worker.personId, 'clerk', site);
    expect(await lasting()).toEqual(['clerk']);
  });

  it('are asked no more, neither for themselves nor for others: the next deputy is, the superior of their superior', async () => {
    const [boss, chief, deputy] = [await office.worker(site, 'department-head'), await office.worker(site, 'director'), await office.worker(site, 'desk')];
    const company = as(holding('company'));
    for (const [personId, superiorId] of [[worker.personId, boss.personId], [boss.personId, chief.personId]]) await directory.done('POST /api/superiors', { personId, superiorId }, company);
    await directory.done('POST /api/delegations', { fromPersonId: worker.personId, toPersonId: deputy.personId, kind: 'approvals', order: 1, until: day(9) }, company);
    const asked = async () => (await directory.done(`GET /api/people/${worker.personId}/answering?kind=approvals`, undefined, as(holding('director', site)))).personIds;
    expect((await asked()).slice(0, 2)).toEqual([worker.personId, deputy.personId]);
    for (const who of [worker, deputy, boss]) await close(who);
    for (const { personId } of [worker, deputy]) expect(await asked()).not.toContain(personId);
    expect((await directory.done(`GET /api/people/${worker.personId}/belongings`, undefined, as(operator))).meanwhilePersonId).toBe(chief.personId);
  });

  it('changes nothing where the account may not be closed', async () => {
    expect((await close(worker, as(holding('director', site)))).status).toBe(403);
    expect(await lasting()).toEqual(['clerk', 'director']);
  });
});

describe('those who left while closing an account ended no role (G6)', () => {
  /** As the office starts that has the migration. */
  const upgraded = async () => {
    await directory.rows(`DELETE FROM timer WHERE kind = 'roles-of-leavers'`);
    await directory.transaction((tx) => new RolesOfLeavers1766700000000().up({ query: (sql: string) => tx.query(sql) } as never));
    await directory.runtime.timers.fireDue();
  };

  it('hold none after the upgrade, once, and keep what they were given since', async () => {
    const stays = await office.worker(site, 'desk');
    await directory.rows('UPDATE account SET closed_at = platform.now() WHERE id = $1', [worker.accountId]);
    const since = await office.role(worker.personId, 'desk-lead', site);
    await upgraded();
    expect(await lasting()).toEqual(['desk-lead']);
    const told = async () => Promise.all((await grants()).map(async ({ id }) => (await events(id)).length));
    expect(await told()).toEqual([2, 1, 2]);
    await upgraded();
    expect(await told()).toEqual([2, 1, 2]);
    expect((await events(since)).map(({ actor_id }) => actor_id)).toEqual([operator.personId]);
    expect(await directory.rows('SELECT ends_at FROM role_grant WHERE person_id = $1', [stays.personId])).toEqual([{ ends_at: null }]);
  });

  it('hold none where a process of the version before closes their account after the upgrade', async () => {
    await upgraded();
    await directory.rows('UPDATE account SET closed_at = platform.now() WHERE id = $1', [worker.accountId]);
    expect(await lasting()).toEqual(['clerk', 'director']);
    await directory.runtime.catchUps.run();
    expect(await lasting()).toEqual([]);
    const told = async () => Promise.all((await grants()).map(async ({ id }) => (await events(id)).length));
    await directory.runtime.catchUps.run();
    expect(await told()).toEqual([2, 2]);
  });
});
