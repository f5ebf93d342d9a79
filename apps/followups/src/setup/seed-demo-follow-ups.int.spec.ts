import { systemActor, type EventData } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { OwnDatabase } from '@property-office/service-testing';
import { followupsSchema } from '../persistence/schema';
import { demoOutcomes } from './demo-outcomes';
import { seedDemoFollowUps, type DemoFollowUps } from './seed-demo-follow-ups';

let own: OwnDatabase;

beforeAll(async () => {
  own = await OwnDatabase.open(followupsSchema);
});
afterAll(() => own?.close());

it('shows follow-ups as they go on, once, each with its ledger, by somebody who handled none of the cases', async () => {
  const [siteId, lead, desk] = [newId(), newId(), newId()];
  const at = new Date(Date.now() - 60 * 3_600_000);
  const moment = at.toISOString();
  const data = (n: number): EventData<'complaints.complaint-closed.v1'> => ({
    number: `C-20261129-1000${n}`, round: 1, major: false, majorBecause: [], kind: 'cleaning', decision: 'ours', answer: 'accepted', level: 0, households: 1,
    handlerIds: [desk], hiddenFrom: { personIds: [], crewIds: [] }, attachmentIds: [], complainedAt: moment, decidedAt: moment, feedbackAt: moment, closedAt: moment,
  });
  // One more than there are outcomes: it waits, as the first.
  const closed: DemoFollowUps['closed'] = [...demoOutcomes, {}].map((_, n) => ({ complaintId: newId(), happenedAt: at, data: data(n) }));
  const demo = { siteId, lead, closed };
  expect([await seedDemoFollowUps(own.database, demo), await seedDemoFollowUps(own.database, demo)]).toEqual([true, false]);
  expect(await own.database.query('SELECT state, tries, taken_by, rating FROM follow_up ORDER BY complaint_number')).toEqual([
    { state: 'due', tries: 0, taken_by: null, rating: null },
    { state: 'in-hand', tries: 0, taken_by: lead, rating: null },
    { state: 'due', tries: 1, taken_by: null, rating: null },
    { state: 'satisfied', tries: 0, taken_by: null, rating: 5 },
    { state: 'unsatisfied', tries: 0, taken_by: null, rating: 2 },
    { state: 'unreachable', tries: 3, taken_by: null, rating: null },
    { state: 'due', tries: 0, taken_by: null, rating: null },
  ]);
  expect(await own.database.query('SELECT aggregate_id FROM ledger GROUP BY 1 HAVING count(*) <> max(aggregate_version)')).toEqual([]);
  expect(await own.database.query('SELECT DISTINCT actor_id FROM ledger WHERE actor_id <> $1', [systemActor.personId])).toEqual([{ actor_id: lead }]);
});
