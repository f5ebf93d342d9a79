import { rankCausePath, type CauseRanked, type EventData, type Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import { autumn } from './clocks.fixture';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';
import { CauseMeasures } from './persistence/cause-measures';

let complaints: ComplaintsUnderTest;
let office: Office;
/** What tracking counts. */
let ranked: CauseRanked;
let asked: object[];

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  await complaints.rows(`UPDATE timer SET status = 'cancelled' WHERE status = 'set'`);
  await complaints.showTime(autumn('11-09 09:00'));
  office = await Office.open(complaints);
  ranked = { count: 7, isLarge: true };
  asked = [];
  complaints.neighbours = (service, route, body) => {
    if (service !== 'tracking' || route !== rankCausePath) return {};
    asked.push(body as object);
    return ranked;
  };
});
afterAll(() => complaints.close());

const path = '/api/cause-measures';
const set = (more: object = {}, who = office.lead) =>
  complaints.ask(`POST ${path}`, who, {
    siteId: office.siteId,
    month: '2026-10',
    source: 'complaints',
    cause: 'cleaning',
    measure: '楼道保洁改为一天两次 twice',
    ownerId: office.technician.personId,
    dueAt: autumn('11-13 16:00').toISOString(),
    ...more,
  });
const isSet = async (more: object = {}): Promise<string> => {
  const told = await set(more);
  if (told.status !== 201) throw new Error(JSON.stringify(told.body));
  return told.body.id;
};
const act = (id: string, verb: string, who: Principal, body: object) => complaints.ask(`POST ${path}/${id}/${verb}`, who, body);
const review = (id: string, who = office.director, worked = 'partly') => act(id, 'review', who, { worked, review: '好转，周末仍差' });
const levels = async (id: string) =>
  (await complaints.events(id))
    .filter(({ type }) => type === 'complaints.cause-measure-escalated.v1')
    .map(({ data }) => data as unknown as EventData<'complaints.cause-measure-escalated.v1'>)
    .map(({ level, told }) => `${level}: ${told.map(({ personId }) => personId).join(' ')}`);

