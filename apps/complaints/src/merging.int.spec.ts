import type { Principal } from '@property-office/contracts';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;
let second: Principal;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(complaints);
  second = office.holding('resident', { homes: [office.homes[1]!] });
});
afterAll(() => complaints.close());

const merge = (id: string, into: string, who: Principal = office.lead) => office.act(id, 'merge', who, { into, reason: '同一水泵' });
const bySecond = (more: object = {}) => office.recorded({ homeId: office.homes[1], words: '水泵房半夜响', ...more }, second);
const byStranger = (more: object = {}) => office.recorded({ contact: { name: '李四', phone: '13800000000' }, ...more }, office.desk);
const toldOf = (id: string, kind: string) => complaints.rows('SELECT person_id, number FROM complainant_notice WHERE case_id = $1 AND kind = $2', [id, kind]);
const closedClocks = (id: string) => complaints.rows(`SELECT 1 FROM deadline WHERE aggregate_id = $1 AND state = 'running'`, [id]);

describe('a complaint is merged into another of the same matter (W2.3)', () => {
  it('whose group its complainants join, with their words and attachments; it ends, pointing there, and so do its clocks', async () => {
    const [id, into] = [await bySecond({ attachmentIds: [] }), await office.recorded()];
    await complaints.rows('UPDATE complaint SET attachment_ids = ARRAY[$2::uuid] WHERE id = $1', [id, office.crew]);
    const { number } = (await office.read(into)).body;
    expect(await office.mergedIn(id, into)).toMatchObject({ status: 'merged', statusName: 'merged', mergedInto: { id: into, number }, handlerId: null, allowed: [] });
    const { body } = await office.read(into);
    expect(body).toMatchObject({ households: 2, complainants: [{ words: '楼道三天没有打扫' }, { words: '水泵房半夜响', hasAccount: true }], file: { doubles: [{ id }] } });
    expect(body.attachments).toMatchObject([{ id: office.crew }]);
    expect((await office.read(id)).body.file.mergeReason).toBe('同一事项');
    expect(await closedClocks(id)).toEqual([]);
    expect((await complaints.events(id)).at(-1)).toMatchObject({ type: 'complaints.complaint-merged.v1', data: { into: { id: into, number }, from: 'recorded' } });
    expect((await complaints.events(into)).at(-1)).toMatchObject({ type: 'complaints.complaint-double-joined.v1', data: { double: { id }, complainants: 2, households: 2 } });
    expect(JSON.stringify([await complaints.events(id), await complaints.events(into)])).not.toMatch(new RegExp(`${second.personId}|${office.homes[1]}|水泵`));
    // They are told the number, and see theirs of both: the other complainant nothing of them.
    expect(await toldOf(into, 'complaint-merged')).toEqual([{ person_id: second.personId, number }]);
    expect((await office.read(into, second)).body).toMatchObject({ words: '水泵房半夜响', complainants: [{ words: '水泵房半夜响' }], attachments: [{ id: office.crew }] });
    expect((await office.read(into, office.resident)).body).toMatchObject({ words: '楼道三天没有打扫', attachments: [] });
    expect((await office.read(id, second)).body.mergedInto).toEqual({ id: into, number });
    expect(await office.list('status=merged')).toEqual([id]);
  });

  it('who has no account is the desk’s to tell; who complains in both complains once, with all they said', async () => {
    const [id, into] = [await byStranger(), await office.recorded()];
    await office.mergedIn(id, into);
    const { body } = await office.read(into);
    expect(body.file.tasks).toMatchObject([{ ownerId: office.lead.personId, complainantId: body.complainants[1].id }]);
    expect((await complaints.ask('GET /api/complaint-tasks', office.lead)).body).toMatchObject({ items: [{ complaintId: into }] });
    await office.does(into, 'finish-task', office.lead, { taskId: body.file.tasks[0].id, done: '电话告知' });
    const again = await office.recorded({ words: '又没打扫' });
    await office.mergedIn(again, into);
    expect((await office.read(into)).body.complainants).toMatchObject([{ words: '楼道三天没有打扫\n又没打扫' }, { hasAccount: false }]);
    expect((await toldOf(into, 'complaint-merged')).map((row) => row['person_id'])).toEqual([office.resident.personId]);
  });

  it('the fifth household makes it a major one, and so does what made the other one', async () => {
    const into = await office.recorded({ homeId: office.homes[0] });
    await office.does(into, 'assign', office.lead, { handlerId: office.desk.personId });
    for (const home of [1, 2, 3, 3]) await office.mergedIn(await byStranger({ homeId: office.homes[home] }), into);
    expect((await office.read(into)).body).toMatchObject({ households: 4, major: false });
    await office.mergedIn(await byStranger({ homeId: office.homes[4] }), into);
    expect((await office.read(into)).body).toMatchObject({ households: 5, major: true, majorBecause: ['five-households'], handlerId: office.director.personId });
    expect((await complaints.told(into)).filter((each) => each === 'complaint-made-major')).toHaveLength(1);
    const other = await office.recorded();
    await office.mergedIn(await office.recorded({ kind: 'theft' }), other);
    expect((await office.read(other)).body).toMatchObject({ major: true, majorBecause: ['theft'] });
  });

  it('nobody waits longer for it: of two dates the earlier one holds, and a hotline’s leads', async () => {
    const id = await bySecond();
    const early = (await office.read(id)).body.dueAt;
    await complaints.later(86_400);
    const into = await office.recorded();
    expect((await office.read(into)).body.dueAt > early).toBe(true);
    await office.mergedIn(id, into);
    expect((await office.read(into)).body.dueAt).toBe(early);
    expect((await complaints.events(into)).at(-1)!.data).toMatchObject({ dueAt: early });
    const hotlineDeadline = office.inDays(2);
    await office.mergedIn(await office.recorded({ outside: 'hotline', hotlineNumber: 'H-7', hotlineDeadline }, office.desk), into);
    const { body } = await office.read(into);
    expect(body).toMatchObject({ hotlineNumber: 'H-7', hotlineDeadline, majorBecause: ['hotline'] });
    expect(body.dueAt < hotlineDeadline).toBe(true);
  });

  it('nor does the director have a day more for a major one that goes on as an ordinary one', async () => {
    const id = await bySecond({ kind: 'theft' });
    const ofDirector = async (of: string) => (await office.read(of, office.company)).body.promises.find((each: { promise: string }) => each.promise === 'taken-by-director').dueAt;
    const until = await ofDirector(id);
    await complaints.later(600);
    const into = await office.recorded();
    await office.mergedIn(id, into);
    expect(await ofDirector(into)).toBe(until);
  });

  it('one that is late makes it late', async () => {
    const id = await bySecond();
    await complaints.later(20 * 86_400);
    const into = await office.recorded();
    await office.mergedIn(id, into);
    expect(new Date((await office.read(into)).body.dueAt).getTime()).toBeLessThan(Date.now() + complaints.ahead * 1_000 + 120_000);
  });

  it('is hidden from whomever either was hidden from, also later', async () => {
    const [id, into] = [await bySecond({ aboutPersonIds: [office.technician.personId] }), await office.recorded({ aboutPersonIds: [office.desk2.personId] })];
    await office.mergedIn(id, into);
    for (const one of [id, into]) for (const who of [office.technician, office.mate, office.desk2]) expect((await office.read(one, who)).status).toBe(404);
    expect((await office.read(into)).body.file).toMatchObject({ aboutPersonIds: [office.desk2.personId, office.technician.personId] });
    // Whom it is about from now on, or a crew they come to belong to, learns nothing by the one that rests.
    await office.does(into, 'correct-about', office.lead, { aboutPersonIds: [office.head.personId], aboutCrewIds: [], reason: '查明' });
    const crew = (await Office.open(complaints)).crew;
    const fellow = office.holding('desk', { crews: [crew] });
    await office.joins(office.head, crew);
    for (const one of [id, into]) expect((await office.read(one, fellow)).status).toBe(404);
  });

  it('also one that goes on for others; only the one that goes on is offered to whoever has the same matter', async () => {
    const [id, into, last] = [await bySecond(), await office.recorded(), await office.recorded()];
    await office.mergedIn(id, into);
    await office.mergedIn(into, last);
    expect((await office.read(last)).body.complainants).toHaveLength(2);
    expect((await complaints.ask(`GET /api/complaints/joinable?siteId=${office.siteId}`, office.lead)).body).toMatchObject({ items: [{ id: last }] });
  });
});

