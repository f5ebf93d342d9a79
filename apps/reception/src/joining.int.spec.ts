import { derivedId, newId } from '@property-office/kernel';
import type { Principal } from '@property-office/contracts';
import { Desk } from './desk.fixture';
import { NoteNumberReaction } from './reactions/note-number.reaction';
import { ReceptionUnderTest } from './reception.fixture';

let reception: ReceptionUnderTest;
let desk: Desk;
let agent: Principal;

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
beforeEach(async () => {
  desk = await Desk.open(reception);
  agent = await desk.holding('desk');
});
afterAll(() => reception.close());

const hear = (how: 'onCase' | 'onHidden', subject: string, data: object) =>
  reception.transaction(async (tx) => reception.part(NoteNumberReaction)[how]({ subject, data } as never, { tx } as never));
const join = (id: string, joins: string, more: object = {}) => desk.act(id, 'convert', agent, { to: 'complaint', complaint: { joins }, ...more });
const converted = async (id: string) => (await reception.events(id)).at(-1)!.data as Record<string, unknown>;

describe('a contact joins an open complaint (W2.1, W2.3)', () => {
  it('which complaints was asked about in the name of whoever converts; both sides are linked, with its number at once', async () => {
    const joins = newId();
    desk.joined = { number: 'C-20261123-10001', hiddenFrom: { personIds: [], crewIds: [] } };
    const resident = await desk.resident();
    const id = await desk.recorded(agent, { caller: { personId: resident.personId } });
    const { status, body } = await join(id, joins);
    expect([status, body.convertedTo]).toMatchObject([200, { kind: 'complaint', id: joins }]);
    const { personId, crews, homes, roles } = agent;
    expect(desk.checked).toEqual([{ siteId: desk.siteId, joins, principal: { personId, crews, homes, roles }, complainantId: resident.personId, fromHotline: false }]);
    expect(desk.introduced).toEqual([{ objectId: derivedId(id, 'complaint'), personId: resident.personId, homeId: desk.home }]);
    expect(await converted(id)).toMatchObject({ objectId: derivedId(id, 'complaint'), complaint: { joins, aboutPersonId: null }, introduced: true });
    expect((await desk.read(id, agent)).body.convertedTo).toEqual({ kind: 'complaint', id: joins, number: 'C-20261123-10001' });
    expect((await join(id, joins)).body.convertedTo).toMatchObject({ id: joins });
    expect(await reception.told(id)).toEqual(['contact-recorded', 'contact-converted']);
  });

  it('of several contacts each', async () => {
    const joins = newId();
    desk.joined = { number: 'C-1', hiddenFrom: { personIds: [], crewIds: [] } };
    for (const id of [await desk.recorded(agent), await desk.recorded(agent)]) expect((await join(id, joins)).body.convertedTo).toMatchObject({ id: joins });
  });

  it('of a stranger complaints is told the home alone, so that it counts as a household', async () => {
    desk.joined = { number: 'C-1', hiddenFrom: { personIds: [], crewIds: [] } };
    const id = await desk.recorded(agent, { caller: { name: '王敏', phone: '13800000006', homeId: desk.otherHome } });
    expect((await join(id, newId())).status).toBe(200);
    expect(desk.introduced).toEqual([{ objectId: derivedId(id, 'complaint'), homeId: desk.otherHome }]);
    expect(JSON.stringify(await converted(id))).not.toContain(desk.otherHome);
    expect(await reception.rows(`SELECT details -> 'fields' AS fields FROM audit WHERE object_id = $1 AND operation = 'reception.convertContact'`, [id])).toEqual([{ fields: ['home'] }]);
  });

  it('and is hidden at once from whom that is about, and from whoever it is hidden from in between', async () => {
    const [about, mate] = [await desk.holding('desk'), await desk.holding('desk-lead')];
    const joins = newId();
    desk.joined = { number: 'C-1', hiddenFrom: { personIds: [about.personId], crewIds: [] } };
    const id = await desk.recorded(agent);
    expect((await join(id, joins)).status).toBe(200);
    expect([(await desk.read(id, about)).status, (await desk.read(id, mate)).status]).toEqual([404, 200]);
    await hear('onHidden', joins, { households: 2, complainants: 2, hiddenFrom: { personIds: [about.personId, mate.personId], crewIds: [] } });
    expect((await desk.read(id, mate)).status).toBe(404);
    // As it was announced before events said so.
    await hear('onHidden', joins, { households: 2, complainants: 2 });
    expect((await desk.read(id, mate)).status).toBe(404);
  });

  it('or becomes one of its own where that was closed by then, and says so', async () => {
    const mate = await desk.holding('desk-lead');
    desk.joined = { number: 'C-1', hiddenFrom: { personIds: [], crewIds: [] } };
    const id = await desk.recorded(agent);
    await join(id, newId());
    const own = derivedId(id, 'complaint');
    await hear('onHidden', own, { hiddenFrom: { personIds: [mate.personId], crewIds: [] } });
    await hear('onCase', own, { number: 'C-20261123-10002' });
    expect((await desk.read(id, agent)).body.convertedTo).toEqual({ kind: 'complaint', id: own, number: 'C-20261123-10002' });
    expect((await desk.read(id, mate)).status).toBe(404);
  });

  it.each([['aboutPersonId', () => newId()], ['aboutPersonIds', () => [newId()]], ['aboutCrewIds', () => [newId()]]])('says nothing anew of whom it is about (%s)', async (field, value) => {
    const id = await desk.recorded(agent);
    expect((await join(id, newId(), { complaint: { joins: newId(), [field]: value() } })).body).toMatchObject({ status: 400, code: 'about-of-joined', errors: [{ pointer: '/complaint/joins' }] });
    expect(await reception.told(id)).toEqual(['contact-recorded']);
  });

  it('is refused as complaints refuses it', async () => {
    desk.refused = { code: 'joined-unknown', title: { zh: '没有', en: 'None' }, fields: [{ pointer: '/joins', message: { zh: '请选择', en: 'choose' } }] };
    const id = await desk.recorded(agent);
    expect((await join(id, newId())).body).toMatchObject({ status: 400, code: 'joined-unknown', errors: [{ pointer: '/complaint/joins' }] });
    expect(await reception.told(id)).toEqual(['contact-recorded']);
  });
});

it('a complaint heard at the desk is about several people and crews, as one that is recorded (W2.3)', async () => {
  const [one, other] = [await desk.holding('technician'), await desk.holding('technician')];
  const crew = newId();
  const member = await desk.holding('desk', { crews: [crew] });
  const id = await desk.recorded(agent);
  const complaint = { aboutPersonIds: [one.personId, other.personId], aboutCrewIds: [crew] };
  expect((await desk.act(id, 'convert', agent, { to: 'complaint', complaint })).status).toBe(200);
  expect(desk.checked).toMatchObject([complaint]);
  expect(await converted(id)).toMatchObject({ complaint: { aboutPersonId: one.personId, ...complaint } });
  expect((await desk.read(id, member)).status).toBe(404);
});
