import { newKeyFile, signingKeyOf } from '@property-office/access';
import { Seals } from '@property-office/audit';
import { newId } from '@property-office/kernel';
import { ArchivesUnderTest } from '../../archives.fixture';
import { seedDemoDestructions } from '../../destructions/setup/seed-demo-destructions';
import { handOverStates } from '../domain/hand-over-states';
import { seedDemoHandOvers } from './seed-demo-hand-overs';

let archives: ArchivesUnderTest;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());

it('shows a hand-over in each state, once', async () => {
  const siteId = newId();
  const persons = { clerk: newId(), director: newId(), lead: newId(), deputy: newId(), company: newId() };
  const grants = Object.values(persons).map((personId) => ({ grantId: newId(), personId, siteId: personId === persons.company ? null : siteId, from: new Date('2020-01-01T00:00:00Z'), until: null }));
  const { database } = archives.runtime;
  const demo = { siteId, persons, grants };
  const seals = new Seals(signingKeyOf(newKeyFile('audit')));
  await seedDemoDestructions(database, demo);
  expect(await Promise.all([seedDemoHandOvers(database, seals, demo), seedDemoHandOvers(database, seals, demo)])).toEqual(expect.arrayContaining([true, false]));
  const states = await archives.rows<{ state: string }>('SELECT state FROM hand_over');
  expect(states.map(({ state }) => state).toSorted()).toEqual([...handOverStates].toSorted());
  const givers = await archives.rows<{ by: string }>(`SELECT DISTINCT manifest::jsonb ->> 'givenBy' AS by FROM hand_over_package`);
  expect(givers).toEqual([{ by: '阳光花园物业管理处' }]);
  const [gap] = await archives.rows<{ n: number }>('SELECT count(*)::int AS n FROM (SELECT aggregate_id FROM ledger GROUP BY 1 HAVING count(*) <> max(aggregate_version)) broken');
  expect(gap!.n).toBe(0);
});
