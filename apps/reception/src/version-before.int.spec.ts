import type { Principal } from '@property-office/contracts';
import { derivedId, newId } from '@property-office/kernel';
import { Desk } from './desk.fixture';
import { ReceptionUnderTest } from './reception.fixture';

let reception: ReceptionUnderTest;
let desk: Desk;
let agent: Principal;
let host: Principal;

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
beforeEach(async () => {
  desk = await Desk.open(reception);
  [agent, host] = [await desk.holding('desk'), await desk.resident({ phone: '13800000005' })];
});
afterAll(() => reception.close());

/** Whom a contact that became a visitor is about, both over. */
async function over(): Promise<{ contact: string; visitor: string }> {
  const contact = await desk.recorded(agent, { ownWords: '何先生明天来', caller: { name: '林晓雨', phone: '13800000005' }, attachmentIds: [newId()] });
  const now = await reception.now();
  const visitor = { kind: 'resident-guest', hostId: host.personId, name: '何先生', from: now.toISOString(), until: new Date(now.getTime() + 3_600_000).toISOString() };
  expect((await desk.act(contact, 'convert', agent, { to: 'visitor', visitor })).status).toBe(200);
  const id = derivedId(contact, 'visitor');
  expect((await reception.ask(`POST /api/visitors/${id}/decline`, host)).status).toBe(200);
  return { contact, visitor: id };
}

/** What processes of 0.1.0 change when somebody is forgotten, beside those of today, or instead of them. */
const before = {
  forgetContact: (id: string) =>
    reception.rows(
      `UPDATE contact SET version = version + 1, person_id = NULL, written_by = NULL, home_id = NULL, caller_cipher = NULL, phone_index = NULL, own_words = '', attachment_ids = '{}',
         summary = NULL, search_text = lower(number), search_words = '{}', forgotten_at = platform.now() WHERE id = $1`,
      [id],
    ),
  forgetPhoneNote: (id: string) =>
    reception.rows(`UPDATE phone_note SET version = version + 1, caller_cipher = NULL, message = '', search_text = lower(number), search_words = '{}', forgotten_at = platform.now() WHERE id = $1`, [id]),
  forgetVisitor: (id: string) =>
    reception.rows(
      `UPDATE visitor SET version = version + 1, person_cipher = NULL, purpose = NULL, search_text = lower(number), search_words = '{}', forgotten_at = platform.now() WHERE id = $1`,
      [id],
    ),
};

describe('processes of the version before', () => {
  it('forget contacts and visitors, and what has been kept of them since goes with it (G7)', async () => {
    const { contact, visitor } = await over();
    const kept = async () => ({
      contact: (await reception.rows('SELECT cardinality(name_index) AS names FROM contact WHERE id = $1', [contact]))[0],
      visitor: (await reception.rows('SELECT cardinality(name_index) AS names, note, cardinality(attachment_ids) AS attachments FROM visitor WHERE id = $1', [visitor]))[0],
    });
    expect(await kept()).toEqual({
      contact: { names: expect.any(Number) },
      visitor: { names: expect.any(Number), note: '何先生明天来', attachments: 1 },
    });
    const found = async (what: string, q: string) => (await reception.ask(`GET /api/${what}?siteId=${desk.siteId}&q=${encodeURIComponent(q)}`, agent)).body.items.length as number;
    expect([await found('contacts', '林晓雨'), await found('visitors', '何先生')]).toEqual([1, 1]);
    await before.forgetContact(contact);
    await before.forgetVisitor(visitor);
    expect(await kept()).toEqual({ contact: { names: 0 }, visitor: { names: 0, note: null, attachments: 0 } });
    expect([await found('contacts', '林晓雨'), await found('visitors', '何先生')]).toEqual([0, 0]);
  });

  it('forget who rang for a colleague, and by what they were found goes with it', async () => {
    const clerk = await desk.holding('clerk');
    const { id } = (await reception.ask('POST /api/phone-notes', agent, { siteId: desk.siteId, toPersonId: clerk.personId, message: '请回电', caller: { name: '刘处长', phone: '01012345678' } })).body;
    await reception.ask(`POST /api/phone-notes/${id}/acknowledge`, clerk);
    const kept = () => reception.rows('SELECT cardinality(name_index) AS names, phone_index IS NOT NULL AS numbered FROM phone_note WHERE id = $1', [id]);
    expect(await kept()).toEqual([{ names: 2, numbered: true }]);
    await before.forgetPhoneNote(id);
    expect(await kept()).toEqual([{ names: 0, numbered: false }]);
  });

  it('record contacts and visitors, who are found by their names once they are caught up with (W2.1)', async () => {
    const { visitor } = await over();
    const contact = await desk.recorded(agent, { caller: { name: '何建国', phone: '13800000009' } });
    const nameless = await desk.recorded(agent, { caller: { phone: '13800000007' } });
    // A column that they do not know.
    for (const [table, id] of [['contact', contact], ['contact', nameless], ['visitor', visitor]]) await reception.rows(`UPDATE ${table} SET name_index = DEFAULT WHERE id = $1`, [id]);
    const found = async (what: string, q: string) => (await reception.ask(`GET /api/${what}?siteId=${desk.siteId}&q=${encodeURIComponent(q)}`, agent)).body.items.map(({ id }: { id: string }) => id);
    expect([await found('contacts', '何建国'), await found('visitors', 'hexiansheng')]).toEqual([[], []]);
    await reception.runtime.catchUps.run();
    expect([await found('contacts', '何建国'), await found('contacts', 'hejianguo'), await found('visitors', 'hexiansheng')]).toEqual([[contact], [contact], [visitor]]);
    expect(await reception.rows('SELECT name_index FROM contact WHERE id = $1', [nameless])).toEqual([{ name_index: [] }]);
  });

  it('change what is not forgotten, and nothing goes with it', async () => {
    const { visitor } = await over();
    await reception.rows('UPDATE visitor SET version = version + 1, changed_at = platform.now() WHERE id = $1', [visitor]);
    expect(await reception.rows('SELECT note, cardinality(name_index) > 0 AS named FROM visitor WHERE id = $1', [visitor])).toEqual([{ note: '何先生明天来', named: true }]);
  });
});
