import { DirectoryUnderTest, holding } from '../directory.fixture';
import { as, Office } from '../office.fixture';

let directory: DirectoryUnderTest;
let office: Office;
let site: string;

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
  office = new Office(directory);
  site = await office.site();
});
afterAll(() => directory.close());

const hour = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();
const english = { headers: { 'accept-language': 'en' } };
const events = (id: string) =>
  directory.rows<{ type: string; site_id: string; data: Record<string, unknown> }>(
    'SELECT type, site_id, data FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version',
    [id],
  );
const director = () => as(holding('director', site));
const colleague = async (...roles: Array<'desk' | 'duty-officer' | 'technician'>) => {
  const { personId } = await office.worker(site, ...roles);
  return personId;
};
const dutyOf = (personId: string, more: object = {}) => ({
  siteId: site,
  personId,
  role: 'desk',
  from: hour(1),
  until: hour(9),
  ...more,
});
const plan = async (personId: string, more: object = {}) =>
  directory.done('POST /api/duties', dutyOf(personId, more), director());
/** Such a refusal, said in both languages. */
const told = (status: number, code: string) => [status, code, expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/^[A-Z]/)];
/** The title of a refusal in both languages. */
const refusal = async (target: string, body: object | undefined, asking: object) => {
  const zh = await directory.ask(target, body, asking);
  const en = await directory.ask(target, body, { ...asking, ...english });
  return [zh.status, zh.body.code, zh.body.title, en.body.title];
};

test('a duty is planned, changed to another person and called off, each an event of one aggregate (W6.2)', async () => {
  const [one, other] = [await colleague('desk'), await colleague('desk')];
  const planned = await plan(one);
  const path = `/api/duties/${planned.id}`;
  expect(await refusal(`PATCH ${path}`, { personId: other }, director())).toEqual(told(428, 'match-required'));
  const changed = await directory.done(`PATCH ${path}`, { personId: other }, { ...director(), ifMatch: '"1"' });
  expect(changed).toMatchObject({ personId: other, version: 2, until: planned.until });
  expect(await refusal(`PATCH ${path}`, { personId: one }, { ...director(), ifMatch: '"1"' })).toEqual(told(412, 'stale'));
  const off = await directory.done(`POST ${path}/cancel`, undefined, director());
  expect([off.until, off.version]).toEqual([off.from, 3]);
  expect(await refusal(`POST ${path}/cancel`, undefined, director())).toEqual(told(409, 'span-ended'));
  expect(await events(planned.id)).toMatchObject([
    { type: 'directory.duty-planned.v1', site_id: site, data: { dutyId: planned.id, personId: one, role: 'desk' } },
    { type: 'directory.duty-planned.v1', data: { personId: other } },
    { type: 'directory.duty-cancelled.v1', data: { personId: other, until: off.from } },
  ]);
  expect((await plan(other)).version).toBe(1);
});

test('nobody is on two duties at a time, whatever roles they are in; of many at once one is planned', async () => {
  const both = await colleague('desk', 'duty-officer');
  const ask = (more: object) => directory.ask('POST /api/duties', dutyOf(both, more), director());
  const answers = await Promise.all([
    ask({}),
    ask({ role: 'duty-officer' }),
    ask({ from: hour(8), until: hour(12) }),
    ask({ from: hour(0), until: hour(2), role: 'duty-officer' }),
    ask({ from: hour(2), until: hour(3) }),
  ]);
  const statuses = answers.map(({ status }) => status).sort();
  expect([statuses[0], statuses.at(-1)]).toEqual([201, 409]);
  const kept = await directory.rows(
    `SELECT 1 FROM duty a JOIN duty b ON b.person_id = a.person_id AND b.id > a.id
       AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at) WHERE a.person_id = $1`,
    [both],
  );
  expect(kept).toEqual([]);
  await plan(both, { from: hour(20), until: hour(21) });
  expect(await refusal('POST /api/duties', dutyOf(both, { from: hour(20), until: hour(22) }), director())).toEqual([
    409,
    'spans-overlap',
    '这段时间内已有相同的登记',
    'The same is registered for this time already',
  ]);
});

