import { waitFor } from '@property-office/testing';
import { march, RunningRepair } from './clocks.fixture';
import { Office } from './office.fixture';
import { TicketsUnderTest } from './tickets.fixture';

describe('merging a double into another request, and undoing it (并单, G3)', () => {
  let tickets: TicketsUnderTest;
  let office: Office;
  let [double, survivor]: string[] = [];

  beforeAll(async () => {
    tickets = await TicketsUnderTest.open();
  });
  beforeEach(async () => {
    office = await Office.open(tickets);
    [double, survivor] = [await office.reported(), await office.reported()];
  });
  afterAll(() => tickets.close());

  const merge = (id = double!, into = survivor!, who = office.desk) => tickets.act(id, 'merge', who, { into });
  const unmerge = (id = double!, who = office.desk) => tickets.act(id, 'unmerge', who, {});
  const numberOf = async (id: string) => ((await office.read(id)).body as { number: string }).number;
  const running = async (id: string) => (await tickets.rows(`SELECT 1 FROM deadline WHERE aggregate_id = $1 AND state = 'running'`, [id])).length;

  it('is said of both, shown on both, and stops the clocks of the double alone', async () => {
    const [number, into] = [await numberOf(double!), await numberOf(survivor!)];
    expect(await merge()).toMatchObject({ status: 200, body: { status: 'merged', mergedInto: { id: survivor, number: into } } });
    expect((await tickets.events(double!)).at(-1)).toMatchObject({ type: 'tickets.repair-merged.v1', data: { from: 'open', into: { id: survivor, number: into }, reason: null } });
    expect((await tickets.events(survivor!)).at(-1)).toMatchObject({ type: 'tickets.repair-double-joined.v1', data: { double: { id: double, number }, mergeVersion: 2 } });
    expect((await office.read(survivor!)).body).toMatchObject({ status: 'open', mergedInto: null, doubles: [{ id: double, number }] });
    expect([await running(double!), (await running(survivor!)) > 0]).toEqual([0, true]);
  });

  it('is undone by the desk while the other is open: same episode, same state, clocks running', async () => {
    await tickets.fact(double!, 'work-started');
    const before = await running(double!);
    await merge();
    await tickets.act(double!, 'comment', office.resident, { comment: '不是同一处' });
    expect(await unmerge()).toMatchObject({ status: 200, body: { status: 'in-progress', episode: 1, mergedInto: null } });
    expect(await tickets.told(double!)).toEqual(['repair-requested', 'repair-progressed', 'repair-merged', 'repair-commented', 'repair-unmerged']);
    expect((await tickets.events(survivor!)).at(-1)).toMatchObject({ type: 'tickets.repair-double-left.v1', data: { why: 'undone' } });
    expect(await running(double!)).toBe(before);
    expect(await unmerge()).toMatchObject({ status: 409, body: { code: 'not-merged' } });
    expect((await merge()).status).toBe(200);
  });

  it.each([
    ['undone', null],
    ['merged into another', 'third'],
  ])('is stale for whoever undoes it while it is %s', async (_, into) => {
    await merge();
    const third = await office.reported();
    const late = await tickets.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM repair_request WHERE id = $1 FOR UPDATE', [double]);
      const answer = unmerge();
      await waitFor(async () => (await tickets.rows(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).length > 0, { what: 'the second to wait' });
      await tx.query('UPDATE repair_request SET merged_into = $2 WHERE id = $1', [double, into && third]);
      return { answer };
    });
    expect(await late.answer).toMatchObject({ status: 412, body: { code: 'stale' } });
  });

  it('is refused into itself, another site, what is over, and of what is over or has doubles of its own', async () => {
    const elsewhere = await Office.open(tickets);
    for (const into of [double!, await elsewhere.reported(), '01938f5a-0000-7657-8665-6e7400000000'])
      expect(await merge(double, into)).toMatchObject({ status: 400, body: { code: 'merge-target-unknown', errors: [{ pointer: '/into' }] } });
    const [over, third] = [await office.reported(), await office.reported()];
    await tickets.fact(over, 'work-finished');
    expect(await merge(double, over)).toMatchObject({ status: 409, body: { code: 'merge-target-over' } });
    expect(await merge(over, double)).toMatchObject({ status: 409, body: { code: 'illegal-move' } });
    await merge();
    expect(await merge(third, double)).toMatchObject({ status: 409, body: { code: 'merge-target-over' } });
    expect(await merge(survivor, third)).toMatchObject({ status: 409, body: { code: 'has-doubles' } });
    expect((await merge(third, survivor, office.resident)).status).toBe(403);
  });

  it('is refused into one of a less urgent class, which would end its promises, until that is corrected (G4)', async () => {
    const [burst, leak] = [await office.reported({ category: 'pipe-burst' }), await office.reported({ category: 'water-leak' })];
    const refused = await merge(burst, leak);
    expect(refused).toMatchObject({ status: 409, body: { code: 'merge-target-less-urgent', detail: expect.stringContaining(`Correct the category of ${await numberOf(leak)} first`) } });
    expect([await office.status(burst), await running(burst)]).toEqual(['open', 3]);
    expect((await tickets.act(leak, 'correct', office.desk, { category: 'pipe-burst', reason: '是爆管' })).status).toBe(200);
    expect((await merge(burst, leak)).status).toBe(200);
    expect((await merge(await office.reported({ category: 'wall' }), await office.reported({ category: 'pipe-burst' }))).status).toBe(200);
  });

  it('keeps what others wait for from being cancelled, and is not undone when the other is over', async () => {
    await merge();
    expect(await tickets.act(survivor!, 'cancel', office.resident, { reason: '好了' })).toMatchObject({ status: 409, body: { code: 'has-doubles' } });
    await tickets.fact(survivor!, 'work-finished');
    expect(await unmerge()).toMatchObject({ status: 409, body: { code: 'merge-target-over' } });
    expect(await office.status(double!)).toBe('merged');
  });

  it.each(['work-assigned', 'work-started', 'work-paused', 'work-returned'] as const)('wins over %s, whichever is first', async (fact) => {
    await tickets.fact(double!, 'work-assigned');
    await merge();
    await tickets.fact(double!, fact);
    expect([await office.status(double!), (await tickets.told(double!)).at(-1)]).toEqual(['merged', 'fact-came-too-late']);
    const other = await office.reported();
    await tickets.fact(other, 'work-assigned');
    await tickets.fact(other, fact);
    expect(await merge(other)).toMatchObject({ status: 200, body: { status: 'merged' } });
  });

  it('loses to finished work, whichever is first: the double is resolved, and the other told', async () => {
    await merge();
    await tickets.fact(double!, 'work-finished');
    expect((await office.read(double!)).body).toMatchObject({ status: 'resolved', mergedInto: null });
    expect((await tickets.events(survivor!)).at(-1)).toMatchObject({ type: 'tickets.repair-double-left.v1', data: { why: 'finished', double: { id: double } } });
    expect((await office.read(survivor!)).body).toMatchObject({ doubles: [] });
    const other = await office.reported();
    await tickets.fact(other, 'work-finished');
    expect((await merge(other)).status).toBe(409);
    expect(await office.status(other)).toBe('resolved');
  });

  it('says whether the work that beat it was in time', async () => {
    await tickets.showTime(march('10:00'));
    const repair = new RunningRepair(tickets, office, await office.reported({ category: 'pipe-burst' }));
    await merge(repair.id, await office.reported({ category: 'pipe-burst' }));
    await repair.work('finished', march('10:30'));
    expect((await tickets.events(repair.id)).find(({ type }) => type === 'tickets.repair-resolved.v1')!.data).toMatchObject({ target: { inTime: true } });
    expect(await running(repair.id)).toBe(0);
  });

  it('leads whoever reported the double to the other: its number and state, and none of its words', async () => {
    const followed = (await tickets.text(`GET /api/repair-requests/${double}/receipt`, office.desk)).text.match(/\/follow\/([^"]+)"/)![1]!;
    expect((await tickets.askAsNobody(`GET /api/followed-repairs/${followed}`)).body).toMatchObject({ status: 'open', mergedInto: null });
    const other = await office.reported({ description: '别人家的事' });
    const number = await numberOf(other);
    await merge(double, other);
    await tickets.fact(other, 'work-started');
    const goesOn = { number, status: 'in-progress', statusName: 'in progress' };
    expect((await office.read(double!, office.resident)).body).toMatchObject({ status: 'merged', mergedInto: { id: other, ...goesOn } });
    const { body } = await tickets.askAsNobody(`GET /api/followed-repairs/${followed}`);
    expect(body).toMatchObject({ status: 'merged', mergedInto: goesOn });
    expect(JSON.stringify(body)).not.toContain('别人家的事');
    for (const page of [`/api/repair-requests/${double}/receipt`, `/follow/${followed}`]) {
      const shown = (await tickets.text(`GET ${page}`, office.desk)).text;
      for (const said of ['已并单', number, '处理中']) expect(shown).toContain(said);
      expect(shown).not.toContain('别人家的事');
    }
  });

  it.each([
    ['urge', {}],
    ['cancel', { reason: '好了' }],
    ['reopen', { reason: '又漏' }],
    ['rating', { rating: 5 }],
  ])('answers who would %s the double with the number of the other', async (verb, said) => {
    await merge();
    const number = await numberOf(survivor!);
    expect(await tickets.act(double!, verb, office.resident, said)).toMatchObject({
      status: 409,
      body: { code: 'illegal-move', detail: expect.stringContaining(`it was merged into ${number}, which goes on for it`) },
    });
  });

  describe('undone, when the work went on before dispatch heard of it', () => {
    let repair: RunningRepair;

    beforeEach(async () => {
      await tickets.rows(`UPDATE tickets.timer SET status = 'cancelled' WHERE status = 'set'`);
      await tickets.showTime(march('10:00'));
      office = await Office.open(tickets);
      const burst = { category: 'pipe-burst', happenedAt: march('10:00').toISOString() };
      repair = new RunningRepair(tickets, office, await office.reported(burst));
      await repair.work('assigned', march('10:00'));
      await merge(repair.id, await office.reported(burst));
    });

    it('stands at the door, and nobody is reminded of the arrival', async () => {
      await repair.work('accepted', march('10:02'));
      await repair.work('arrived', march('10:05'));
      await tickets.showTime(march('10:12'));
      expect(await unmerge(repair.id)).toMatchObject({ status: 200, body: { status: 'in-progress' } });
      expect((await tickets.events(repair.id)).at(-1)).toMatchObject({ type: 'tickets.repair-unmerged.v1', data: { state: 'in-progress' } });
      const kept = (at: string) => ({ state: 'closed', closedAt: march(at).toISOString(), overdue: false });
      expect(await repair.promises()).toMatchObject({ answer: kept('10:02'), 'on-site': kept('10:05'), done: { state: 'running' } });
      await tickets.until(march('11:00'));
      expect(await repair.escalated()).toEqual([]);
    });

    it('waits for what it waits for, and has waited', async () => {
      for (const [what, at] of [['accepted', '10:02'], ['arrived', '10:05']] as const) await repair.work(what, march(at));
      await repair.work('paused', march('10:06'), { reviewAt: march('10:00', 5) });
      await tickets.showTime(march('10:12'));
      expect(await unmerge(repair.id)).toMatchObject({ body: { status: 'waiting' } });
      expect((await repair.promises()).done).toMatchObject({ state: 'paused', dueAt: new Date('2027-03-05T23:59:59.999+08:00').toISOString() });
    });

    it('is promised by the class that it was corrected to meanwhile', async () => {
      expect((await tickets.act(repair.id, 'correct', office.desk, { category: 'water-leak', reason: '不是爆管' })).status).toBe(200);
      await unmerge(repair.id);
      expect((await repair.promises()).answer).toMatchObject({ state: 'running', dueAt: march('10:30').toISOString() });
    });

    it('is nobody’s where it was handed back, and is not judged by the rest where finished work beats the merge', async () => {
      await repair.work('declined', march('10:03'));
      expect(await unmerge(repair.id)).toMatchObject({ body: { status: 'open' } });
      await merge(repair.id, await office.reported({ category: 'pipe-burst' }));
      await repair.work('arrived', march('10:10'));
      await repair.work('finished', march('10:55'));
      expect(await repair.promises()).toMatchObject({ 'on-site': { closedAt: march('10:10').toISOString(), overdue: false }, done: { closedAt: march('10:55').toISOString() } });
    });
  });

  it('two at once into each other: one wins, neither hangs', async () => {
    const answers = await Promise.all([merge(double, survivor), merge(survivor, double)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
