import type { Principal } from '@property-office/contracts';
import { Desk } from './desk.fixture';
import { OfferedContacts1766900000000 } from './persistence/migrations/1766900000000-offered-contacts.migration';
import { ReceptionUnderTest } from './reception.fixture';

let reception: ReceptionUnderTest;
let desk: Desk;
let agent: Principal;
let lead: Principal;

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
beforeEach(async () => {
  desk = await Desk.open(reception);
  [agent, lead] = [await desk.holding('desk'), await desk.holding('desk-lead')];
});
afterAll(() => reception.close());

const offer = (id: string, who: Principal, to: Principal) => desk.act(id, 'offer', who, { toPersonId: to.personId });

describe('a contact from outside the desk (W2.1, G7)', () => {
  it.each([
    ['the lead accepts it in their place', (id: string) => desk.act(id, 'accept', lead)],
    ['the owner ends it', (id: string) => desk.act(id, 'answer', agent, { answer: '好' })],
  ])('is read no more by whom it was offered to once %s', async (_, ends) => {
    const technician = await desk.holding('technician');
    const id = await desk.recorded(agent);
    await offer(id, agent, technician);
    expect((await ends(id)).status).toBe(200);
    expect((await desk.read(id, technician)).status).toBe(404);
    expect((await reception.ask('GET /api/contacts', technician)).body.items).toEqual([]);
  });

  it('is read by whoever accepted it, also when it has ended, and no more when they passed it on', async () => {
    const [first, second] = [await desk.holding('technician'), await desk.holding('technician')];
    const id = await desk.recorded(agent);
    await offer(id, agent, first);
    await desk.act(id, 'accept', first);
    await offer(id, first, second);
    expect((await desk.read(id, first)).status).toBe(200);
    await desk.act(id, 'accept', second);
    expect((await desk.read(id, first)).status).toBe(404);
    await desk.act(id, 'answer', second, { answer: '好' });
    expect((await desk.read(id, second)).status).toBe(200);
  });

  it('leaves no right of before the upgrade to whoever neither has it nor is offered it', async () => {
    const [past, owner, offered] = [await desk.holding('technician'), await desk.holding('technician'), await desk.holding('technician')];
    const [id, ended] = [await desk.recorded(agent), await desk.recorded(agent)];
    await offer(id, agent, owner);
    await desk.act(id, 'accept', owner);
    await offer(id, owner, offered);
    await desk.act(ended, 'answer', agent, { answer: '好' });
    for (const each of [id, ended])
      await reception.rows(
        `INSERT INTO object_access (object_id, site_id, subject, "right", source, source_version) VALUES ($1, $2, $3, 'act', $1, 2)`,
        [each, desk.siteId, `person:${past.personId}`],
      );
    const seen = () => Promise.all([past, owner, offered].map(async (who) => (await desk.read(id, who)).status));
    expect(await seen()).toEqual([200, 200, 200]);
    await new OfferedContacts1766900000000().up({ query: (sql: string) => reception.admin.query(sql) } as never);
    expect(await seen()).toEqual([404, 200, 200]);
    expect((await desk.read(ended, past)).status).toBe(404);
    expect((await offer(id, owner, past)).status).toBe(200);
    expect((await desk.read(id, past)).status).toBe(200);
  });
});