test('two who change two duties to each other’s person at once end without an overlap', async () => {
  const [one, other] = [await colleague('desk'), await colleague('desk')];
  const [first, second] = [await plan(one), await plan(other)];
  const swap = (id: string, personId: string) =>
    directory.ask(`PATCH /api/duties/${id}`, { personId }, { ...director(), ifMatch: '"1"' });
  const answers = await Promise.all([swap(first.id, other), swap(second.id, one)]);
  expect(answers.map(({ status, body }) => body.code ?? status)).toEqual(['spans-overlap', 'spans-overlap']);
});

test('only who holds the role for all of the time, and is not away, is planned', async () => {
  const person = await colleague('desk');
  expect(await refusal('POST /api/duties', dutyOf(person, { role: 'technician' }), director())).toEqual([
    409,
    'role-not-held',
    '此人在这段时间内没有这个角色',
    'The person does not hold this role for all of that time',
  ]);
  expect(await refusal('POST /api/duties', dutyOf(person, { from: hour(-2) }), director())).toEqual(told(409, 'role-not-held'));
  const away = hour(8);
  await directory.done('POST /api/absences', { personId: person, from: away, until: hour(30) }, director());
  expect(await refusal('POST /api/duties', dutyOf(person), director())).toEqual([
    409,
    'person-away',
    '此人在这段时间内不在岗',
    'The person is away at that time',
  ]);
  expect((await plan(person, { until: away })).version).toBe(1);
});

test('who plans whose duty: never a peer’s, never on a site of others', async () => {
  const [desk, officer] = [await colleague('desk'), await colleague('duty-officer')];
  const asDeskLead = as(holding('desk-lead', site));
  expect((await directory.ask('POST /api/duties', dutyOf(desk), asDeskLead)).status).toBe(201);
  expect(await refusal('POST /api/duties', dutyOf(officer, { role: 'duty-officer' }), asDeskLead)).toEqual([
    403,
    'beyond-authority',
    '超出您的授权范围',
    'This is beyond your authority',
  ]);
  expect((await directory.ask('POST /api/duties', dutyOf(officer, { role: 'duty-officer' }), as(holding('department-head', site)))).status).toBe(201);
  expect(await refusal('POST /api/duties', dutyOf(desk), as(holding('desk', site)))).toEqual(told(403, 'role-may-not'));
  const elsewhere = as(holding('director', await office.site()));
  expect(await refusal('POST /api/duties', dutyOf(desk, { from: hour(30), until: hour(31) }), elsewhere)).toEqual(told(400, 'reference-unknown'));
  const planned = await plan(desk, { from: hour(40), until: hour(41) });
  expect(await refusal(`POST /api/duties/${planned.id}/cancel`, undefined, elsewhere)).toEqual([404, 'duty-unknown', '没有找到这次值班', 'No such duty']);
  const officers = await plan(officer, { role: 'duty-officer', from: hour(40), until: hour(41) });
  expect(await refusal(`POST /api/duties/${officers.id}/cancel`, undefined, asDeskLead)).toEqual(told(403, 'beyond-authority'));
});

test('a duty that has begun keeps its person and its beginning; its end moves', async () => {
  const [one, other] = [await colleague('desk'), await colleague('desk')];
  const planned = await plan(one, { from: new Date(Date.now() + 2_000).toISOString() });
  await directory.moveClock('10 minutes');
  const change = (body: object, version: number) =>
    refusal(`PATCH /api/duties/${planned.id}`, body, { ...director(), ifMatch: `"${version}"` });
  expect(await change({ personId: other }, 1)).toEqual([
    409,
    'duty-begun',
    '值班已开始，只能调整结束时间',
    'The duty has begun: only its end can be moved',
  ]);
  const longer = await directory.done(`PATCH /api/duties/${planned.id}`, { until: hour(11) }, { ...director(), ifMatch: '"1"' });
  expect(longer.version).toBe(2);
  expect(await change({ until: hour(-1) }, 2)).toEqual(told(400, 'span-reversed'));
  const off = await directory.done(`POST /api/duties/${planned.id}/cancel`, undefined, director());
  expect(off.until > off.from).toBe(true);
  expect(await change({ until: hour(12) }, 3)).toEqual(told(409, 'span-ended'));
});