describe('is refused', () => {
  const refusal = async (id: string, into: string, who: Principal = office.lead) => {
    const { status, body } = await merge(id, into, who);
    return { status, code: body.code };
  };

  it('for itself, across sites, and where somebody may not see one of the two, as what is not there', async () => {
    const [id, elsewhere] = [await office.recorded(), await (await Office.open(complaints)).recorded()];
    const hidden = await office.recorded({ aboutPersonIds: [office.lead.personId] });
    const unknown = { status: 400, code: 'merged-complaint-unknown' };
    for (const into of [id, elsewhere, hidden, office.siteId]) expect(await refusal(id, into)).toEqual(unknown);
    const company = { ...office.lead, roles: [{ role: 'company' as const, siteId: null }] };
    expect(await refusal(id, elsewhere, company)).toEqual(unknown);
    expect(await refusal(hidden, id)).toEqual({ status: 404, code: 'complaint-unknown' });
    for (const who of [office.resident, office.technician, office.head]) expect((await merge(id, hidden, who)).status).toBe(403);
    expect((await office.act(id, 'merge', office.lead, { into: hidden })).status).toBe(400);
  });

  it('in the name of somebody from whom one of the two is hidden: it is another’s, or nobody’s (G1)', async () => {
    const lends = ({ personId: forPersonId, roles }: Principal) => ({ forPersonId, kind: 'approvals' as const, roles });
    const standing = async () => [await office.recorded(), await bySecond({ aboutPersonIds: [office.lead.personId] })] as const;
    const deputy = (...of: Principal[]) => office.holding('clerk', { deputyships: of.map(lends) });
    const [id, about] = await standing();
    expect(await refusal(id, about, deputy(office.lead))).toEqual({ status: 400, code: 'merged-complaint-unknown' });
    expect((await merge(id, about, deputy(office.lead, office.director))).status).toBe(200);
    for (const each of [id, about]) expect((await complaints.events(each)).at(-1)).toMatchObject({ actor_for: office.director.personId });
  });

  it('by whoever complains in one of them', async () => {
    const own = await office.recorded({ onBehalfOf: office.lead.personId }, office.lead);
    const id = await office.recorded();
    expect(await refusal(id, own)).toEqual({ status: 403, code: 'own-complaint' });
    expect(await refusal(own, id)).toEqual({ status: 403, code: 'own-complaint' });
  });

  it('where who handles or complains in one of them is complained about in the other, or handles it', async () => {
    const [id, into] = [await office.recorded(), await bySecond({ aboutPersonIds: [office.desk2.personId] })];
    await office.does(id, 'assign', office.lead, { handlerId: office.desk2.personId });
    for (const [one, other] of [[id, into], [into, id]] as const) expect(await refusal(one, other)).toEqual({ status: 409, code: 'merge-handler-about' });
    const ofDesk = await office.recorded({ onBehalfOf: office.desk2.personId }, office.desk);
    for (const [one, other] of [[ofDesk, into], [into, ofDesk]] as const) expect(await refusal(one, other)).toEqual({ status: 409, code: 'merge-complainant-about' });
    expect(await refusal(ofDesk, id)).toEqual({ status: 409, code: 'handler-unfit-to-complain' });
  });

  it('of one that was disputed, that has open work, or of which it is not settled whom it is about', async () => {
    const into = await office.recorded();
    const disputed = await office.recorded();
    await office.answered(disputed);
    await office.does(disputed, 'answer', office.resident, { answer: 'disputed' });
    await office.does(disputed, 'assign', office.lead, { handlerId: office.lead.personId });
    await office.does(disputed, 'verify', office.lead, { findings: '再次核实' });
    expect(await refusal(disputed, into)).toEqual({ status: 409, code: 'merge-disputed' });
    const working = await office.recorded();
    await office.verified(working);
    await office.does(working, 'decide', office.desk, { decision: 'ours', reason: 'x' });
    await office.does(working, 'begin-handling', office.desk, { apology: '对不起', promisedAt: office.inDays(1) });
    await office.does(working, 'tasks', office.desk, { what: '补扫', ownerId: office.desk.personId, dueAt: office.inDays(1) });
    expect(await refusal(working, into)).toEqual({ status: 409, code: 'work-open' });
    const open = await office.recorded({ aboutWords: '高个子' });
    for (const [one, other] of [[open, into], [into, open]] as const) expect(await refusal(one, other)).toEqual({ status: 409, code: 'about-open' });
    // The other way round it goes on for both.
    expect((await merge(into, disputed)).status).toBe(200);
  });
});

