import { PeopleContacts } from '@property-office/backbone';
import { newId } from '@property-office/kernel';
import { announced, DispatchUnderTest } from '../../dispatch.fixture';
import { Site } from '../../site.fixture';

let dispatch: DispatchUnderTest;
const asked: Array<[personIds: readonly string[], purpose: string]> = [];
const contactId = newId();

beforeAll(async () => {
  dispatch = await DispatchUnderTest.open();
  // Directory is another service: it knows one person.
  dispatch.part(PeopleContacts).of = async (personIds, purpose) => {
    asked.push([personIds, purpose]);
    return new Map([[contactId, { name: '李秀兰', phone: null }] as const].filter(([id]) => personIds.includes(id)));
  };
});
afterAll(() => dispatch?.close());

it('whoever goes there is told who is called instead, of an order of theirs, each look in the audit trail (W6.4, G7)', async () => {
  const site = new Site(dispatch);
  const crew = await site.crew(['plumbing']);
  const { orderId } = await site.report();
  const cares = (contact: string | null) => dispatch.hear(announced('directory.home-care-changed.v1', site.home, site.id, { homeId: site.home, wishes: '', noPhone: true, contactId: contact }, { aggregateversion: (asked.length + 1) * 2 }));
  const read = async (who = crew.members[0]!) => (await dispatch.ask(`GET /api/work-orders/${orderId}/door-contact`, who)).body;
  expect(await read()).toMatchObject({ status: 404, code: 'door-contact-missing' });
  await cares(contactId);
  expect(await read()).toEqual({ name: '李秀兰', phone: null });
  expect(asked).toEqual([[[contactId], expect.stringMatching(/^work order /)]]);
  expect((await read((await site.crew(['plumbing'])).members[0]!)).status).toBe(404);
  // Whom directory does not know any more.
  await cares(newId());
  expect(await read()).toMatchObject({ status: 404, code: 'door-contact-missing' });
  const looks = await dispatch.rows('SELECT operation, actor_id AS "actorId", details FROM audit WHERE object_id = $1', [orderId]);
  expect(looks).toEqual([{ operation: 'dispatch.readDoorContact', actorId: crew.members[0]!.personId, details: { fields: ['name', 'phone'] } }]);
});