describe('a measure against a cause of a month (R3.3)', () => {
  it('has an owner and a date, is done by the owner, and somebody else says whether it worked', async () => {
    const id = await isSet();
    expect((await complaints.ask(`GET ${path}/${id}`, office.technician)).body).toMatchObject({ number: expect.stringMatching(/^I-/), status: 'set', month: '2026-10', cause: 'cleaning', setBy: office.lead.personId });
    expect((await act(id, 'finish', office.lead, { done: 'x' })).body).toMatchObject({ status: 403, code: 'measure-not-yours' });
    expect((await act(id, 'finish', office.technician, { done: '已排班' })).body).toMatchObject({ status: 'done', done: '已排班' });
    expect((await act(id, 'finish', office.technician, { done: 'x' })).body).toMatchObject({ status: 409, code: 'measure-move-illegal' });
    expect((await review(id)).body).toMatchObject({ status: 'reviewed', statusName: 'reviewed', worked: 'partly', review: '好转，周末仍差', reviewedBy: office.director.personId });
    expect((await review(id)).body).toMatchObject({ status: 409, code: 'measure-move-illegal' });
    expect(await complaints.told(id)).toEqual(['cause-measure-set', 'cause-measure-done', 'cause-measure-reviewed']);
    expect((await complaints.events(id))[0]!.data).toMatchObject({ month: '2026-10', source: 'complaints', cause: 'cleaning', ownerId: office.technician.personId });
    expect(JSON.stringify(await complaints.events(id))).not.toMatch(/楼道|排班|好转/);
  });

  it('goes to another owner by its date, as when the first has left, until it is done; none of those who had it says whether it worked (G6)', async () => {
    const id = await isSet({ ownerId: office.director.personId });
    const give = (ownerId: string, who = office.lead) => act(id, 'assign', who, { ownerId });
    for (const who of [office.technician, office.desk]) expect((await give(office.technician.personId, who)).status).not.toBe(200);
    for (const none of [newId(), office.resident.personId]) expect((await give(none)).body).toMatchObject({ status: 400, code: 'owner-unknown', errors: [{ pointer: '/ownerId' }] });
    expect((await give(office.director.personId)).body).toMatchObject({ status: 409, code: 'measure-already-theirs' });
    expect((await give(office.technician.personId)).body).toMatchObject({ status: 'set', ownerId: office.technician.personId, dueAt: autumn('11-13 16:00').toISOString() });
    expect((await complaints.events(id)).at(-1)).toMatchObject({ type: 'complaints.cause-measure-assigned.v1', data: { ownerId: office.technician.personId, formerOwnerId: office.director.personId } });
    await complaints.until(autumn('11-13 16:01'));
    expect(await levels(id)).toEqual([`responsible: ${office.technician.personId}`]);
    expect((await act(id, 'finish', office.director, { done: 'x' })).body).toMatchObject({ status: 403, code: 'measure-not-yours' });
    expect((await act(id, 'finish', office.technician, { done: '已排班' })).status).toBe(200);
    expect((await give(office.desk.personId)).body).toMatchObject({ status: 409, code: 'measure-move-illegal' });
    expect((await review(id, office.director)).body).toMatchObject({ status: 403, code: 'own-measure' });
    expect((await review(id, office.lead)).status).toBe(200);
  });

  it('is no longer in sight of an owner who sees it by that alone', async () => {
    const id = await isSet();
    const sees = async () => (await complaints.ask(`GET ${path}/${id}`, office.technician)).status;
    expect(await sees()).toBe(200);
    await act(id, 'assign', office.lead, { ownerId: office.desk.personId });
    expect(await sees()).toBe(404);
    await act(id, 'assign', office.lead, { ownerId: office.technician.personId });
    expect(await sees()).toBe(200);
  });

  it('is never reviewed by its owner, whatever they hold', async () => {
    const id = await isSet({ ownerId: office.director.personId });
    expect((await review(id, office.director)).body).toMatchObject({ status: 403, code: 'own-measure' });
    expect((await review(id, office.technician)).status).toBe(403);
    await complaints.showTime(autumn('11-13 16:00'));
    expect((await review(id, office.lead, 'no')).body).toMatchObject({ status: 'reviewed', worked: 'no', done: null });
  });

  it('is reviewed once it is done or its date has come, not before', async () => {
    const [id, other] = [await isSet(), await isSet({ cause: 'noise' })];
    expect((await review(id)).body).toMatchObject({ status: 409, code: 'review-too-soon', detail: expect.stringContaining('2026-11-13 16:00') });
    await act(id, 'finish', office.technician, { done: '已排班' });
    expect((await review(id)).status).toBe(200);
    await complaints.showTime(autumn('11-13 15:59'));
    expect((await review(other)).status).toBe(409);
    await complaints.showTime(autumn('11-13 16:00'));
    expect((await review(other)).status).toBe(200);
  });

  it('is set only when those of earlier months are reviewed', async () => {
    const before = await isSet();
    const { number } = (await complaints.ask(`GET ${path}/${before}`, office.lead)).body;
    expect((await set({ month: '2026-11' })).body).toMatchObject({ status: 409, code: 'last-measures-open', detail: expect.stringContaining(number) });
    await isSet({ source: 'repairs', cause: 'water-leak' });
    expect((await set({ month: '2026-09', cause: 'noise' })).status).toBe(201);
    await complaints.showTime(autumn('11-13 16:00'));
    for (const { id } of (await complaints.ask(`GET ${path}?siteId=${office.siteId}`, office.lead)).body.items) expect((await review(id)).status).toBe(200);
    expect((await set({ month: '2026-11', dueAt: autumn('11-20 16:00').toISOString() })).status).toBe(201);
  });

  it('is one for each cause and month, of three causes at most of each source, also where two set it at once', async () => {
    const twice = await Promise.all([set(), set()]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    await isSet({ cause: 'noise' });
    // The third, while somebody else is about to set another third.
    const late = await complaints.transaction(async (tx) => {
      await complaints.part(CauseMeasures).lockSite(tx, office.siteId);
      const answer = set({ cause: 'parking' });
      await waitFor(async () => (await complaints.rows(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).length > 0, { what: 'the third to wait' });
      await tx.query(
        `INSERT INTO cause_measure SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'number', 'I-1', 'cause', 'security'))).*
         FROM cause_measure m WHERE site_id = $1 AND cause = 'noise'`,
        [office.siteId],
      );
      return { answer };
    });
    expect((await late.answer).body).toMatchObject({ status: 409, code: 'measures-full', detail: expect.stringContaining('3') });
    expect((await set({ cause: 'facility' })).body).toMatchObject({ status: 409, code: 'measures-full' });
    expect((await set({ cause: 'noise' })).body).toMatchObject({ status: 409, code: 'measure-taken' });
    expect((await set({ source: 'repairs', cause: 'light' })).status).toBe(201);
  });

  it('is against one of the largest causes as whoever sets it may count them, or against another with a reason', async () => {
    await isSet();
    const { personId, crews } = office.lead;
    expect(asked).toEqual([{ siteId: office.siteId, month: '2026-10', source: 'complaints', cause: 'cleaning', personId, crews }]);
    ranked = { count: 1, isLarge: false };
    const refused = await set({ cause: 'noise' });
    expect(refused.body).toMatchObject({ status: 400, code: 'measure-reason-missing', errors: [{ pointer: '/reason' }] });
    const id = await isSet({ cause: 'noise', reason: '高考期间投诉集中 exams' });
    expect((await complaints.ask(`GET ${path}/${id}`, office.lead)).body).toMatchObject({ cause: 'noise', reason: '高考期间投诉集中 exams' });
    expect(JSON.stringify(await complaints.events(id))).not.toContain('高考');
  });

  it.each([['complaints', 'noise'], ['repairs', 'no-such-category'], ['enquiries', newId()]])('is never against what was not there in the month (%s)', async (source, cause) => {
    ranked = { count: 0, isLarge: false };
    expect((await set({ source, cause, reason: '预防' })).body).toMatchObject({ status: 400, code: 'measure-cause', errors: [{ pointer: '/cause' }] });
  });

  it('is against an enquiry by the standard answer that was given', async () => {
    const cause = newId();
    const id = await isSet({ source: 'enquiries', cause });
    expect((await complaints.events(id))[0]!.data).toMatchObject({ source: 'enquiries', cause });
  });

  it.each([
    ['a month that is none', { month: '2026-13' }, 'invalid-fields', '/month'],
    ['a month of a year that nobody means', { month: '9999-12' }, 'invalid-fields', '/month'],
    ['a month that is still to come', { month: '2026-12' }, 'measure-cause', '/month'],
    ['words for a category of repairs', { source: 'repairs', cause: '6栋王女士家漏水' }, 'invalid-fields', '/cause'],
    ['more than a code', { source: 'repairs', cause: 'w'.repeat(41) }, 'invalid-fields', '/cause'],
    ['a cause that is no kind of complaint', { cause: 'boredom' }, 'measure-cause', '/cause'],
    ['an owner who does not work here', { ownerId: '01900000-0000-7000-8000-00000000dead' }, 'owner-unknown', '/ownerId'],
    ['a date that is over', { dueAt: autumn('11-08 09:00').toISOString() }, 'task-date', '/dueAt'],
  ])('is refused with %s', async (_, more, code, pointer) => {
    expect((await set(more)).body).toMatchObject({ status: 400, code, errors: [{ pointer }] });
  });

  it('is set by who leads the desk or the site, and listed for the site alone, in Chinese and English', async () => {
    for (const who of [office.desk, office.technician, office.resident]) expect((await set({}, who)).status).toBe(403);
    const id = await isSet();
    const listed = async (query: string, who = office.lead) => (await complaints.ask(`GET ${path}?${query}`, who)).body.items.map((each: { id: string }) => each.id);
    for (const query of ['month=2026-10', 'status=set', `ownerId=${office.technician.personId}`, 'q=twice', `q=${encodeURIComponent('保洁')}`, 'limit=1']) expect(await listed(query)).toEqual([id]);
    expect(await listed('month=2026-09')).toEqual([]);
    const elsewhere = await Office.open(complaints);
    expect([await listed('', elsewhere.lead), await listed('', office.mate), await listed('', office.technician)]).toEqual([[], [], [id]]);
    expect((await complaints.ask(`GET ${path}/${id}`, elsewhere.lead)).body).toMatchObject({ status: 404, code: 'measure-unknown' });
  });
});

it('shows its timeline to whoever may read it, and to nobody else (R3.3)', async () => {
  const id = await isSet();
  const elsewhere = await Office.open(complaints);
  for (const who of [office.lead, office.director, office.technician, office.mate, office.resident, elsewhere.lead]) {
    const reads = (await complaints.ask(`GET ${path}/${id}`, who)).status === 200;
    expect([who.personId, await complaints.seesTimeline(id, who)]).toEqual([who.personId, reads]);
    expect(reads).toBe([office.lead, office.director, office.technician].includes(who));
  }
});

describe('the clock of a measure (G4, G5)', () => {
  it('reminds its owner on the date, then lead and director, until it is done', async () => {
    const id = await isSet();
    await complaints.until(autumn('11-13 16:01'));
    expect(await levels(id)).toEqual([`responsible: ${office.technician.personId}`]);
    await complaints.until(autumn('11-17 17:00'));
    expect((await levels(id)).slice(1)).toEqual([`lead: ${office.lead.personId}`, `director: ${office.director.personId}`]);
    await act(id, 'finish', office.technician, { done: '已排班' });
    await complaints.until(autumn('12-15 10:00'));
    expect(await levels(id)).toHaveLength(3);
  });

  it('says nothing more of one that was reviewed without having been done', async () => {
    const id = await isSet();
    await complaints.until(autumn('11-13 16:01'));
    expect((await review(id, office.director, 'no')).status).toBe(200);
    await complaints.until(autumn('12-15 10:00'));
    expect(await levels(id)).toEqual([`responsible: ${office.technician.personId}`]);
  });
});
