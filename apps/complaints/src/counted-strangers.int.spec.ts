import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';
import { CountedStrangers1766700500000 } from './persistence/migrations/1766700500000-counted-strangers.migration';

let complaints: ComplaintsUnderTest;
let office: Office;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(complaints);
});
afterAll(() => complaints.close());

/** As the office starts that has the migration, on rows of before. */
const upgraded = () => complaints.transaction((tx) => new CountedStrangers1766700500000().up({ query: (sql: string) => tx.query(sql) } as never));
const madeMajor = async (id: string) => (await complaints.told(id)).filter((type) => type === 'complaint-made-major').length;

/** Five complain who named no home, of whom nobody was counted. */
async function uncounted(id: string): Promise<string> {
  const strangers = `INSERT INTO complainant (id, complaint_id, joined_at) SELECT gen_random_uuid(), $1, platform.now() FROM generate_series(1, 5)`;
  await complaints.rows(strangers, [id]);
  return id;
}

it('a complaint of many who named no home is a major one from the upgrade on, once, with all that follows; one of few or that is over is not (W2.3, R1.4)', async () => {
  const [open, closed, few] = [await uncounted(await office.recorded()), await office.recorded(), await office.recorded()];
  await office.does(few, 'join', office.desk, { contact: { name: '李四', phone: '13800000000' } });
  await office.closed(closed);
  await uncounted(closed);
  await upgraded();
  await complaints.later(60);
  expect((await office.read(open)).body).toMatchObject({ majorBecause: ['five-households'], handlerId: office.director.personId });
  expect((await complaints.events(open)).findLast(({ type }) => type === 'complaints.complaint-made-major.v1')).toMatchObject({ actor_role: 'system' });
  expect([await madeMajor(open), await madeMajor(closed), await madeMajor(few)]).toEqual([1, 0, 0]);
  await upgraded();
  await complaints.later(60);
  expect(await madeMajor(open)).toBe(1);
});
