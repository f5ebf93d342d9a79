import type { Principal } from '@property-office/contracts';
import { autumn, Clocks } from './clocks.fixture';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;
let second: Principal;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  await complaints.rows(`UPDATE timer SET status = 'cancelled' WHERE status = 'set'`);
  await complaints.showTime(autumn('09-23 10:00'));
  office = await Office.open(complaints);
  second = office.holding('resident', { homes: [office.homes[1]!] });
});
afterAll(() => complaints.close());

const takenBack = (id: string) => office.does(id, 'take-back', office.lead);
const bySecond = (more: object = {}) => office.recorded({ homeId: office.homes[1], words: '水泵房半夜响', ...more }, second);
const byStranger = (more: object = {}) => office.recorded({ contact: { name: '李四', phone: '13800000000' }, ...more }, office.desk);
const refusal = async (id: string, who: Principal = office.lead) => {
  const { status, body } = await office.act(id, 'take-back', who);
  return { status, code: body.code };
};
const stands = { status: 409, code: 'merge-stands' };

/** All that somebody of the company sees of a case and of what is promised about it, but for what counts its changes. */
async function seen(id: string): Promise<object> {
  const { version: _version, file, ...rest } = (await office.read(id, office.company)).body;
  const { corrections: _corrections, ...own } = file;
  return { ...rest, file: own };
}
/** How clocks and complainants stand in the tables. */
async function kept(id: string): Promise<object[]> {
  const clocks = await complaints.rows(`SELECT promise, class, state, clock, due_at FROM deadline WHERE aggregate_id = $1 AND state <> 'dropped' ORDER BY promise`, [id]);
  const complain = await complaints.rows('SELECT to_jsonb(k) AS k FROM complainant k WHERE complaint_id = $1 ORDER BY joined_at, id', [id]);
  const [row] = await complaints.rows('SELECT to_jsonb(c) - ARRAY[\'version\', \'last_happened_at\', \'changed_at\'] AS c FROM complaint c WHERE id = $1', [id]);
  const found = await complaints.rows('SELECT text FROM case_search WHERE case_id = $1', [id]);
  return [...clocks, ...complain, row!, ...found];
}

