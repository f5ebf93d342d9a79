import { checkComplaintPath, type Principal } from '@property-office/contracts';
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
