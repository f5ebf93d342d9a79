import { waitFor } from '@property-office/testing';
import { contactAct, contactsPath, recordContact, siteOf, type ContactView } from '../support/contacts';
import type { Answer } from '../support/http';
import { Office } from '../support/office';
import { accepted } from '../support/repairs';
import type { Session } from '../support/session';

const startMs = 240_000;
const caseMs = 300_000;

let office: Office;
let desk: Session;
let homeId: string;
let hostId: string;
/** Which others join. */
let open: string;

beforeAll(async () => {
  office = await Office.start({ deployment: 'all-in-one', servers: 'separate' });
  desk = await office.as('desk');
  const resident = await office.as('resident');
  [homeId, hostId] = [resident.homeId, resident.who.id];
  open = accepted(await desk.post<{ id: string }>('/api/complaints', { siteId: siteOf(desk), kind: 'cleaning', words: '楼道三天没有打扫' }), 201).id;
}, startMs);
afterAll(() => office?.stop(), startMs);

/** Clicks until it is answered, as somebody does who sees no answer. */
async function click(id: string, body: Record<string, unknown>, key: string | undefined): Promise<ContactView> {
  const convert = (): Promise<Answer<ContactView> | undefined> =>
    contactAct(desk, id, 'convert', body, key).catch(() => undefined);
  const answer = await waitFor(
    async () => {
      const told = await convert();
      return told?.status === 200 && told;
    },
    { what: 'an answer to the click', timeoutMs: 180_000, intervalMs: 200 },
  );
  return answer.body;
}

interface Kind {
  name: string;
  body: () => Promise<Record<string, unknown>> | Record<string, unknown>;
  /** SQL of what was made of contact `$1`, and how often what follows from it is there. */
  made: string;
  follows?: Record<string, number>;
}

/** What a contact can become, here or in another service. */
const kinds: readonly Kind[] = [
  {
    name: 'a repair request',
    body: () => ({ to: 'repair-request', repair: { category: 'light' } }),
    made: `SELECT r.id, r.number, (SELECT count(*)::int FROM tracking.timeline t WHERE t.repair_request_id = r.id) AS timelines,
        (SELECT count(*)::int FROM dispatch.work_order o WHERE o.repair_request_id = r.id) AS orders
      FROM tickets.repair_request r WHERE r.contact_id = $1`,
    follows: { timelines: 1, orders: 1 },
  },
  {
    name: 'a complaint',
    body: () => ({ to: 'complaint', complaint: { category: 'noise' } }),
    made: 'SELECT c.id, c.number FROM complaints.complainant k JOIN complaints.complaint c ON c.id = k.complaint_id WHERE k.contact_id = $1',
  },
  {
    name: 'one more complainant',
    body: () => ({ to: 'complaint', complaint: { joins: open } }),
    made: 'SELECT c.id, c.number FROM complaints.complainant k JOIN complaints.complaint c ON c.id = k.complaint_id WHERE k.contact_id = $1',
  },
  { name: 'a suggestion', body: () => ({ to: 'suggestion' }), made: 'SELECT id, number FROM complaints.suggestion WHERE contact_id = $1' },
  {
    name: 'a visitor',
    body: async () => {
      const [span] = await office.query<{ from: Date; until: Date }>(`SELECT platform.now() AS "from", platform.now() + interval '2 hours' AS "until"`);
      return { to: 'visitor', visitor: { kind: 'resident-guest', hostId, homeId, name: '何建国', from: span!.from.toISOString(), until: span!.until.toISOString() } };
    },
    made: 'SELECT id, number, (note IS NOT NULL)::int AS words FROM reception.visitor WHERE contact_id = $1',
    follows: { words: 1 },
  },
];

const points = [
  'afterCommit=kill@2',
  'relay.afterRead=kill@1',
  'relay.afterPublishBeforeDelete=kill@1',
  'consumer.beforeCommit=kill@2',
  'consumer.afterCommitBeforeAck=kill@2',
];

// For each point five contacts, which are clicked on as soon as the office opens that is to die there; what the death before has left is finished meanwhile.
it(
  `a contact is converted once, whatever it becomes, although the office dies again and again: ${points.join(', ')} (W2.1)`,
  async () => {
    const contacts = [];
    for (const point of points)
      for (const kind of kinds) contacts.push({ point, kind, body: await kind.body(), ...(await recordContact(desk, { caller: { homeId } })) });
    await office.comeToRest();
    await office.close();
    const clicks: Array<Promise<ContactView>> = [];
    for (const point of points) {
      const died = office.openToDie({ FAULT_POINTS: point });
      const now = contacts.filter((each) => each.point === point);
      clicks.push(...now.map(({ id, body }, i) => click(id, body, i === 0 ? undefined : `${point} ${id}`)));
      expect([point, await died]).toEqual([point, 'SIGKILL']);
    }
    await office.open();
    const converted = await Promise.all(clicks);
    for (const [i, { id, kind }] of contacts.entries()) {
      const number = await waitFor(
        async () => (await desk.get<ContactView>(`${contactsPath}/${id}`)).body.convertedTo?.number,
        { what: `the number of ${kind.name}`, timeoutMs: 30_000 },
      );
      const should = { id: converted[i]!.convertedTo!.id, number, ...kind.follows };
      const made = (): Promise<object[]> => office.query(kind.made, [id]);
      const isThere = async (): Promise<boolean> => (await made()).some((one) => Object.entries(should).every(([field, value]) => one[field as never] === value));
      await waitFor(isThere, { what: `${kind.name} with all that follows`, timeoutMs: 30_000 });
      expect(await made()).toEqual([should]);
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
