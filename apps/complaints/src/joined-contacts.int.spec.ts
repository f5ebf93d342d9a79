import { checkComplaintPath, registerCallerPath, type Principal } from '@property-office/contracts';
import { derivedId, newId } from '@property-office/kernel';
import { announced, ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(complaints);
});
afterAll(() => complaints.close());

const durables = ['complaints__converted_v1'];

/** A contact that was converted to join a complaint. */
function joining(joins: string, said: object = {}, description = '我家也没水 too') {
  const contactId = newId();
  const complaint = { aboutPersonId: null, households: 1, signs: [] as string[], hotlineNumber: null, hotlineDeadline: null, joins, ...said };
  const objectId = derivedId(contactId, 'complaint');
  const data = { contactId, number: 'Q-1', to: 'complaint' as const, objectId, channel: 'call' as const, description, reporterId: null, location: null, attachmentIds: [newId()], complaint };
  return announced('reception.contact-converted.v1', contactId, office.siteId, data);
}

const calls = (objectId: string, caller: { personId?: string; homeId?: string }) => complaints.askInside(registerCallerPath, { objectId, ...caller });

/** Somebody rings about a complaint. */
async function rings(joins: string, caller: { personId?: string; homeId?: string } = {}, said: object = {}) {
  const event = joining(joins, said);
  if (Object.keys(caller).length > 0) expect((await calls(event.data.objectId, caller)).status).toBe(200);
  expect(await complaints.hear(event, durables)).toEqual([{ kind: 'ack' }]);
  return event;
}

const askedFor = ({ personId, crews, homes, roles }: Principal) => ({ personId, crews, homes, roles: roles.map(({ role, siteId }) => ({ role, ...(siteId && { siteId }) })) });
const check = async (joins: string, who: Principal, more: object = {}) =>
  (await complaints.askInside(checkComplaintPath, { siteId: office.siteId, fromHotline: false, joins, principal: askedFor(who), ...more })).body;

