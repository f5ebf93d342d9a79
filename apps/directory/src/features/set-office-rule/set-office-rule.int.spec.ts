import { newId } from '@property-office/kernel';
import { DirectoryUnderTest, holding, operator } from '../../directory.fixture';
import { CompanyHears1795963800000 } from '../../persistence/migrations/1795963800000-company-hears.migration';

const source = { zh: '业委会决议', en: 'decision of the owners' };
const off = { workday: [{ from: '09:00', to: '17:00' }], saturday: [], sunday: [], holiday: [] };
const target = { class: 'P2', promise: 'answer', function: 'repairs', limits: [{ amount: 45, unit: 'service-minutes' }], source };
const level = { name: 'lead', base: 'due', after: { amount: 5, unit: 'minutes' }, to: 'crew-lead' };
const plan = { class: 'P0', urgent: true, function: 'desk', levels: [level], source };

describe('the tables by which clocks run (G4, G5, Q1)', () => {
  let directory: DirectoryUnderTest;
  let siteId: string;

  beforeAll(async () => {
    directory = await DirectoryUnderTest.open();
    siteId = (await directory.done('POST /api/sites', { code: 'C1', name: { zh: '花园' } }, { principal: operator })).id;
  });
  afterAll(() => directory.close());

  const told = async (type: string) => directory.rows(`SELECT aggregate_version, data FROM ledger WHERE type = $1 ORDER BY seq`, [type]);
  const codeOf = async (path: string, body: object, principal = operator) => {
    const { status, body: problem } = await directory.ask(`POST /api/${path}`, body, { principal });
    return [status, problem.code];
  };

  it('begin with what is shipped, each row with its source', async () => {
    const { items } = await directory.done('GET /api/service-targets?current=true&limit=100', undefined, { principal: operator });
    const answer = items.find((row: { class: string; promise: string }) => row.class === 'P0' && row.promise === 'answer');
    expect(answer).toMatchObject({ limits: [{ amount: 5, unit: 'minutes' }], source: { zh: '初步建议' }, siteId: null, current: true });
    const holidays = await directory.done('GET /api/holidays', undefined, { principal: operator });
    expect(holidays.items.map(({ year }: { year: number }) => year).sort()).toEqual([2024, 2025, 2026]);
    for (const path of ['service-hours', 'escalation-plans'])
      expect((await directory.done(`GET /api/${path}?limit=100`, undefined, { principal: operator })).items).not.toEqual([]);
  });

  it('get rows added, which take the place of others from a time on, and tell it', async () => {
    const director = holding('director', siteId);
    const set = (more: object) => directory.done('POST /api/service-targets', { ...target, siteId, ...more }, { principal: director });
    const first = await set({});
    const later = await set({ limits: [{ amount: 60, unit: 'service-minutes' }], effectiveFrom: new Date(Date.now() + 86_400_000).toISOString() });
    expect([first.current, later.current]).toEqual([true, false]);
    const { items } = await directory.done(`GET /api/service-targets?siteId=${siteId}`, undefined, { principal: director });
    expect(items.map(({ id, current }: { id: string; current: boolean }) => [id, current])).toEqual([
      [later.id, false],
      [first.id, true],
    ]);
    await directory.moveClock('2 days');
    const after = await directory.done(`GET /api/service-targets?siteId=${siteId}&current=true`, undefined, { principal: director });
    expect(after.items.map(({ id }: { id: string }) => id)).toEqual([later.id]);
    expect(await told('directory.target-set.v1')).toMatchObject([
      { aggregate_version: 1, data: { rowId: first.id, siteId, class: 'P2', promise: 'answer', countsFrom: 'start', words: null } },
      { aggregate_version: 2, data: { rowId: later.id } },
    ]);
  });

  it('take hours, holidays and plans', async () => {
    const year = 2027;
    const days = [{ date: '2027-01-01', kind: 'holiday', name: { zh: '元旦', en: "New Year's Day" } }];
    const done = (path: string, body: object) => directory.done(`POST /api/${path}`, body, { principal: operator });
    expect(await done('service-hours', { siteId, function: 'desk', hours: off, source })).toMatchObject({ function: 'desk', hours: off });
    expect(await done('holidays', { year, days, source })).toMatchObject({ year, days, siteId: null });
    expect(await done('escalation-plans', { ...plan, promise: 'answer' })).toMatchObject({ levels: [level], promise: 'answer' });
    expect(await told('directory.service-hours-set.v1')).toMatchObject([{ data: { siteId, function: 'desk', hours: off } }]);
    expect(await told('directory.holidays-set.v1')).toMatchObject([{ data: { year, days } }]);
    expect(await told('directory.escalation-plan-set.v1')).toMatchObject([{ data: { siteId: null, urgent: true, levels: [level] } }]);
  });

  it('are numbered one by one when two people set the same', async () => {
    const rows = { ...target, promise: 'on-site' };
    await Promise.all(Array.from({ length: 4 }, () => directory.done('POST /api/service-targets', rows, { principal: operator })));
    const versions = await directory.rows(`SELECT version FROM office_rule WHERE content ->> 'promise' = 'on-site' AND content ->> 'class' = 'P2' ORDER BY 1`);
    expect(versions.map(({ version }) => version)).toEqual([0, 1, 2, 3, 4]);
  });

  it('refuse what a clock could not run by, and say what is wrong', async () => {
    const reversed = { ...off, workday: [{ from: '17:00', to: '09:00' }] };
    const holiday = { date: '2026-01-01', kind: 'holiday', name: source };
    expect(await codeOf('service-hours', { function: 'desk', hours: reversed, source })).toEqual([400, 'bad-service-hours']);
    expect(await codeOf('holidays', { year: 2027, days: [holiday], source })).toEqual([400, 'holiday-of-another-year']);
    expect(await codeOf('holidays', { year: 2026, days: [holiday, holiday], source })).toEqual([400, 'bad-holiday']);
    expect(await codeOf('service-targets', { ...target, limits: [] })).toEqual([400, 'promise-empty']);
    expect(await codeOf('service-targets', { ...target, siteId: newId() })).toEqual([400, 'reference-unknown']);
    expect(await codeOf('escalation-plans', { ...plan, levels: [level, level] })).toEqual([400, 'bad-escalation']);
    expect(await codeOf('escalation-plans', { ...plan, urgent: false })).toEqual([400, 'bad-escalation']);
    const { body } = await directory.ask('POST /api/service-targets', { ...target, limits: [{ amount: -1, unit: 'hours' }] }, { principal: operator });
    expect(body.errors).toMatchObject([{ pointer: '/limits/0/amount' }]);
    const past = { ...target, effectiveFrom: new Date(Date.now() - 86_400_000).toISOString() };
    const refused = await directory.ask('POST /api/service-targets', past, { principal: operator });
    expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([400, 'effective-in-the-past', '/effectiveFrom']);
  });

  it('are for the director of a site, those of all sites for the company', async () => {
    const director = holding('director', siteId);
    const refused = await directory.ask('POST /api/service-targets', target, { principal: director });
    expect(refused).toMatchObject({ status: 403, body: { code: 'role-not-company-wide', detail: '此操作对全公司生效，须在全公司（不限项目）担任以下角色之一：主任、公司、系统运维。' } });
    const year = { year: 2028, days: [{ date: '2028-01-01', kind: 'holiday', name: source }], source };
    // Whoever may is named, and nobody else.
    expect((await directory.ask('POST /api/holidays', year, { principal: director })).body).toMatchObject({ status: 403, detail: '此操作需要以下角色之一：公司、系统运维。' });
    expect((await codeOf('service-targets', { ...target, siteId }, holding('director', newId())))[0]).toBe(400);
    expect((await codeOf('service-targets', { ...target, siteId }, holding('desk', siteId)))[0]).toBe(403);
    expect((await directory.ask('POST /api/service-targets', target, { principal: holding('company') })).status).toBe(201);
    const elsewhere = holding('desk', newId());
    const { items } = await directory.done('GET /api/service-hours?limit=100', undefined, { principal: elsewhere });
    expect(items.filter((row: { siteId: string | null }) => row.siteId === siteId)).toEqual([]);
  });

  it('that were shipped end with the company after the upgrade; a row of the office stays as it was set (G5)', async () => {
    const plans = async (name: string) => {
      const { items } = await directory.done('GET /api/escalation-plans?limit=100', undefined, { principal: operator });
      return items.filter((row: { class: string }) => row.class === name).map(({ levels }: { levels: Array<{ to: string }> }) => levels.map(({ to }) => to));
    };
    const own = { ...plan, class: 'notice-task', levels: [{ ...level, to: 'director' }] };
    await directory.done('POST /api/escalation-plans', own, { principal: operator });
    const shipped = await plans('notice-task');
    await directory.rows(`UPDATE office_rule SET content = content #- '{plan,levels,-1}' WHERE version = 0 AND content ->> 'class' IN ('urgent-phone-note', 'notice-task')`);
    expect(await plans('urgent-phone-note')).toEqual([['responsible', 'desk-lead', 'director']]);
    await directory.transaction((tx) => new CompanyHears1795963800000().up({ query: (sql: string, values: unknown[]) => tx.query(sql, values) } as never));
    expect(await plans('urgent-phone-note')).toEqual([['responsible', 'desk-lead', 'director', 'company']]);
    expect([await plans('notice-task'), shipped]).toEqual([[['director'], ['responsible', 'desk-lead', 'director', 'company']], shipped]);
  });

  it('answer a repeated key with the row that was added', async () => {
    const body = { ...target, promise: 'done' };
    const asked = () => directory.done('POST /api/service-targets', body, { principal: operator, key: 'rule-once' });
    expect((await asked()).id).toBe((await asked()).id);
  });
});
