import { waitFor } from '@property-office/testing';
import { contactAct, contactsPath, recordContact, type ContactView } from '../support/contacts';
import type { Answer } from '../support/http';
import { Office } from '../support/office';
import type { Session } from '../support/session';

const startMs = 240_000;
const caseMs = 300_000;
const perCase = 3;

let office: Office;
let desk: Session;
let homeId: string;

beforeAll(async () => {
  office = await Office.start({ deployment: 'all-in-one', servers: 'separate' });
  desk = await office.as('desk');
  ({ homeId } = await office.as('resident'));
}, startMs);
afterAll(() => office?.stop(), startMs);

/** Clicks until it is answered, as somebody does who sees no answer. */
async function click(id: string, key: string | undefined): Promise<ContactView> {
  const convert = (): Promise<Answer<ContactView> | undefined> =>
    contactAct(desk, id, 'convert', { to: 'repair-request', repair: { category: 'light' } }, key).catch(() => undefined);
  const answer = await waitFor(
    async () => {
      const told = await convert();
      return told?.status === 200 && told;
    },
    { what: 'an answer to the click', timeoutMs: 60_000, intervalMs: 200 },
  );
  return answer.body;
}

const requestsOf = (contactId: string) =>
  office.query<{ id: string; number: string; timelines: number; orders: number }>(
    `SELECT r.id, r.number, (SELECT count(*)::int FROM tracking.timeline t WHERE t.repair_request_id = r.id) AS timelines,
       (SELECT count(*)::int FROM dispatch.work_order o WHERE o.repair_request_id = r.id) AS orders
     FROM tickets.repair_request r WHERE r.contact_id = $1`,
    [contactId],
  );

it.each([
  'afterCommit=kill@2',
  'relay.afterRead=kill@1',
  'relay.afterPublishBeforeDelete=kill@1',
  'consumer.beforeCommit=kill@2',
  'consumer.afterCommitBeforeAck=kill@2',
])(
  'a contact is converted once although the office dies at %s (W2.1)',
  async (point) => {
    const contacts = [];
    for (let i = 0; i < perCase; i += 1) contacts.push(await recordContact(desk, { caller: { homeId } }));
    await office.comeToRest();
    await office.close();
    const died = office.openToDie({ FAULT_POINTS: point });
    await waitFor(() => office.isOpen(), { what: 'the office to open before it dies', timeoutMs: 30_000 });
    const clicks = contacts.map(({ id }, i) => click(id, i === 0 ? undefined : `${point} ${id}`));
    expect(await died).toBe('SIGKILL');
    await office.open();
    const converted = await Promise.all(clicks);
    for (const [i, { id }] of contacts.entries()) {
      const number = await waitFor(
        async () => (await desk.get<ContactView>(`${contactsPath}/${id}`)).body.convertedTo?.number,
        { what: 'the number of the repair', timeoutMs: 30_000 },
      );
      expect(await waitFor(async () => (await requestsOf(id))[0]?.orders === 1 && requestsOf(id), { what: 'its work order', timeoutMs: 30_000 })).toEqual([
        { id: converted[i]!.convertedTo!.id, number, timelines: 1, orders: 1 },
      ]);
    }
  },
  caseMs,
);

it(
  'after all that every invariant holds',
  async () => {
    expect(await office.verify(30)).toEqual([]);
  },
  caseMs,
);
