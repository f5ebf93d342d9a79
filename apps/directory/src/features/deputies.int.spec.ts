import { DirectoryUnderTest, holding } from '../directory.fixture';
import { as, Office, type Worker } from '../office.fixture';

let directory: DirectoryUnderTest;
let office: Office;
let site: string;
let otherSite: string;
let director: Worker;
let asDirector: { token: string };

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
  office = new Office(directory);
  [site, otherSite] = [await office.site(), await office.site()];
});
afterAll(() => directory.close());
beforeEach(async () => {
  director = await office.worker(site, 'director', 'technician');
  asDirector = { token: await office.signIn(director) };
});

const hour = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();
const english = { headers: { 'accept-language': 'en' } };
/** Such a refusal, said in both languages. */
const told = (status: number, code: string) => [status, code, expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/^[A-Z]/)];
const refusal = async (target: string, body: object | undefined, asking: object) => {
  const zh = await directory.ask(target, body, asking);
  const en = await directory.ask(target, body, { ...asking, ...english });
  return [zh.status, zh.body.code, zh.body.title, en.body.title];
};
const given = (toPersonId: string, more: object = {}) => ({ toPersonId, kind: 'approvals', order: 1, until: hour(8), ...more });
const give = (toPersonId: string, more: object = {}) =>
  directory.done('POST /api/delegations', given(toPersonId, more), asDirector);
const principalOf = async (token: string) => (await directory.resolver.resolve(token))!.principal;

test('a deputy carries the roles of the kind, and acts show for whom (G1)', async () => {
  const deputy = await office.worker(otherSite, 'desk');
  const token = await office.signIn(deputy);
  expect((await principalOf(token)).deputyships).toBeUndefined();
  const delegation = await give(deputy.personId);
  expect((await principalOf(token)).deputyships).toEqual([
    { forPersonId: director.personId, kind: 'approvals', roles: [{ role: 'director', siteId: site }] },
  ]);
  const current = await directory.done('GET /api/sessions/current', undefined, { token });
  expect(current.deputyships).toMatchObject([{ forPersonId: director.personId, forName: '王小明' }]);
  expect(current.sites.map(({ id }: { id: string }) => id).sort()).toEqual([site, otherSite].sort());

  const technician = await office.worker(site, 'technician');
  const duty = { siteId: site, personId: technician.personId, role: 'technician', from: hour(1), until: hour(2) };
  const planned = await directory.done('POST /api/duties', duty, { token });
  const act = async (id: string) =>
    (await directory.rows('SELECT actor_id, actor_role, actor_for FROM ledger WHERE aggregate_id = $1', [id]))[0];
  expect(await act(planned.id)).toEqual({ actor_id: deputy.personId, actor_role: 'director', actor_for: director.personId });
  expect(await act(delegation.id)).toEqual({ actor_id: director.personId, actor_role: 'director', actor_for: null });

  await directory.done(`POST /api/delegations/${delegation.id}/end`, undefined, asDirector);
  expect(await refusal(`POST /api/delegations/${delegation.id}/end`, undefined, asDirector)).toEqual(told(409, 'span-ended'));
  expect((await principalOf(token)).deputyships).toBeUndefined();
  expect((await directory.ask(`POST /api/duties/${planned.id}/cancel`, undefined, { token })).status).toBe(403);
  expect(await directory.rows('SELECT type, data FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version', [delegation.id])).toMatchObject([
    {
      type: 'directory.delegation-given.v1',
      data: { delegationId: delegation.id, fromPersonId: director.personId, toPersonId: deputy.personId, kind: 'approvals', order: 1 },
    },
    { type: 'directory.delegation-ended.v1' },
  ]);
});

test('a delegation holds from–to, and no longer than the role behind it', async () => {
  const deputy = await office.worker(site, 'desk');
  const token = await office.signIn(deputy);
  await give(deputy.personId, { from: hour(1), until: hour(3) });
  expect((await principalOf(token)).deputyships).toBeUndefined();
  await directory.moveClock('2 hours');
  expect((await principalOf(token)).deputyships).toHaveLength(1);
  const [{ id }] = (await directory.rows<{ id: string }>(`SELECT id FROM role_grant WHERE person_id = $1 AND role = 'director'`, [director.personId])) as [{ id: string }];
  await directory.done(`POST /api/role-grants/${id}/end`, {}, as(holding('company')));
  expect((await principalOf(token)).deputyships).toBeUndefined();
  await directory.moveClock('-2 hours');
});

test('a deputy’s deputy is nobody’s deputy but theirs', async () => {
  const [first, second] = [await office.worker(site, 'department-head'), await office.worker(site, 'desk')];
  await give(first.personId);
  const token = await office.signIn(first);
  await directory.done('POST /api/delegations', given(second.personId), { token });
  expect((await principalOf(await office.signIn(second))).deputyships).toEqual([
    { forPersonId: first.personId, kind: 'approvals', roles: [{ role: 'department-head', siteId: site }] },
  ]);
  expect(await refusal('POST /api/delegations', given(second.personId, { fromPersonId: director.personId, order: 2 }), { token })).toEqual(told(403, 'beyond-authority'));
});

