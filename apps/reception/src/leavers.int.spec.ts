import { askedPrincipal } from '@property-office/backbone';
import { deskBelongingsPath, type Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Desk } from './desk.fixture';
import { ReceptionUnderTest } from './reception.fixture';

let reception: ReceptionUnderTest;
let desk: Desk;
let agent: Principal;
let gone: Principal;

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
beforeEach(async () => {
  desk = await Desk.open(reception);
  [agent, gone] = [await desk.holding('desk'), await desk.holding('desk')];
  await reception.rows('INSERT INTO office_account (id, person_id, closed) VALUES ($1, $2, true)', [newId(), gone.personId]);
});
afterAll(() => reception.close());

const refused = { status: 400, body: { code: 'person-gone', errors: [{ pointer: '/toPersonId' }] } };
const note = (toPersonId: string) => reception.ask('POST /api/phone-notes', agent, { siteId: desk.siteId, toPersonId, caller: { name: '刘处长' }, message: '请回电' });

describe('who has left gets no work (G6)', () => {
  it('is offered no contact', async () => {
    const id = await desk.recorded(agent);
    expect(await desk.act(id, 'offer', agent, { toPersonId: gone.personId })).toMatchObject(refused);
    expect(await reception.told(id)).toEqual(['contact-recorded']);
  });

  it('is left no phone note, and one that came back is not readdressed to them', async () => {
    expect(await note(gone.personId)).toMatchObject(refused);
    const clerk = await desk.holding('clerk');
    const { body } = await note(clerk.personId);
    await reception.ask(`POST /api/phone-notes/${body.id}/return`, clerk, { reason: '找错人了' });
    expect(await reception.ask(`POST /api/phone-notes/${body.id}/readdress`, agent, { toPersonId: gone.personId })).toMatchObject(refused);
  });
});

describe('what somebody has in hand at the desk (G6)', () => {
  const asked = ({ personId }: Principal) => ({ personId, reader: askedPrincipal(agent) });
  const inHand = async (who: Principal) => {
    const { items } = (await reception.askInside(deskBelongingsPath, asked(who), 'directory')).body as { items: Array<{ kind: string; id: string; number: string; siteId: string; from: string }> };
    for (const { siteId, number, from } of items) expect([siteId, number, from]).toEqual([desk.siteId, expect.stringMatching(/^[A-Z]-\d{8}-\d+$/), expect.stringMatching(/Z$/)]);
    return items.map(({ kind, id }) => [kind, id]);
  };

  it('is each contact they own until it is over, also one that is offered to somebody else', async () => {
    const [mine, offered, over, theirs] = [await desk.recorded(agent), await desk.recorded(agent), await desk.recorded(agent), await desk.recorded(await desk.holding('desk'))];
    const colleague = await desk.holding('desk');
    await desk.act(offered, 'offer', agent, { toPersonId: colleague.personId });
    await desk.act(over, 'guide', agent, { whereTo: '街道', callerTold: true });
    await desk.act(theirs, 'offer', await desk.holding('desk-lead'), { toPersonId: agent.personId });
    expect(await inHand(agent)).toEqual([['contact', mine], ['contact', offered]]);
    await desk.act(offered, 'accept', colleague);
    expect([await inHand(agent), await inHand(colleague)]).toEqual([[['contact', mine]], [['contact', offered]]]);
  });

  it('is each phone note they have to say something to, and each guest of theirs who is to come or is here', async () => {
    const clerk = await desk.holding('clerk');
    const left = async () => (await note(clerk.personId)).body.id as string;
    const act = (id: string, verb: string, body: object = {}) => reception.ask(`POST /api/phone-notes/${id}/${verb}`, clerk, body);
    const [waiting, known, back] = [await left(), await left(), await left()];
    await act(known, 'acknowledge');
    await act(back, 'return', { reason: '找错人了' });
    const hour = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();
    const guest = { siteId: desk.siteId, kind: 'office-guest', hostId: clerk.personId, name: '刘处长', from: hour(1), until: hour(2) };
    const [expected, declined] = [await reception.ask('POST /api/visitors', agent, guest), await reception.ask('POST /api/visitors', agent, guest)];
    await reception.ask(`POST /api/visitors/${declined.body.id}/decline`, clerk, {});
    expect(await inHand(clerk)).toEqual([['phone-note', waiting], ['visitor', expected.body.id]]);
    expect(await inHand(agent)).toEqual([['phone-note', back]]);
  });

  it('is told to directory alone', async () => {
    expect((await reception.ask(`POST ${deskBelongingsPath}`, agent, asked(agent))).status).toBe(401);
    expect((await reception.askInside(deskBelongingsPath, asked(agent), 'tickets')).body).toMatchObject({ status: 401, code: 'service-only' });
  });
});
