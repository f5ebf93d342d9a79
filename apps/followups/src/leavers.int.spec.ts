import { askedPrincipal } from '@property-office/backbone';
import type { Principal } from '@property-office/contracts';
import { ComplaintFollowUps } from './complaint-follow-ups.fixture';
import { ReadBelongings } from './persistence/read-belongings';

let office: ComplaintFollowUps;

beforeAll(async () => void (office = await ComplaintFollowUps.start()));
afterAll(() => office?.stop());

const inHand = async ({ personId }: Principal, reader: Principal) =>
  (await new ReadBelongings(office.database).of({ personId, reader: askedPrincipal(reader) })).items;

it('what somebody has in hand of follow-ups is each they have taken, until there is an outcome or it is tried in vain (G6)', async () => {
  const [agent, director] = [office.principal('desk'), office.principal('director')];
  const [waits, taken, answered, tried] = [await office.closed(), await office.closed(), await office.closed(), await office.closed()];
  for (const { id } of [taken, answered, tried]) await office.take(agent, id);
  await office.outcome(agent, answered.id, 'satisfied');
  await office.outcome(agent, tried.id, 'unreachable');
  expect(await inHand(agent, director)).toEqual([{ kind: 'follow-up', id: taken.id, number: 'C-20261127-10001', siteId: office.siteId, from: expect.stringMatching(/Z$/) }]);
  await office.disputed(taken.complaintId);
  expect([await inHand(agent, director), await office.told(waits.id)]).toEqual([[], [expect.objectContaining({ type: 'followups.complaint-follow-up-due.v1' })]]);
});

it('is in hand since it was taken, the oldest first, whatever a clock says of it meanwhile', async () => {
  const [agent, director] = [office.principal('desk'), office.principal('director')];
  const [first, second] = [await office.closed(), await office.closed()];
  for (const { id } of [second, first]) await office.take(agent, id);
  await office.database.query(`UPDATE follow_up SET changed_at = changed_at + interval '1 day' WHERE id = $1`, [second.id]);
  const items = await inHand(agent, director);
  expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
  for (const { id, from } of items)
    expect(await office.database.query(`SELECT 1 AS taken FROM ledger WHERE aggregate_id = $1 AND type = 'followups.complaint-follow-up-taken.v1' AND happened_at = $2`, [id, from])).toEqual([{ taken: 1 }]);
});

it('is nothing that is hidden from whoever reads it, from their crew, or from whose deputy they are (W2.3)', async () => {
  const agent = office.principal('desk');
  const { id } = await office.closed();
  await office.take(agent, id);
  const mate = office.principal('crew-lead', { crews: [office.crew] });
  for (const { personId: forPersonId, roles, crews, ...reader } of [office.accused, mate]) {
    expect(await inHand(agent, { ...reader, personId: forPersonId, roles, crews })).toEqual([]);
    expect(await inHand(agent, office.principal('director', { deputyships: [{ forPersonId, kind: 'duty', roles, crews }] }))).toEqual([]);
  }
  expect(await inHand(agent, office.principal('director'))).toMatchObject([{ id }]);
});
