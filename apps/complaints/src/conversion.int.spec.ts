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
const nothing = { aboutPersonId: null, households: 1, signs: [] as string[], hotlineNumber: null, hotlineDeadline: null };

function converted(to: 'complaint' | 'suggestion' | 'repair-request' | 'visitor', said: object = {}, more: object = {}) {
  const contactId = newId();
  return announced('reception.contact-converted.v1', contactId, office.siteId, {
    contactId,
    number: 'Q-20261123-10001',
    to,
    objectId: derivedId(contactId, to),
    channel: 'call' as const,
    description: '师傅态度恶劣 rude',
    reporterId: null,
    location: { kind: 'place' as const, id: newId() },
    attachmentIds: [newId(), newId()],
    ...(to === 'complaint' && { complaint: { ...nothing, ...said } }),
    ...more,
  });
}

async function heard(...[to, said, more]: Parameters<typeof converted>) {
  const event = converted(to, said, more);
  expect(await complaints.hear(event, durables)).toEqual([{ kind: 'ack' }]);
  return event.data;
}

describe('a complaint that will be announced by event', () => {
  const check = (more: object = {}) => complaints.askInside(checkComplaintPath, { siteId: office.siteId, fromHotline: false, ...more });

  it('is found in order before', async () => {
    expect(await check({ category: 'attitude', aboutPersonId: office.technician.personId })).toEqual({ status: 200, body: { refused: null } });
    expect((await check({ fromHotline: true, hotlineNumber: '12345-1', hotlineDeadline: office.inDays(3) })).body).toEqual({ refused: null });
  });

  it.each([
    ['a kind nobody knows', () => ({ category: 'boredom' }), 'complaint-kind-unknown', '/category'],
    ['somebody who is no staff of the site', () => ({ aboutPersonId: office.resident.personId }), 'about-unknown', '/aboutPersonId'],
    ['a hotline without its number', () => ({ fromHotline: true, hotlineDeadline: office.inDays(3) }), 'hotline-incomplete', '/hotlineNumber'],
    ['a hotline whose deadline is over', () => ({ fromHotline: true, hotlineNumber: 'x', hotlineDeadline: office.inDays(-1) }), 'hotline-incomplete', '/hotlineDeadline'],
    ['a number of a hotline it did not come from', () => ({ hotlineNumber: 'x' }), 'hotline-incomplete', '/signs'],
  ])('is refused for %s, in both languages', async (_, more, code, pointer) => {
    expect(await check(more())).toMatchObject({
      status: 200,
      body: { refused: { code, title: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.not.stringMatching(/\p{Script=Han}/u) }, fields: [{ pointer }] } },
    });
  });

  it('is nobody else’s to ask about', async () => {
    expect((await complaints.ask(`POST ${checkComplaintPath}`, office.desk, {})).status).toBe(401);
  });
});