describe('a contact that joins an open complaint (W2.1, W2.3)', () => {
  it('is one more complainant of it, with words and attachments, once, however often it is heard or replayed', async () => {
    const id = await office.recorded({ homeId: office.homes[0] });
    const event = await rings(id, { homeId: office.homes[1]! });
    await complaints.hear(event, durables);
    await complaints.hear({ ...event, id: newId() }, durables);
    expect((await calls(event.data.objectId, { homeId: office.homes[1]! })).status).toBe(200);
    expect(await complaints.rows('SELECT 1 FROM converted_caller WHERE object_id = $1', [event.data.objectId])).toEqual([]);
    const { body } = await office.read(id);
    const [sent] = event.data.attachmentIds;
    expect(body).toMatchObject({ households: 2, attachments: [{ id: sent }], complainants: [{}, { words: '我家也没水 too', contactId: event.data.contactId }] });
    expect(body.complainants).toHaveLength(2);
    const [joined] = (await complaints.events(id)).filter(({ type }) => type === 'complaints.complaint-joined.v1');
    expect(joined!.data).toMatchObject({ households: 2, complainants: 2, attachmentIds: [sent], hiddenFrom: { personIds: [], crewIds: [] } });
    expect(await office.list()).toEqual([id]);
  });

  it('makes it a major one with the fifth household, and the director’s: five households that ring make one complaint', async () => {
    const id = await office.recorded({ homeId: office.homes[0] });
    for (const homeId of office.homes.slice(1, 4)) await rings(id, { homeId });
    await rings(id, { homeId: office.homes[3]! });
    expect((await office.read(id)).body).toMatchObject({ households: 4, major: false });
    await rings(id);
    expect((await office.read(id)).body).toMatchObject({ households: 5, major: true, majorBecause: ['five-households'], handlerId: office.director.personId });
    expect(await office.list()).toEqual([id]);
  });

  it.each([
    ['what was ticked', { signs: ['injury'] }, 'injury-or-safety'],
    ['the households it spoke for', { households: 6 }, 'five-households'],
  ])('makes it a major one by %s', async (_, said, reason) => {
    const id = await office.recorded();
    await rings(id, {}, said);
    expect((await office.read(id)).body).toMatchObject({ majorBecause: [reason] });
  });

  it('counts the households each of them spoke for beside those that joined, wherever they come from', async () => {
    complaints.neighbours = () => ({ refused: [] });
    const event = joining(newId(), { joins: undefined, category: 'cleaning', households: 4 });
    await complaints.hear(event, durables);
    const id = event.data.objectId;
    expect((await office.read(id)).body).toMatchObject({ households: 4, major: false });
    await rings(id);
    expect((await office.read(id)).body).toMatchObject({ households: 5, major: true, majorBecause: ['five-households'] });
    await office.does(id, 'join', office.desk, { homeId: office.homes[1], households: 3 });
    // Of one home whoever spoke for more.
    await office.does(id, 'join', office.desk, { homeId: office.homes[1], households: 2 });
    expect((await office.read(id)).body).toMatchObject({ households: 8 });
    const joinable = await complaints.ask(`GET /api/complaints/joinable?siteId=${office.siteId}`, office.desk2);
    expect(joinable.body.items).toMatchObject([{ id, households: 8 }]);
    expect((await complaints.events(id)).filter(({ type }) => type === 'complaints.complaint-joined.v1').map(({ data }) => data.households)).toEqual([5, 8, 8]);
  });

  it('is the caller’s, who sees their own part alone, and no event names them', async () => {
    complaints.neighbours = () => ({ refused: [] });
    const id = await office.recorded({ attachmentIds: [newId()] });
    const neighbour = office.holding('resident', { homes: [office.homes[1]!] });
    const event = await rings(id, { personId: neighbour.personId, homeId: office.homes[1]! });
    const { body } = await office.read(id, neighbour);
    expect(body).toMatchObject({ words: '我家也没水 too', file: null, complainants: [{ words: '我家也没水 too' }], attachments: [{ id: event.data.attachmentIds[0] }] });
    expect([body.complainants, body.attachments].map((each: object[]) => each.length)).toEqual([1, 1]);
    const first = (await office.read(id, office.resident)).body;
    expect([first.words, first.attachments.length]).toEqual(['楼道三天没有打扫', 1]);
    const all = JSON.stringify(await complaints.rows('SELECT actor_id, data FROM ledger WHERE aggregate_id = $1', [id]));
    for (const secret of [neighbour.personId, office.homes[1]!, '没水']) expect(all).not.toContain(secret);
  });

  it('goes on with them in the complaint that theirs is merged into, and makes nothing there when it is heard again', async () => {
    const [id, into] = [await office.recorded(), await office.recorded({ homeId: office.homes[2] }, office.desk)];
    const event = await rings(id, { homeId: office.homes[1]! });
    await office.mergedIn(id, into);
    await complaints.hear({ ...event, id: newId() }, durables);
    expect((await office.read(into)).body.complainants.map(({ contactId }: { contactId: string | null }) => contactId)).toEqual([null, null, event.data.contactId]);
  });

  it('keeps their attachments for the record, and says from whom it is hidden', async () => {
    const id = await office.recorded({ aboutPersonIds: [office.technician.personId] });
    const { data } = await rings(id);
    await office.answered(id);
    await office.does(id, 'answer', office.resident, { answer: 'accepted' });
    await office.does(id, 'answer', office.desk2, { answer: 'accepted', complainantId: data.objectId, how: 'telephone' });
    const events = await complaints.events(id);
    const hiddenFrom = { personIds: [office.technician.personId], crewIds: [office.crew] };
    expect(events.find(({ type }) => type === 'complaints.complaint-joined.v1')!.data).toMatchObject({ hiddenFrom });
    expect(events.find(({ type }) => type === 'complaints.complaint-closed.v1')!.data).toMatchObject({ attachmentIds: data.attachmentIds });
    expect((await office.read(id, office.technician)).status).toBe(404);
  });

  it('is filed as a complaint of its own where that was closed by then, about and hidden from the same people', async () => {
    const id = await office.recorded({ kind: 'noise', aboutPersonIds: [office.technician.personId] });
    await office.closed(id);
    const { data } = await rings(id, { homeId: office.homes[2]! });
    expect((await office.read(id)).body.complainants).toHaveLength(1);
    expect((await office.read(data.objectId)).body).toMatchObject({
      status: 'recorded',
      kind: 'noise',
      words: '我家也没水 too',
      attachments: [{ id: data.attachmentIds[0] }],
      complainants: [{ contactId: data.contactId }],
      file: { aboutPersonIds: [office.technician.personId] },
    });
    expect((await office.read(data.objectId, office.mate)).status).toBe(404);
  });

  it.each([
    ['complains by then', () => office.resident],
    ['handles it by then', () => office.desk],
    ['is whom it is about by then', () => office.technician],
  ])('is on record as a stranger’s where the caller %s: what was said is not lost', async (_, caller) => {
    const id = await office.recorded({ aboutPersonIds: [office.technician.personId] });
    await office.does(id, 'assign', office.lead, { handlerId: office.desk.personId });
    await rings(id, { personId: caller().personId });
    expect((await office.read(id)).body.complainants).toMatchObject([{ hasAccount: true }, { hasAccount: false, words: '我家也没水 too' }]);
  });
});