describe('a merge is taken back (G3)', () => {
  it('both stand as before, and so do their complainants, words, dates, and who handles them', async () => {
    const id = await bySecond({ kind: 'theft' });
    await complaints.later(86_400);
    const into = await office.recorded();
    await office.does(id, 'assign', office.company, { handlerId: office.director.personId });
    await office.does(into, 'assign', office.lead, { handlerId: office.desk.personId });
    const before = [await seen(id), await seen(into), await kept(id), await kept(into)];
    await office.mergedIn(id, into);
    expect((await office.read(into)).body).toMatchObject({ major: true, handlerId: office.director.personId, households: 2 });
    expect(await takenBack(id)).toMatchObject({ status: 'recorded', mergedInto: null, handlerId: office.director.personId });
    expect([await seen(id), await seen(into), await kept(id), await kept(into)]).toEqual(before);
    // Each with whom it was: who joined sees nothing of the other one, and who handles it goes on.
    expect((await office.read(into, second)).status).toBe(404);
    await office.does(into, 'acknowledge', office.desk, {});
    await office.does(id, 'acknowledge', office.director, {});
  });

  it.each(['recorded', 'acknowledged', 'verifying', 'decided', 'handling'])('one that was %s is so again', async (state) => {
    const [id, into] = [await bySecond(), await office.recorded()];
    await complaints.rows(
      `UPDATE complaint SET state = $2, handler_id = $3, handler_ids = ARRAY[$3::uuid], findings = '查看了记录', decision = 'ours', decision_reason = '漏扫', decided_by = $3,
         decided_at = happened_at, apology = '对不起', promised_at = happened_at + interval '2 days' WHERE id = $1`,
      [id, state, office.desk.personId],
    );
    const before = await kept(id);
    await office.mergedIn(id, into);
    expect(await takenBack(id)).toMatchObject({ status: state, handlerId: office.desk.personId });
    expect(await kept(id)).toEqual(before);
  });

  it('is announced with what it stands as, whom its complainants are nowhere in; they are told that theirs goes on by itself', async () => {
    const [id, into] = [await bySecond(), await office.recorded()];
    const [one, other] = [(await office.read(id)).body, (await office.read(into)).body];
    await office.mergedIn(id, into);
    const { version } = (await office.read(into)).body;
    await takenBack(id);
    expect((await complaints.events(id)).at(-1)).toMatchObject({ type: 'complaints.complaint-unmerged.v1', data: { into: { id: into, number: other.number }, state: 'recorded', handlerId: null } });
    expect((await complaints.events(into)).at(-1)).toMatchObject({
      type: 'complaints.complaint-double-left.v1',
      data: { double: { id, number: one.number }, complainants: 1, households: 1, dueAt: other.dueAt, major: false, undone: { from: other.version + 1, to: version } },
    });
    expect(JSON.stringify([await complaints.events(id), await complaints.events(into)])).not.toMatch(new RegExp(`${second.personId}|${office.homes[1]}`));
    const notices = await complaints.rows(`SELECT person_id, number FROM complainant_notice WHERE case_id = $1 AND kind = 'complaint-unmerged'`, [id]);
    expect(notices).toEqual([{ person_id: second.personId, number: one.number }]);
  });

  it('who complains in both says in each what they said there; a hotline, its number and date are the other one’s again', async () => {
    const into = await office.recorded();
    const again = await office.recorded({ words: '又没打扫' });
    const hotline = await office.recorded({ outside: 'hotline', hotlineNumber: 'H-7', hotlineDeadline: office.inDays(2) }, office.desk);
    for (const id of [again, hotline]) {
      const before = [await kept(id), await kept(into)];
      await office.mergedIn(id, into);
      expect(await kept(into)).not.toEqual(before[1]);
      await takenBack(id);
      expect([await kept(id), await kept(into)]).toEqual(before);
    }
  });

  it('what was to be told of it is to be told no more; what was to be told of the other before is, again by its date', async () => {
    const [id, into] = [await byStranger(), await office.recorded()];
    const earlier = await byStranger();
    await office.mergedIn(earlier, id);
    const clocks = () => complaints.rows(`SELECT t.id, d.promise, d.state, d.due_at FROM complaint_task t JOIN deadline d ON d.aggregate_id = t.id WHERE t.complaint_id = $1 ORDER BY d.promise`, [id]);
    const before = await clocks();
    expect(before).not.toEqual([]);
    await office.mergedIn(id, into);
    expect((await clocks()).map(({ state }) => state)).not.toContain('running');
    await takenBack(id);
    expect(await clocks()).toEqual(before);
    expect((await office.read(id)).body.file.tasks).toMatchObject([{ cancelledAt: null, cancelReason: null }]);
    const { body } = await office.read(into);
    expect(body).toMatchObject({ complainants: [{ hasAccount: true }], file: { tasks: [1, 2].map(() => ({ complainantId: null, cancelReason: expect.stringContaining('并案已撤回') })) } });
    expect((await complaints.events(id)).at(-1)).toMatchObject({ type: 'complaints.task-added.v1', data: { ownerId: office.lead.personId } });
  });

  it('is about whom it was about before, for everybody to see; from whom both were hidden they stay hidden: the history of each names the other', async () => {
    const [id, into] = [await bySecond({ aboutPersonIds: [office.technician.personId] }), await office.recorded({ aboutPersonIds: [office.desk2.personId] })];
    await office.mergedIn(id, into);
    await takenBack(id);
    expect((await office.read(into)).body.file).toMatchObject({
      aboutPersonIds: [office.desk2.personId],
      corrections: [{ formerPersonIds: [office.desk2.personId] }, { formerPersonIds: [office.desk2.personId, office.technician.personId], correctedBy: office.lead.personId }],
    });
    for (const one of [id, into]) for (const who of [office.technician, office.mate, office.desk2]) expect((await office.read(one, who)).status).toBe(404);
    expect((await complaints.events(into)).map(({ type }) => type).slice(-2)).toEqual(['complaints.complaint-corrected.v1', 'complaints.complaint-double-left.v1']);
  });

  it('what was to be told by somebody it is hidden from by then whoever handles it next is to tell', async () => {
    const [id, into] = [await byStranger(), await office.recorded({ aboutPersonIds: [office.desk2.personId] })];
    await office.mergedIn(await byStranger(), id);
    await complaints.rows('UPDATE complaint_task SET owner_id = $2 WHERE complaint_id = $1', [id, office.desk2.personId]);
    await office.mergedIn(id, into);
    await takenBack(id);
    await office.does(id, 'assign', office.lead, { handlerId: office.desk.personId });
    expect((await office.read(id)).body.file.tasks).toMatchObject([{ ownerId: office.desk.personId, cancelReason: null }]);
  });

  it('what made it a major one makes it one again when it is merged anew, with its clocks', async () => {
    const [id, into] = [await bySecond({ kind: 'theft' }), await office.recorded()];
    const promised = async () => Object.keys(await new Clocks(complaints, office).promises(into));
    const before = await promised();
    for (let i = 0; i < 2; i += 1) {
      await office.mergedIn(id, into);
      expect(await promised()).toContain('taken-by-director');
      if (i === 0) await takenBack(id);
      if (i === 0) expect(await promised()).toEqual(before);
    }
    expect((await office.read(into)).body).toMatchObject({ major: true, complainants: [{}, {}] });
  });

  it('whoever had it by the merge alone has not had it: after a dispute it may be theirs (W2.3)', async () => {
    const [id, into] = [await bySecond({ kind: 'theft' }), await office.recorded()];
    await office.mergedIn(id, into);
    expect((await office.read(into)).body.handlerId).toBe(office.director.personId);
    await takenBack(id);
    await office.answered(into);
    await office.does(into, 'answer', office.resident, { answer: 'disputed' });
    await office.does(into, 'assign', office.company, { handlerId: office.director.personId });
  });
});