describe('a contact converted to a complaint (W2.1, W2.3)', () => {
  it('is recorded once under the id the event carries, with all it brings, however often it is heard or replayed', async () => {
    const event = converted('complaint', { category: 'noise', households: 6, signs: ['media', 'safety'] });
    await complaints.hear(event, durables);
    await complaints.hear(event, durables);
    // Replayed to a reaction whose inbox has forgotten.
    await complaints.hear({ ...event, id: newId() }, durables);
    const { objectId, contactId, attachmentIds, location } = event.data;
    expect((await office.read(objectId)).body).toMatchObject({
      number: expect.stringMatching(/^C-/),
      status: 'recorded',
      kind: 'noise',
      channel: 'media',
      words: '师傅态度恶劣 rude',
      major: true,
      majorBecause: ['injury-or-safety', 'five-households', 'media'],
      handlerId: office.director.personId,
      complainants: [{ contact: null, hasAccount: false, words: '师傅态度恶劣 rude', contactId }],
      attachments: attachmentIds.map((id) => ({ id })),
      file: { placeId: location!.id },
    });
    expect(await complaints.events(objectId)).toMatchObject([{ type: 'complaints.complaint-recorded.v1', version: 1, data: { attachmentIds } }]);
    expect(await complaints.rows('SELECT 1 FROM complainant WHERE complaint_id = $1', [objectId])).toHaveLength(1);
  });

  it('has clocks that count from when the contact was converted, also where that is heard late', async () => {
    const event = converted('complaint', { signs: ['theft'] });
    const happened = Date.parse(event.happenedat) - 3_600_000;
    await complaints.hear({ ...event, happenedat: new Date(happened).toISOString() }, durables);
    const { body } = await office.read(event.data.objectId);
    const due = Object.fromEntries(body.promises.map((each: { promise: string; dueAt: string; overdue: boolean }) => [each.promise, each]));
    expect(due['taken-by-director']).toMatchObject({ dueAt: new Date(happened + 30 * 60_000).toISOString(), overdue: true });
    expect(due['first-contact']).toMatchObject({ dueAt: new Date(happened + 24 * 3_600_000).toISOString(), overdue: false });
    expect(body.dueAt).toBe(due['solved'].dueAt);
  });

  it('and a replay leaves one that went on as it is', async () => {
    const event = converted('complaint');
    await complaints.hear(event, durables);
    await office.does(event.data.objectId, 'assign', office.lead, { handlerId: office.desk.personId });
    await complaints.hear({ ...event, id: newId() }, durables);
    expect((await office.read(event.data.objectId)).body).toMatchObject({ handlerId: office.desk.personId, version: 2 });
  });

  it('keeps the number and deadline of a hotline, also where that passed on the way', async () => {
    const { objectId } = await heard('complaint', { signs: ['hotline'], hotlineNumber: '12345-7', hotlineDeadline: office.inDays(-1) });
    expect((await office.read(objectId)).body).toMatchObject({ channel: 'hotline', majorBecause: ['hotline'], file: { hotlineNumber: '12345-7' } });
  });

  it('is hidden from whom it is about and from their crew, whatever roles they hold', async () => {
    const { objectId } = await heard('complaint', { category: 'attitude', aboutPersonId: office.technician.personId });
    const roles = (['desk', 'desk-lead', 'director'] as const).map((role) => ({ role, siteId: office.siteId }));
    for (const who of [{ ...office.technician, roles }, { ...office.mate, roles }] satisfies Principal[]) {
      expect((await office.read(objectId, who)).status).toBe(404);
      expect(await office.list('q=rude', who)).toEqual([]);
      expect((await complaints.ask(`GET /api/complaints/${objectId}/complainants`, who)).status).toBe(404);
      expect(await complaints.seesTimeline(objectId, who)).toBe(false);
    }
    expect(await office.list('q=rude', office.lead)).toEqual([objectId]);
    expect(await complaints.events(objectId)).toMatchObject([{ data: { hiddenFrom: { personIds: [office.technician.personId], crewIds: [office.crew] } } }]);
  });

  it('is about several people and crews, as one that is recorded', async () => {
    const said = { aboutPersonId: office.technician.personId, aboutPersonIds: [office.technician.personId, office.head.personId], aboutCrewIds: [office.crew] };
    const { objectId } = await heard('complaint', said);
    expect((await office.read(objectId)).body.file).toMatchObject({ aboutPersonIds: said.aboutPersonIds, aboutCrewIds: said.aboutCrewIds });
    expect((await office.read(objectId, office.head)).status).toBe(404);
  });

  it('stays hidden from somebody who ceased to work here in between', async () => {
    const gone = office.holding('technician');
    const { objectId } = await heard('complaint', { aboutPersonId: gone.personId });
    expect((await office.read(objectId)).body).toMatchObject({ file: { aboutPersonIds: [gone.personId] } });
    expect((await office.read(objectId, { ...gone, roles: [{ role: 'company', siteId: null }] })).status).toBe(404);
  });

  it('tells who called by asking reception, which keeps it; both look is written down', async () => {
    const { objectId, contactId } = await heard('complaint');
    const asked: object[] = [];
    const personId = newId();
    complaints.neighbours = (service, path, body) => {
      asked.push({ service, path, ...body });
      return { personId, homeId: office.homes[2]!, name: '林女士', phone: '13800000000' };
    };
    const told = await complaints.ask(`GET /api/complaints/${objectId}/complainants`, office.lead);
    expect(told).toMatchObject({ status: 200, body: { items: [{ personId, homeId: office.homes[2], contact: { name: '林女士', phone: '13800000000' } }] } });
    expect(asked).toEqual([{ service: 'reception', path: '/internal/contacts/caller', contactId, purpose: expect.any(String) }]);
    expect(await complaints.rows(`SELECT actor_id FROM audit WHERE object_id = $1 AND operation = 'complaints.readComplainants'`, [objectId])).toHaveLength(1);
    complaints.neighbours = () => ({ personId: null, homeId: null, name: null, phone: null });
    expect((await complaints.ask(`GET /api/complaints/${objectId}/complainants`, office.lead)).body).toMatchObject({ items: [{ personId: null, contact: null }] });
    expect(JSON.stringify(await complaints.rows('SELECT * FROM complainant WHERE complaint_id = $1', [objectId]))).not.toContain('林女士');
  });
});

