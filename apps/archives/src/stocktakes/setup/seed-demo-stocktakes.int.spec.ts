import { newId } from '@property-office/kernel';
import { ArchivesUnderTest } from '../../archives.fixture';
import { seedDemoStocktakes } from './seed-demo-stocktakes';

let archives: ArchivesUnderTest;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());

it('shows a stocktake in each state, once', async () => {
  const siteId = newId();
  const persons = { clerk: newId(), director: newId(), lead: newId() };
  const grants = Object.entries(persons).map(([who, personId]) => ({ grantId: newId(), personId, role: who === 'lead' ? ('desk-lead' as const) : (who as 'clerk' | 'director'), siteId, from: new Date('2020-01-01T00:00:00Z'), until: null }));
  const { database } = archives.runtime;
  const demo = { siteId, persons, grants };
  expect(await Promise.all([seedDemoStocktakes(database, demo), seedDemoStocktakes(database, demo)])).toEqual(expect.arrayContaining([true, false]));
  expect(await archives.rows('SELECT state, count(*)::int AS n FROM stocktake GROUP BY 1 ORDER BY 1')).toEqual(['closed', 'counted', 'open', 'withdrawn'].map((state) => ({ state, n: 1 })));
  expect(await archives.rows('SELECT kind, count(*)::int AS n FROM stocktake_difference WHERE stands GROUP BY 1 ORDER BY 1')).toEqual([{ kind: 'misplaced', n: 1 }, { kind: 'missing', n: 1 }, { kind: 'unknown', n: 2 }]);
  expect(await archives.rows('SELECT shelf FROM record_shelf WHERE stocktake_id IS NOT NULL')).toEqual([{ shelf: 'D柜2层' }]);
  const [gap] = await archives.rows<{ n: number }>('SELECT count(*)::int AS n FROM (SELECT aggregate_id FROM ledger GROUP BY 1 HAVING count(*) <> max(aggregate_version)) broken');
  expect(gap!.n).toBe(0);
});