describe('is refused, and says what to do instead (G3)', () => {
  it('after five minutes; then what can be taken back no more is kept no longer', async () => {
    const [id, into] = [await bySecond(), await office.recorded()];
    await office.mergedIn(id, into);
    await complaints.later(301);
    const { status, body } = await office.act(id, 'take-back', office.lead, {}, { 'accept-language': 'en' });
    expect({ status, ...body }).toMatchObject({ ...stands, detail: expect.stringContaining('record as a new complaint') });
    // By a timer of its own: not until another is merged.
    expect(await complaints.rows('SELECT 1 FROM complaint_merge WHERE complaint_id = $1', [id])).toEqual([]);
    expect(await refusal(id)).toEqual(stands);
  });

  it('by whoever did not merge it, may not, or may not see one of the two', async () => {
    const [id, into] = [await bySecond(), await office.recorded()];
    await office.mergedIn(id, into);
    expect(await refusal(id, office.director)).toEqual(stands);
    for (const who of [second, office.technician]) expect((await office.act(id, 'take-back', who)).status).toBe(403);
    expect((await office.act(id, 'take-back', (await Office.open(complaints)).lead)).status).toBe(404);
  });

  it('of one that is not merged, or is no more', async () => {
    const [id, into] = [await bySecond(), await office.recorded()];
    const alone = { status: 409, code: 'complaint-not-merged' };
    expect(await refusal(id)).toEqual(alone);
    await office.mergedIn(id, into);
    await takenBack(id);
    expect(await refusal(id)).toEqual(alone);
    expect(await refusal(into)).toEqual(alone);
  });

  it('once somebody without an account was told of it: that cannot be untold', async () => {
    const [id, into] = [await byStranger(), await office.recorded()];
    await office.mergedIn(id, into);
    const [task] = (await office.read(into)).body.file.tasks;
    await office.does(into, 'finish-task', office.lead, { taskId: task.id, done: '电话告知' });
    expect(await refusal(id)).toEqual(stands);
  });
});