describe('crossings of a merge, in both orders (complaint-states.ts)', () => {
  const illegal = { status: 409, body: { code: 'complaint-move-illegal' } };

  it('merge × acknowledge, decide: merged first, they are refused; merged afterwards, it is merged all the same', async () => {
    for (const [verb, body] of [['acknowledge', { how: 'telephone' }], ['decide', { decision: 'ours', reason: 'x' }]] as const) {
      const standing = async () => {
        const id = await office.recorded();
        if (verb === 'decide') await office.verified(id);
        return id;
      };
      const [first, then, into] = [await standing(), await standing(), await office.recorded()];
      await office.mergedIn(first, into);
      const handler = verb === 'decide' ? { status: 409, body: { code: 'handler-missing' } } : illegal;
      expect(await office.act(first, verb, office.desk, body)).toMatchObject(handler);
      await office.does(then, verb, office.desk, body);
      expect(await office.mergedIn(then, into)).toMatchObject({ status: 'merged' });
    }
  });

  it('merge × close: what is closed is neither merged nor goes on for another', async () => {
    const [closed, id] = [await office.recorded(), await bySecond()];
    await office.closed(closed);
    expect(await merge(closed, id)).toMatchObject(illegal);
    expect(await merge(id, closed)).toMatchObject({ status: 409, body: { code: 'merged-complaint-over' } });
    const answered = await office.recorded();
    await office.answered(answered);
    expect(await merge(answered, id)).toMatchObject(illegal);
    // Who joined by it is waited for before the other one is closed.
    await office.mergedIn(id, answered);
    expect(await office.does(answered, 'answer', office.resident, { answer: 'accepted' })).toMatchObject({ status: 'awaiting-feedback' });
  });

  it('merge × answer at once: the case is closed without it, or waits for who joined', async () => {
    const [id, into] = [await bySecond(), await office.recorded()];
    await office.answered(into);
    const [merging, answering] = await Promise.all([merge(id, into), office.act(into, 'answer', office.resident, { answer: 'accepted' })]);
    expect([merging.status, answering.status, answering.body.status]).toEqual(merging.status === 200 ? [200, 200, 'awaiting-feedback'] : [409, 200, 'closed']);
  });

  it('merge × merge the other way, at once or one after the other: one holds', async () => {
    for (const at of ['once', 'turns']) {
      const [id, other] = [await bySecond(), await office.recorded()];
      const both = [() => merge(id, other), () => merge(other, id, office.director)] as const;
      const told = at === 'once' ? await Promise.all(both.map((each) => each())) : [await both[0](), await both[1]()];
      expect(told.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(told.find(({ status }) => status === 409)!.body.code).toBe('merged-complaint-over');
      const rows = await complaints.rows('SELECT count(*)::int AS n, count(merged_into)::int AS merged FROM complaint WHERE id = ANY ($1)', [[id, other]]);
      expect(rows).toEqual([{ n: 2, merged: 1 }]);
    }
  });

  it('merge × merge, twice at once or said again: its complainants join once', async () => {
    const [id, into] = [await bySecond(), await office.recorded()];
    const told = await Promise.all([merge(id, into), merge(id, into, office.director)]);
    expect(told.map(({ status }) => status).sort()).toEqual([200, 409]);
    const again = { 'idempotency-key': 'merge-once' };
    const other = await bySecond();
    const said = [];
    for (let i = 0; i < 2; i += 1) said.push(await office.act(other, 'merge', office.lead, { into, reason: '同一水泵' }, again));
    expect(said.map(({ status }) => status)).toEqual([200, 200]);
    expect((await office.read(into)).body.complainants).toHaveLength(2);
    expect((await complaints.told(into)).filter((each) => each === 'complaint-double-joined')).toHaveLength(2);
  });
});
