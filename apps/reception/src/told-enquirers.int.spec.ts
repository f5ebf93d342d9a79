import { PersonNoticeSender } from '@property-office/backbone';
import type { PersonToTell, Principal } from '@property-office/contracts';
import { waitFor } from '@property-office/testing';
import { Desk } from './desk.fixture';
import { ReceptionUnderTest } from './reception.fixture';

let reception: ReceptionUnderTest;
let desk: Desk;
let agent: Principal;
let resident: Principal;

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
beforeEach(async () => {
  desk = await Desk.open(reception);
  [agent, resident] = [await desk.holding('desk'), await desk.resident()];
});
afterAll(() => reception.close());

/** Taken by the desk. */
async function written(who = resident): Promise<{ id: string; number: string }> {
  const { body } = await reception.ask('POST /api/enquiries', who, { homeId: desk.home, words: '地下车库什么时候装充电桩？' });
  await desk.act(body.id, 'accept', agent);
  return body;
}
async function ends(id: string, verb: string, body: object, who = agent): Promise<void> {
  expect(await desk.act(id, verb, who, body)).toMatchObject({ status: 200 });
}
const told = (count = 1): Promise<PersonToTell[]> => waitFor(async () => desk.told.length >= count && desk.told, { what: 'the resident to be told' });
const waiting = (id: string) => reception.rows('SELECT kind, told_at FROM enquirer_notice WHERE case_id = $1', [id]);

describe('a resident who wrote in the portal hears what came of it (W2.1, R3.1)', () => {
  it.each([
    ['answer', { answer: '明年三月' }, 'enquiry-answered'],
    ['guide', { whereTo: '供电局', callerTold: true }, 'enquiry-guided'],
    ['convert', { to: 'suggestion' }, 'enquiry-converted'],
    ['convert', { to: 'complaint', complaint: {} }, 'enquiry-converted'],
    ['convert', { to: 'repair-request', repair: { category: 'light' } }, 'enquiry-converted'],
  ])('once, after %s %j, with what opens it and not a word of it', async (verb, body, kind) => {
    const { id, number } = await written();
    expect(await waiting(id)).toEqual([]);
    await ends(id, verb, body);
    expect(await told()).toEqual([
      { personId: resident.personId, siteId: desk.siteId, kind, subject: { type: 'enquiry', id }, number, occasion: 'ended', happenedAt: expect.any(String) },
    ]);
    await waitFor(async () => (await waiting(id)).every((row) => row['told_at'] !== null), { what: 'it to be marked' });
    expect(await sendAgain()).toBe(0);
    expect(desk.told).toHaveLength(1);
  });

  const sendAgain = () => new PersonNoticeSender(reception.runtime.database, { post: () => Promise.reject(new Error('nobody is to be told')) }, { warn: () => undefined }, 'enquirer_notice').sendDue();

  it('and no event names them for it', async () => {
    const { id } = await written();
    await ends(id, 'answer', { answer: '明年三月' });
    await told();
    expect(JSON.stringify(await reception.events(id))).not.toContain(resident.personId);
  });

  it('although notifications is away for a while', async () => {
    const answering = reception.neighbours;
    const { id } = await written();
    reception.neighbours = (service, path, body) => {
      if (service === 'notifications') throw new Error('away');
      return answering(service, path, body);
    };
    await ends(id, 'answer', { answer: '明年三月' });
    await waitFor(async () => (await reception.rows<{ attempts: number }>('SELECT attempts FROM enquirer_notice WHERE case_id = $1', [id]))[0]!.attempts > 0, { what: 'an attempt' });
    expect(desk.told).toEqual([]);
    reception.neighbours = answering;
    await reception.later(600);
    expect(await told()).toMatchObject([{ kind: 'enquiry-answered' }]);
  });

  it('not where the desk wrote down a call, nor whoever answered themselves', async () => {
    const called = await desk.recorded(agent, { caller: { personId: resident.personId } });
    await ends(called, 'answer', { answer: '好' });
    const own = { ...agent, homes: resident.homes, roles: [...agent.roles, ...resident.roles] };
    const { id } = (await reception.ask('POST /api/enquiries', own, { homeId: desk.home, words: '充电桩？' })).body;
    await ends(id, 'answer', { answer: '好' }, own);
    for (const each of [called, id]) expect(await waiting(each)).toEqual([]);
  });

  it('and reception keeps nothing of who was told when its retention is over; the entry in their inbox is with notifications (G7)', async () => {
    await reception.rows(`INSERT INTO retention (site_id, what, days, source_zh, source_en, effective_from) VALUES ($1, 'contact', 1, '试验', 'trial', '2025-01-01')`, [desk.siteId]);
    const { id } = await written();
    await ends(id, 'answer', { answer: '好' });
    await told();
    await reception.later(2 * 86_400);
    expect(await waiting(id)).toEqual([]);
  });

  it('but not that it became a complaint about themselves (W2.3)', async () => {
    const [technician] = [await desk.holding('technician', { homes: [desk.home] })];
    const both = { ...technician, roles: [...technician.roles, ...resident.roles] };
    const { id } = await written(both);
    await ends(id, 'convert', { to: 'complaint', complaint: { aboutPersonId: technician.personId } });
    expect(JSON.stringify(await told())).not.toContain('complaint');
    const read = await reception.ask(`GET /api/enquiries/${id}`, both);
    expect(read.body).toMatchObject({ status: 'converted', convertedTo: null });
    expect((await reception.ask('GET /api/enquiries', both)).body.items).toMatchObject([{ id, convertedTo: null }]);
  });
});
