import { checkRepairPath } from '@property-office/contracts';
import { derivedId, newId } from '@property-office/kernel';
import { Office } from './office.fixture';
import { announced, TicketsUnderTest } from './tickets.fixture';

let tickets: TicketsUnderTest;
let office: Office;

beforeAll(async () => {
  tickets = await TicketsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(tickets);
});
afterAll(() => tickets.close());

const check = (more: object = {}) =>
  tickets.askInside(checkRepairPath, { siteId: office.siteId, category: 'light', location: { kind: 'home', id: office.home }, ...more });

describe('a repair that will be announced by event', () => {
  it('is found in order before', async () => {
    expect(await check()).toEqual({ status: 200, body: { refused: null } });
  });

  it.each([
    ['an unknown category', { category: 'magic' }, 'category-unknown', '/category'],
    ['a place nobody knows', { location: { kind: 'place', id: 'unknown' } }, 'location-unknown', '/location'],
    ['a home that is called a public place', { location: { kind: 'place', id: 'home' } }, 'location-unknown', '/location'],
    ['a place of another site', { siteId: newId() }, 'location-unknown', '/location'],
    ['a window that is over', { preferredFrom: '2020-01-01T00:00:00Z', preferredTo: '2020-01-02T00:00:00Z' }, 'window-impossible', '/preferredWindow/to'],
  ])('is refused for %s, in both languages', async (_, more, code, pointer) => {
    const said = 'location' in more ? { location: { kind: 'place', id: more.location.id === 'home' ? office.home : derivedId('nobody') } } : more;
    const { status, body } = await check(said);
    expect({ status, refused: body.refused }).toMatchObject({
      status: 200,
      refused: { code, title: { zh: expect.stringMatching(/[一-龥]/), en: expect.stringMatching(/^[ -~]+$/) }, fields: [{ pointer }] },
    });
  });

  it('is nobody else’s to ask about', async () => {
    expect((await tickets.ask(`POST ${checkRepairPath}`, office.desk, {})).status).toBe(401);
  });
});

describe('a contact converted to a repair (W2.1)', () => {
  const converted = (more: object = {}) => {
    const contactId = newId();
    const data = {
      contactId,
      number: 'Q-20261123-10001',
      to: 'repair-request' as const,
      objectId: derivedId(contactId, 'repair-request'),
      channel: 'call' as const,
      description: '楼道的灯不亮',
      reporterId: office.resident.personId,
      location: { kind: 'home' as const, id: office.home },
      attachmentIds: [newId(), newId()],
      repair: { category: 'light', urgent: true, preferredFrom: null, preferredTo: null },
      ...more,
    };
    return announced('reception.contact-converted.v1', contactId, office.siteId, data);
  };

  it('is made once by the event, with all it brings, and announces where it came from', async () => {
    const event = converted();
    await tickets.hear(event, ['tickets__converted_v1']);
    await tickets.hear(event, ['tickets__converted_v1']);
    const { objectId, contactId, attachmentIds } = event.data;
    expect((await office.read(objectId, office.resident)).body).toMatchObject({
      status: 'open',
      category: 'light',
      urgency: 'urgent',
      description: '楼道的灯不亮',
      location: { kind: 'home', id: office.home },
      channel: 'desk',
      attachmentIds,
      contactId,
      number: expect.stringMatching(/^R-/),
    });
    expect(await tickets.events(objectId)).toMatchObject([{ type: 'tickets.repair-requested.v1', version: 1, data: { contactId, attachmentIds, reporterId: office.resident.personId } }]);
  });

  it.each(['complaint', 'suggestion', 'visitor'])('and of a conversion to a %s makes nothing', async (to) => {
    const event = converted({ to });
    await tickets.hear(event, ['tickets__converted_v1']);
    expect((await office.read(event.data.objectId)).status).toBe(404);
  });

  it('is called back by who called reception, which tells who it was', async () => {
    const event = converted();
    await tickets.hear(event, ['tickets__converted_v1']);
    const { objectId, contactId } = event.data;
    const asked: object[] = [];
    tickets.neighbours = (_, path, body) => {
      asked.push({ path, ...body });
      return { personId: null, homeId: null, name: '林女士', phone: '13800000000' };
    };
    expect(await tickets.ask(`GET /api/repair-requests/${objectId}/contact`, office.desk)).toMatchObject({ status: 200, body: { name: '林女士', phone: '13800000000' } });
    expect(asked).toEqual([{ path: '/internal/contacts/caller', contactId, purpose: expect.any(String) }]);
    tickets.neighbours = () => ({ personId: null, homeId: null, name: null, phone: null });
    expect((await tickets.ask(`GET /api/repair-requests/${objectId}/contact`, office.desk)).body).toMatchObject({ status: 404, code: 'contact-missing' });
    expect((await tickets.ask(`GET /api/repair-requests/${objectId}/contact`, office.resident)).status).toBe(403);
  });
});