test('the plan says who is on duty at a moment; residents see none of it', async () => {
  const own = await office.site();
  const { personId } = await office.worker(own, 'duty-officer');
  const planned = await directory.done(
    'POST /api/duties',
    { siteId: own, personId, role: 'duty-officer', from: hour(1), until: hour(9) },
    as(holding('director', own)),
  );
  const list = async (query: string) =>
    (await directory.done(`GET /api/duties?${query}`, undefined, as(holding('technician', own)))).items.map(({ id }: { id: string }) => id);
  expect(await list(`role=duty-officer&at=${hour(2)}`)).toEqual([planned.id]);
  expect(await list(`role=duty-officer&at=${hour(10)}`)).toEqual([]);
  expect(await list(`personId=${personId}&siteId=${own}`)).toEqual([planned.id]);
  expect((await directory.done('GET /api/duties', undefined, as(holding('desk', await office.site())))).items).toEqual([]);
  expect((await directory.ask('GET /api/duties', undefined, as(holding('resident', own)))).status).toBe(403);
});

test('an absence is one’s own, or entered by who leads the person; one may be moved, none overlaps', async () => {
  const worker = await office.worker(site, 'technician');
  const own = { token: await office.signIn(worker) };
  const absence = await directory.done('POST /api/absences', { from: hour(1) }, own);
  expect(absence).toMatchObject({ personId: worker.personId, until: null });
  expect(await refusal('POST /api/absences', { from: hour(5), until: hour(6) }, own)).toEqual(told(409, 'spans-overlap'));
  const lead = as(holding('crew-lead', site));
  const back = await directory.done(`POST /api/absences/${absence.id}/end`, { until: hour(4) }, lead);
  expect(back.version).toBe(2);
  expect((await directory.done('POST /api/absences', { personId: worker.personId, from: hour(5), until: hour(6) }, lead)).version).toBe(1);
  expect(await refusal(`POST /api/absences/${absence.id}/end`, { until: hour(7) }, lead)).toEqual(told(409, 'spans-overlap'));
  expect(await refusal(`POST /api/absences/${absence.id}/end`, {}, as(holding('desk-lead', site)))).toEqual(told(403, 'beyond-authority'));
  const stranger = as(holding('director', await office.site()));
  expect(await refusal(`POST /api/absences/${absence.id}/end`, {}, stranger)).toEqual([404, 'absence-unknown', '没有找到这条不在岗记录', 'No such absence']);
  expect(await refusal('POST /api/absences', { personId: worker.personId }, stranger)).toEqual(told(400, 'reference-unknown'));
  expect(await refusal('POST /api/absences', { personId: await office.person(site) }, director())).toEqual([
    409,
    'not-staff',
    '此人不是工作人员',
    'The person is not on the staff',
  ]);
  const mine = await directory.done('GET /api/absences', undefined, own);
  expect(mine.items).toHaveLength(2);
  expect((await directory.done('GET /api/absences', undefined, as(holding('desk', site)))).items).toEqual([]);
  expect(await events(absence.id)).toMatchObject([
    { type: 'directory.absence-recorded.v1', site_id: site, data: { absenceId: absence.id, personId: worker.personId, until: null } },
    { type: 'directory.absence-cancelled.v1', data: { until: back.until } },
  ]);
});

