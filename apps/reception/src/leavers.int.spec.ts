import type { Principal } from '@property-office/contracts';
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
const note = (toPersonId: string) => reception.ask('POST /api/phone-notes', agent, { siteId: desk.siteId, toPersonId, message: '请回电' });

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