describe('crossings of a taking back, in both orders (take-back.ts)', () => {
  const acts: ReadonlyArray<readonly [string, (into: string) => Promise<unknown>]> = [
    ['a decision', (into) => office.does(into, 'decide', office.desk, { decision: 'unfounded', reason: '监控正常' })],
    ['somebody who joins', (into) => office.does(into, 'join', office.desk2, { contact: { name: '王五', phone: '13900000000' } })],
    ['another who handles it', (into) => office.does(into, 'assign', office.lead, { handlerId: office.desk2.personId })],
    ['another that is merged into it', async (into) => office.mergedIn(await byStranger(), into)],
    ['its own merge', async (into) => office.mergedIn(into, await office.recorded())],
  ];
  it.each(acts)('× %s: done first, the merge stands; taken back first, it is done to the one it was before', async (_, does) => {
    for (const first of ['act', 'take-back'] as const) {
      const [id, into] = [await bySecond(), await office.recorded()];
      await office.verified(into);
      await office.mergedIn(id, into);
      if (first === 'take-back') await takenBack(id);
      await does(into);
      if (first === 'act') expect(await refusal(id)).toEqual(stands);
      else expect((await office.read(id)).body).toMatchObject({ status: 'recorded', complainants: [{ words: '水泵房半夜响' }] });
    }
  });

  it('× the answer of a complainant, at once: answered first, the merge stands; taken back first, it is closed for whom it was before', async () => {
    const [id, into] = [await bySecond(), await office.recorded()];
    await office.answered(into);
    await office.mergedIn(id, into);
    const [back, answer] = await Promise.all([office.act(id, 'take-back', office.lead), office.act(into, 'answer', office.resident, { answer: 'accepted' })]);
    expect([back.status, answer.status, answer.body.status]).toEqual(back.status === 200 ? [200, 200, 'closed'] : [409, 200, 'awaiting-feedback']);
  });

  it('× escalation: taken back in either order; a level that the date of the other one brought stays, marked as on time', async () => {
    const late = await bySecond();
    await complaints.until(autumn('09-24 10:00'));
    const [into, then] = [await office.recorded(), await office.recorded()];
    const before = await kept(into);
    await office.mergedIn(late, into);
    await complaints.later(90);
    const escalated = (await complaints.events(into)).filter(({ type }) => type === 'complaints.complaint-escalated.v1');
    expect(escalated.length).toBeGreaterThan(0);
    await takenBack(late);
    expect(await kept(into)).toEqual(before);
    const shown = (await complaints.events(into)).filter(({ type }) => type === 'complaints.complaint-shown-on-time.v1');
    const levels = (events: typeof shown) => events.map(({ data }) => `${String(data['deadlineId'])} ${String(data['level'])}`).sort();
    expect(levels(shown)).toEqual(levels(escalated));
    // The other order: what was late by the merge is not late any more.
    await office.mergedIn(late, then);
    await takenBack(late);
    await complaints.later(90);
    expect((await complaints.told(then)).filter((each) => each === 'complaint-escalated')).toEqual([]);
  });

  it('× itself, twice at once: one takes it back', async () => {
    const [id, into] = [await bySecond(), await office.recorded()];
    await office.mergedIn(id, into);
    const told = await Promise.all([refusal(id), refusal(id)]);
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await complaints.told(into)).filter((each) => each === 'complaint-double-left')).toHaveLength(1);
  });

  it('× a fact that comes too late for the one that rests: that is something, and the merge stands', async () => {
    const [id, into, repair] = [await bySecond(), await office.recorded(), await office.repair()];
    await complaints.rows('INSERT INTO linked_repair (complaint_id, repair_request_id) VALUES ($1, $2)', [id, repair]);
    await complaints.rows('UPDATE known_repair SET finished = true WHERE id = $1', [repair]);
    await office.mergedIn(id, into);
    await office.repairResolved(repair);
    expect((await complaints.told(id)).at(-1)).toBe('fact-came-too-late');
    expect(await refusal(id)).toEqual(stands);
  });
});