test('a superior is one at a time, never oneself, and never in a circle at any moment', async () => {
  const [a, b, c] = [await colleague('desk'), await colleague('desk'), await colleague('desk')];
  const set = (personId: string, superiorId: string, more: object = {}) =>
    ({ body: { personId, superiorId, ...more }, target: 'POST /api/superiors' });
  const done = ({ target, body }: ReturnType<typeof set>) => directory.done(target, body, director());
  const refused = ({ target, body }: ReturnType<typeof set>, asking: object = director()) => refusal(target, body, asking);
  const line = await done(set(a, b, { until: hour(100) }));
  await done(set(b, c));
  expect(await refused(set(a, c))).toEqual(told(409, 'spans-overlap'));
  expect(await refused(set(a, a))).toEqual([400, 'superior-is-oneself', '不能是自己的上级', 'Nobody is their own superior']);
  expect(await refused(set(c, a))).toEqual([
    409,
    'superiors-in-circle',
    '上级关系不能成环',
    'Superiors must not go round in a circle',
  ]);
  // The line from a to b has ended by then: no moment is shared by all three.
  const later = await done(set(c, a, { from: hour(100) }));
  expect(await refusal(`POST /api/superiors/${line.id}/end`, { until: hour(101) }, director())).toEqual(told(409, 'superiors-in-circle'));
  expect(await refused(set(await office.person(site), a))).toEqual(told(409, 'not-staff'));
  expect(await refused(set(await colleague('desk'), await office.person(site)))).toEqual(told(400, 'reference-unknown'));
  expect(await refused(set(await colleague('technician'), a), as(holding('desk-lead', site)))).toEqual(told(403, 'beyond-authority'));
  const elsewhere = as(holding('director', await office.site()));
  expect(await refusal(`POST /api/superiors/${later.id}/end`, {}, elsewhere)).toEqual([
    404,
    'superior-unknown',
    '没有找到这条上级关系',
    'No such superior of a person',
  ]);
  await directory.done(`POST /api/superiors/${later.id}/end`, {}, director());
  expect(await events(later.id)).toMatchObject([
    { type: 'directory.superior-set.v1', data: { lineId: later.id, personId: c, superiorId: a, until: null } },
    { type: 'directory.superior-set.v1', data: { until: later.from } },
  ]);
  expect((await directory.done(`GET /api/superiors?personId=${b}`, undefined, director())).items).toHaveLength(2);
});

test('of two lines that would close a circle between them, one is refused', async () => {
  const [a, b] = [await colleague('desk'), await colleague('desk')];
  const answers = await Promise.all([
    directory.ask('POST /api/superiors', { personId: a, superiorId: b }, director()),
    directory.ask('POST /api/superiors', { personId: b, superiorId: a }, director()),
  ]);
  expect(answers.map(({ body, status }) => body.code ?? status).sort()).toEqual([201, 'superiors-in-circle']);
});

test('whoever a person answers to may enter their absence, though no role of theirs leads the person', async () => {
  const head = await office.worker(site, 'department-head');
  const [clerk, desk] = [await office.worker(site, 'clerk'), await office.worker(site, 'desk')];
  const asking = { token: await office.signIn(head) };
  const body = { personId: desk.personId, from: hour(1), until: hour(2) };
  expect(await refusal('POST /api/absences', body, asking)).toEqual(told(403, 'beyond-authority'));
  for (const [personId, superiorId] of [[desk.personId, clerk.personId], [clerk.personId, head.personId]])
    await directory.done('POST /api/superiors', { personId, superiorId }, director());
  expect((await directory.ask('POST /api/absences', body, asking)).status).toBe(201);
});

test('who leaves has one list of what is to be taken over, and who answers meanwhile (G6)', async () => {
  const [leaving, boss, chief] = [await office.worker(site, 'crew-lead', 'technician'), await office.worker(site, 'department-head'), await office.worker(site, 'director')];
  const company = as(holding('company'));
  for (const [personId, superiorId] of [[leaving.personId, boss.personId], [boss.personId, chief.personId]])
    await directory.done('POST /api/superiors', { personId, superiorId }, company);
  const helper = await colleague('technician');
  await directory.done('POST /api/superiors', { personId: helper, superiorId: leaving.personId }, director());
  await plan(leaving.personId, { role: 'technician' });
  const past = await plan(leaving.personId, { role: 'technician', from: hour(20), until: hour(21) });
  await directory.done(`POST /api/duties/${past.id}/cancel`, undefined, director());
  const read = () => directory.done(`GET /api/people/${leaving.personId}/belongings`, undefined, director());
  const { items, meanwhilePersonId } = await read();
  expect(items.map(({ kind, role }: { kind: string; role: string }) => [kind, role])).toEqual([
    ['answers-for', null],
    ['duty', 'technician'],
    ['role', 'crew-lead'],
    ['role', 'technician'],
  ]);
  expect(meanwhilePersonId).toBe(boss.personId);
  await directory.done('POST /api/absences', { personId: boss.personId }, director());
  expect((await read()).meanwhilePersonId).toBe(chief.personId);
  expect((await directory.ask(`GET /api/people/${leaving.personId}/belongings`, undefined, as(holding('desk', site)))).status).toBe(403);
  expect((await directory.ask(`GET /api/people/${leaving.personId}/belongings`, undefined, as(holding('director', await office.site())))).body.code).toBe('person-unknown');
});