describe('a complainant whom a hotline sent (W2.3)', () => {
  const sent = (number: string, days: number) => ({ hotlineNumber: number, hotlineDeadline: office.inDays(days) });
  const rungBy = (id: string, number: string, days: number, caller: { personId?: string } = {}) => rings(id, caller, { signs: ['hotline'], ...sent(number, days) });
  const dayBefore = (days: number): string => new Date(new Date(office.inDays(days)).getTime() - 86_400_000).toISOString().slice(0, 16);
  const leads = async (id: string) => {
    const { hotlineNumber, dueAt } = (await office.read(id, office.director)).body;
    return [hotlineNumber, dueAt.slice(0, 16)];
  };

  it('makes it a major one that is due before the hotline’s deadline, and keeps number and deadline', async () => {
    const id = await office.recorded();
    await office.does(id, 'assign', office.lead, { handlerId: office.desk.personId });
    await rungBy(id, '12345-1', 4);
    const { body } = await office.read(id, office.director);
    expect(body).toMatchObject({ hotlineNumber: '12345-1', major: true, majorBecause: ['hotline'], handlerId: office.director.personId, complainants: [{ hotlineNumber: null }, { hotlineNumber: '12345-1' }] });
    expect(await leads(id)).toEqual(['12345-1', dayBefore(4)]);
    for (const { dueAt } of body.promises) expect(dueAt.slice(0, 16) <= dayBefore(4)).toBe(true);
    const [joined] = (await complaints.events(id)).filter(({ type }) => type === 'complaints.complaint-joined.v1');
    expect(joined!.data).toMatchObject({ dueAt: body.dueAt });
    expect(JSON.stringify(await complaints.events(id))).not.toContain('12345-1');
  });

  it('leads where it is earlier than another, which stays with whom that sent; the case is found by each number', async () => {
    const id = await office.recorded({ outside: 'hotline', ...sent('12345-1', 6), onBehalfOf: office.resident.personId }, office.desk);
    expect(await leads(id)).toEqual(['12345-1', dayBefore(6)]);
    await rungBy(id, '12345-2', 9);
    expect(await leads(id)).toEqual(['12345-1', dayBefore(6)]);
    await office.does(id, 'join', office.desk, { words: '市长热线也打了', ...sent('12345-3', 4) });
    expect(await leads(id)).toEqual(['12345-3', dayBefore(4)]);
    expect((await office.read(id)).body.complainants.map((each: { hotlineNumber: string }) => each.hotlineNumber)).toEqual(['12345-1', '12345-2', '12345-3']);
    for (const nth of [1, 2, 3]) expect(await office.list(`q=12345-${nth}`)).toEqual([id]);
    expect([await office.list('hotline=true'), await office.list('hotline=false')]).toEqual([[id], []]);
    const joins = (await complaints.events(id)).filter(({ type }) => type === 'complaints.complaint-joined.v1');
    expect(joins.map(({ data }) => 'dueAt' in data)).toEqual([false, true]);
  });

  it('sees their own number alone', async () => {
    complaints.neighbours = () => ({ refused: [] });
    const id = await office.recorded({ outside: 'hotline', ...sent('12345-1', 6), onBehalfOf: office.resident.personId }, office.desk);
    const neighbour = office.holding('resident', { homes: [office.homes[1]!] });
    await rungBy(id, '12345-2', 5, { personId: neighbour.personId });
    expect((await office.read(id, office.resident)).body).toMatchObject({ hotlineNumber: '12345-1', file: null });
    const theirs = (await office.read(id, neighbour)).body;
    expect(theirs).toMatchObject({ hotlineNumber: '12345-2' });
    expect(JSON.stringify(theirs)).not.toContain('12345-1');
  });

  it.each([
    ['its number', () => ({ hotlineDeadline: office.inDays(3) }), '/hotlineNumber'],
    ['its deadline', () => ({ hotlineNumber: '12345-1' }), '/hotlineDeadline'],
    ['a deadline that lies ahead', () => sent('12345-1', -1), '/hotlineDeadline'],
    ['one that can be meant', () => sent('12345-1', 40 * 365), '/hotlineDeadline'],
  ])('is not added by the desk without %s', async (_, given, pointer) => {
    const id = await office.recorded();
    expect(await office.act(id, 'join', office.desk, given())).toMatchObject({ status: 400, body: { code: 'hotline-incomplete', errors: [{ pointer }] } });
    expect((await office.read(id)).body.complainants).toHaveLength(1);
  });
});