describe('whose a converted contact is, where the caller is known (W2.1)', () => {
  const register = (objectId: string, { personId, homes }: Principal) =>
    complaints.askInside(registerCallerPath, { objectId, personId, ...(homes[0] && { homeId: homes[0] }) });
  const noticesOf = async (caseId: string) =>
    (await complaints.rows<{ kind: string; person_id: string }>('SELECT kind, person_id FROM complainant_notice WHERE case_id = $1 ORDER BY happened_at, kind', [caseId])).map(
      (row) => `${row.kind} ${row.person_id}`,
    );
  const left = () => complaints.rows('SELECT 1 FROM converted_caller');

  it('is a complaint they see and answer like one they filed, and hear of at every step', async () => {
    const { resident } = office;
    const event = converted('complaint', { category: 'attitude', aboutPersonId: office.technician.personId });
    const { objectId } = event.data;
    expect((await register(objectId, resident)).status).toBe(200);
    await complaints.hear(event, durables);
    await complaints.hear({ ...event, id: newId() }, durables);
    expect(await left()).toEqual([]);
    expect((await office.read(objectId, resident)).body).toMatchObject({ words: '师傅态度恶劣 rude', file: null, complainants: [{ hasAccount: true }], households: 1 });
    expect(await office.list('', resident)).toEqual([objectId]);
    expect(await complaints.seesTimeline(objectId, resident)).toBe(true);
    await office.answered(objectId);
    await office.does(objectId, 'answer', resident, { answer: 'accepted' });
    const kinds = ['complaint-accepted', 'complaint-acknowledged', 'complaint-closed', 'complaint-promised', 'complaint-result'];
    expect((await noticesOf(objectId)).toSorted()).toEqual(kinds.map((kind) => `${kind} ${resident.personId}`));
    const all = JSON.stringify(await complaints.rows('SELECT actor_id, data FROM ledger WHERE aggregate_id = $1', [objectId]));
    for (const secret of [resident.personId, ...office.homes]) expect(all).not.toContain(secret);
  });

  it('is nobody else’s, also where another caller was told of for another case', async () => {
    const [one, other] = [converted('complaint'), converted('complaint')];
    const neighbour = office.holding('resident', { homes: [office.homes[1]!] });
    await register(one.data.objectId, office.resident);
    await register(other.data.objectId, neighbour);
    for (const event of [other, one]) await complaints.hear(event, durables);
    expect([await office.list('', office.resident), await office.list('', neighbour)]).toEqual([[one.data.objectId], [other.data.objectId]]);
    expect((await office.read(one.data.objectId, neighbour)).status).toBe(404);
  });

  it('is not handled by whoever complains, whatever they hold (W2.3)', async () => {
    const event = converted('complaint', { signs: ['theft'] });
    await register(event.data.objectId, office.director);
    await complaints.hear(event, durables);
    expect((await office.read(event.data.objectId)).body.handlerId).not.toBe(office.director.personId);
    expect((await office.act(event.data.objectId, 'acknowledge', office.director)).body).toMatchObject({ status: 403 });
  });

  it.each(['complaint', 'suggestion'] as const)('is not a %s’s caller’s of whom a refused try told, where its event says it is not', async (to) => {
    const event = converted(to, {}, { introduced: false });
    await register(event.data.objectId, office.resident);
    await complaints.hear(event, durables);
    expect(await left()).toEqual([]);
    expect((await complaints.ask(`GET /api/${to}s/${event.data.objectId}`, office.resident)).status).toBe(404);
    expect(await noticesOf(event.data.objectId)).toEqual([]);
    const theirs = converted(to, {}, { introduced: true });
    await register(theirs.data.objectId, office.resident);
    await complaints.hear(theirs, durables);
    expect((await complaints.ask(`GET /api/${to}s/${theirs.data.objectId}`, office.resident)).status).toBe(200);
  });

  it('is told once it is filed to nobody any more, and forgotten where nothing was announced', async () => {
    const event = converted('complaint');
    await complaints.hear(event, durables);
    await register(event.data.objectId, office.resident);
    expect(await left()).toEqual([]);
    expect((await office.read(event.data.objectId, office.resident)).status).toBe(404);
    await register(newId(), office.resident);
    await complaints.rows(`UPDATE converted_caller SET registered_at = registered_at - interval '31 days'`);
    await register(newId(), office.resident);
    expect(await left()).toHaveLength(1);
    await complaints.rows('DELETE FROM converted_caller');
  });

  it('is for reception to tell', async () => {
    expect((await complaints.ask(`POST ${registerCallerPath}`, office.desk, {})).status).toBe(401);
    expect((await complaints.askInside(registerCallerPath, { objectId: 'x', personId: newId() })).status).toBe(400);
  });

  it('is a suggestion whose maker reads it and hears what came of it', async () => {
    const event = converted('suggestion');
    const { objectId } = event.data;
    await register(objectId, office.resident);
    await complaints.hear(event, durables);
    const act = (verb: string, body: object) => complaints.ask(`POST /api/suggestions/${objectId}/${verb}`, office.lead, body);
    expect((await complaints.ask(`GET /api/suggestions/${objectId}`, office.resident)).body).toMatchObject({ status: 'recorded' });
    expect((await act('review', { opinion: '可行' })).status).toBe(200);
    expect((await act('adopt', { plan: '加装', ownerId: office.desk.personId, dueAt: office.inDays(7) })).status).toBe(200);
    expect((await act('answer', { how: 'telephone', answer: '采纳' })).status).toBe(200);
    expect((await act('carry-out', { outcome: '已装好' })).status).toBe(200);
    expect((await noticesOf(objectId)).toSorted()).toEqual(['suggestion-accepted', 'suggestion-answered', 'suggestion-carried-out'].map((kind) => `${kind} ${office.resident.personId}`));
    const neighbour = office.holding('resident', { homes: [office.homes[1]!] });
    expect((await complaints.ask(`GET /api/suggestions/${objectId}`, neighbour)).status).toBe(404);
    expect(JSON.stringify(await complaints.rows('SELECT actor_id, data FROM ledger WHERE aggregate_id = $1', [objectId]))).not.toContain(office.resident.personId);
  });
});

describe('a contact converted to a suggestion (W2.1)', () => {
  it('is recorded once under the id the event carries, with its attachments and contact', async () => {
    const event = converted('suggestion');
    await complaints.hear(event, durables);
    await complaints.hear({ ...event, id: newId() }, durables);
    const { objectId, contactId, attachmentIds, location } = event.data;
    expect((await complaints.ask(`GET /api/suggestions/${objectId}`, office.lead)).body).toMatchObject({
      number: expect.stringMatching(/^S-/),
      status: 'recorded',
      words: '师傅态度恶劣 rude',
      attachmentIds,
      contactId,
      placeId: location!.id,
    });
    expect(await complaints.told(objectId)).toEqual(['suggestion-recorded']);
  });
});

it.each(['repair-request', 'visitor'] as const)('of a conversion to a %s nothing is made', async (to) => {
  const { objectId } = await heard(to);
  expect(await complaints.told(objectId)).toEqual([]);
});