test('a deputy gets no power over people', async () => {
  const deputy = await office.worker(site, 'desk');
  await give(deputy.personId);
  const asking = { token: await office.signIn(deputy) };
  for (const [target, body] of [
    ['POST /api/role-grants', { personId: deputy.personId, role: 'clerk', siteId: site }],
    ['POST /api/superiors', { personId: deputy.personId, superiorId: director.personId }],
    [`POST /api/accounts/${director.accountId}/close`, undefined],
  ] as const)
    expect(await refusal(target, body, asking)).toEqual(told(403, 'role-may-not'));
});

test('what cannot be delegated is refused', async () => {
  const deputy = await office.worker(site, 'desk');
  const refused = (more: object, asking: object = asDirector) =>
    refusal('POST /api/delegations', given(deputy.personId, more), asking);
  expect(await refused({ toPersonId: director.personId })).toEqual([400, 'deputy-is-oneself', '不能委托给本人', 'Nobody is their own deputy']);
  expect(await refused({ toPersonId: await office.person(site) })).toEqual(told(400, 'reference-unknown'));
  expect(await refused({ kind: 'duty' })).toEqual([409, 'nothing-to-delegate', '没有可以代理的职责', 'There is nothing to delegate']);
  expect(await refused({ order: 3 })).toEqual(told(400, 'invalid-fields'));
  expect(await refused({ until: undefined })).toEqual(told(400, 'invalid-fields'));
  expect(await refused({ until: hour(-1) })).toEqual(told(400, 'span-reversed'));
  expect(await refused({ fromPersonId: director.personId }, as(holding('director', otherSite)))).toEqual(told(400, 'reference-unknown'));
  expect(await refused({ fromPersonId: director.personId }, as(holding('director', site)))).toEqual(told(403, 'beyond-authority'));
  expect(await refused({}, as(holding('resident', site)))).toEqual(told(403, 'role-may-not'));
});

test('nobody makes themselves the deputy of whom they lead', async () => {
  const company = holding('company');
  const body = given(company.personId, { fromPersonId: director.personId });
  expect(await refusal('POST /api/delegations', body, as(company))).toEqual(told(403, 'power-for-oneself'));
});

test('the company gives a deputy to a director who cannot', async () => {
  const deputy = await office.worker(site, 'desk');
  const body = given(deputy.personId, { fromPersonId: director.personId });
  const { id } = await directory.done('POST /api/delegations', body, as(holding('company')));
  const list = async (asking: object) => (await directory.done(`GET /api/delegations?kind=approvals&personId=${director.personId}`, undefined, asking)).items.map((each: { id: string }) => each.id);
  expect(await list(asDirector)).toEqual([id]);
  expect(await list({ token: await office.signIn(deputy) })).toEqual([id]);
  expect(await list({ token: await office.signIn(await office.worker(site, 'desk')) })).toEqual([]);
  expect(await refusal(`POST /api/delegations/${id}/end`, undefined, { token: await office.signIn(deputy) })).toEqual([
    404,
    'delegation-unknown',
    '没有找到这项授权代理',
    'No such delegation',
  ]);
});

test('two deputies in order; of two of one turn, or of one person twice, at once only one is given', async () => {
  const [one, two, three] = [await office.worker(site, 'desk'), await office.worker(site, 'desk'), await office.worker(site, 'desk')];
  const ask = (id: string, order: number, more: object = {}) =>
    directory.ask('POST /api/delegations', given(id, { order, ...more }), asDirector);
  const firsts = await Promise.all([ask(one.personId, 1), ask(two.personId, 1), ask(three.personId, 1, { from: hour(2) })]);
  expect(firsts.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(firsts.find(({ status }) => status === 409)!.body.code).toBe('spans-overlap');
  const first = firsts.find(({ status }) => status === 201)!.body.toPersonId;
  expect((await ask(first, 2)).body.code).toBe('spans-overlap');
  const others = [one, two, three].map(({ personId }) => personId).filter((id) => id !== first);
  const seconds = await Promise.all(others.map((id) => ask(id, 2)));
  expect(seconds.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await ask(others[0]!, 1, { from: hour(8), until: hour(9) })).status).toBe(201);
});

test('who answers: the person, the deputies in order, the company; whoever is away is passed over (G1)', async () => {
  const [first, second] = [await office.worker(site, 'desk'), await office.worker(otherSite, 'desk')];
  const company = await office.person(site);
  await office.role(company, 'company');
  await give(second.personId, { order: 2 });
  await give(first.personId, { order: 1 });
  const answering = async (asking: object = asDirector) =>
    (await directory.done(`GET /api/people/${director.personId}/answering?kind=approvals`, undefined, asking)).personIds;
  expect(await answering()).toEqual([director.personId, first.personId, second.personId, company]);
  await directory.done('POST /api/absences', {}, asDirector);
  const away = await directory.done('POST /api/absences', {}, { token: await office.signIn(first) });
  expect(await answering()).toEqual([second.personId, company]);
  await directory.done(`POST /api/absences/${away.id}/end`, {}, { token: await office.signIn(first) });
  expect(await answering(as(holding('technician', site)))).toEqual([first.personId, second.personId, company]);
  expect((await directory.ask(`GET /api/people/${director.personId}/answering?kind=approvals`, undefined, as(holding('technician', otherSite)))).status).toBe(404);
});