describe('before a caller joins a complaint', () => {
  it('that is found in order, with its number and from whom it is hidden', async () => {
    const id = await office.recorded({ aboutPersonIds: [office.technician.personId] });
    const { number } = (await office.read(id)).body;
    expect(await check(id, office.desk)).toEqual({ refused: null, joined: { number, hiddenFrom: { personIds: [office.technician.personId], crewIds: [office.crew] } } });
  });

  it('nothing tells one that is hidden, closed, of another site or the converter’s own from one that is not there', async () => {
    const id = await office.recorded({ aboutPersonIds: [office.technician.personId] });
    const roles = [{ role: 'desk' as const, siteId: office.siteId }];
    const own = await office.recorded({ onBehalfOf: office.desk2.personId }, office.desk);
    const closed = await office.recorded();
    await office.closed(closed);
    const nobodys = await check(newId(), office.desk);
    expect(nobodys).toMatchObject({ refused: { code: 'joined-unknown', fields: [{ pointer: '/joins' }] } });
    expect(await check(id, { ...office.technician, roles })).toEqual(nobodys);
    expect(await check(id, { ...office.mate, roles })).toEqual(nobodys);
    expect(await check(closed, office.desk)).toEqual(nobodys);
    expect(await check(id, office.desk, { siteId: newId() })).toEqual(nobodys);
    expect(await check(id, office.holding('clerk'))).toEqual(nobodys);
    expect(await check(own, office.desk2)).toEqual(nobodys);
    expect(await check(own, office.desk)).toMatchObject({ refused: null });
  });

  it('whoever complains in it, handles it or is complained about is refused, and half of what a hotline sends', async () => {
    const id = await office.recorded({ aboutPersonIds: [office.technician.personId] });
    await office.does(id, 'assign', office.lead, { handlerId: office.desk2.personId });
    const by = async ({ personId }: Principal) => (await check(id, office.desk, { complainantId: personId })).refused?.code;
    for (const who of [office.resident, office.desk2, office.technician]) expect(await by(who)).toBe('joined-unfit');
    expect(await by(office.head)).toBeUndefined();
    const hotline = { fromHotline: true, hotlineNumber: '12345-1', hotlineDeadline: office.inDays(3) };
    expect(await check(id, office.desk, hotline)).toMatchObject({ refused: null });
    expect(await check(id, office.desk, { ...hotline, hotlineNumber: undefined })).toMatchObject({ refused: { code: 'hotline-incomplete', fields: [{ pointer: '/hotlineNumber' }] } });
  });
});

describe('complaints a caller may join', () => {
  const offered = async (query = '', who = office.desk) => {
    const { status, body } = await complaints.ask(`GET /api/complaints/joinable?siteId=${office.siteId}${query}`, who);
    return status === 200 ? (body.items as Array<{ id: string }>).map(({ id }) => id) : status;
  };

  it('are the recent open ones of the site, those that match kind, place or words before', async () => {
    const noise = await office.recorded({ kind: 'noise', words: '装修太吵' });
    const cleaning = await office.recorded({ words: '楼道垃圾 rubbish' });
    const over = await office.recorded();
    await office.closed(over);
    const old = await office.recorded();
    await complaints.rows(`UPDATE complaint SET recorded_at = recorded_at - interval '31 days' WHERE id = $1`, [old]);
    expect(await offered()).toEqual([cleaning, noise]);
    expect(await offered('&kind=noise')).toEqual([noise]);
    expect(await offered(`&q=${encodeURIComponent('垃圾')}`)).toEqual([cleaning]);
    expect(await offered(`&kind=noise&q=rubbish`)).toEqual([cleaning, noise]);
    expect(await offered(`&kind=noise&q=${encodeURIComponent('吵')}`)).toEqual([noise]);
    expect(await offered('&kind=parking')).toEqual([]);
    const [first] = (await complaints.ask(`GET /api/complaints/joinable?siteId=${office.siteId}`, office.desk)).body.items;
    expect(first).toMatchObject({ kindName: 'cleaning', statusName: 'recorded', households: 1, major: false });
  });

  it('are shown to nobody from whom they are hidden, nor to whoever may not add a complainant', async () => {
    const id = await office.recorded({ aboutPersonIds: [office.technician.personId] });
    const roles = [{ role: 'desk-lead' as const, siteId: office.siteId }];
    expect([await offered('', { ...office.technician, roles }), await offered('', { ...office.mate, roles }), await offered()]).toEqual([[], [], [id]]);
    expect([await offered('', office.resident), await offered('', office.holding('clerk')), await offered('', office.technician)]).toEqual([403, 403, 403]);
    const elsewhere = { ...office.desk, roles: [{ role: 'desk' as const, siteId: newId() }] };
    expect(await offered('', elsewhere)).toBe(403);
  });
});
