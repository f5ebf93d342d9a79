import type { Principal } from '@property-office/contracts';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';
import { WokenGroups1766500100000 } from './persistence/migrations/1766500100000-woken-groups.migration';

let complaints: ComplaintsUnderTest;
let office: Office;
let second: Principal;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(complaints);
  second = office.holding('resident', { homes: [office.homes[1]!] });
});
afterAll(() => complaints.close());

/** As the office starts that has the migration, on rows of before. */
const upgraded = () => complaints.transaction((tx) => new WokenGroups1766500100000().up({ query: (sql: string) => tx.query(sql) } as never));
const statusOf = async (id: string) => (await office.read(id)).body.status as string;

/** Of two residents one has answered, and nothing wakes the case. */
async function stuck(): Promise<string> {
  const id = await office.recorded();
  await office.does(id, 'join', office.desk, { personId: second.personId, homeId: office.homes[1] });
  await office.answered(id);
  await office.does(id, 'answer', office.resident, { answer: 'accepted' });
  await complaints.rows(`DELETE FROM timer WHERE aggregate_id = $1 AND kind = 'complaint-silence'`, [id]);
  return id;
}

describe('groups that wait for whoever stays silent, and that nothing wakes (W2.3)', () => {
  it('are closed at once where the time is over, or when it will be; what nobody answered waits on', async () => {
    const [late, silent] = [await stuck(), await office.recorded()];
    await office.answered(silent);
    await complaints.later(4 * 86_400);
    const early = await stuck();
    expect([await statusOf(late), await statusOf(early)]).toEqual(['awaiting-feedback', 'awaiting-feedback']);
    await upgraded();
    await complaints.later(60);
    expect([await statusOf(late), await statusOf(early), await statusOf(silent)]).toEqual(['closed', 'awaiting-feedback', 'awaiting-feedback']);
    await complaints.later(3 * 86_400);
    expect([await statusOf(early), await statusOf(silent)]).toEqual(['closed', 'awaiting-feedback']);
  });

  it('and are looked at once, however often the office starts', async () => {
    const id = await stuck();
    await upgraded();
    await upgraded();
    expect(await complaints.rows(`SELECT 1 FROM timer WHERE aggregate_id = $1 AND kind = 'complaint-silence'`, [id])).toHaveLength(1);
  });
});
