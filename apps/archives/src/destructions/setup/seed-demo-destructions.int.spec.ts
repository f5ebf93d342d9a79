import { newId } from '@property-office/kernel';
import { ArchivesUnderTest } from '../../archives.fixture';
import { seedDemoDestructions } from './seed-demo-destructions';

let archives: ArchivesUnderTest;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());

it('shows what is due, appraisals and destruction lists in their states, once', async () => {
  const siteId = newId();
  const persons = { clerk: newId(), director: newId(), lead: newId(), deputy: newId(), company: newId() };
  const grants = Object.values(persons).map((personId) => ({ grantId: newId(), personId, siteId: personId === persons.company ? null : siteId, from: new Date('2020-01-01T00:00:00Z'), until: null }));
  const { database } = archives.runtime;
  const demo = { siteId, persons, grants };
  expect(await Promise.all([seedDemoDestructions(database, demo), seedDemoDestructions(database, demo)])).toEqual(expect.arrayContaining([true, false]));
  expect(await archives.rows('SELECT state, count(*)::int AS n FROM appraisal GROUP BY 1 ORDER BY 1')).toEqual([{ state: 'concluded', n: 1 }, { state: 'open', n: 1 }, { state: 'withdrawn', n: 1 }]);
  const states = await archives.rows<{ state: string }>('SELECT state FROM destruction ORDER BY state');
  expect(states.map(({ state }) => state)).toEqual(['applied', 'approved', 'carried-out', 'refused', 'withdrawn', 'witnessed']);
  const [gap] = await archives.rows<{ n: number }>('SELECT count(*)::int AS n FROM (SELECT aggregate_id FROM ledger GROUP BY 1 HAVING count(*) <> max(aggregate_version)) broken');
  expect(gap!.n).toBe(0);
});
