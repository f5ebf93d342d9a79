import { shippedRules, subjectOf } from '@property-office/deadlines';
import { derivedId } from '@property-office/kernel';
import { DirectoryUnderTest } from '../directory.fixture';

let directory: DirectoryUnderTest;
beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
});
afterAll(() => directory.close());

it('an office has the rules that are shipped, by its migrations, which hold them themselves (Q1)', async () => {
  const rows = await directory.rows<Record<string, unknown>>(
    'SELECT id, kind, subject_id AS "subjectId", site_id AS "siteId", content, source, effective_from AS "effectiveFrom", recorded_at AS "recordedAt" FROM office_rule WHERE version = 0 ORDER BY id',
  );
  const shipped = shippedRules.map((rule) => ({ ...rule, subjectId: derivedId('office-rule', subjectOf(rule)) })).sort((one, other) => (one.id < other.id ? -1 : 1));
  expect(rows.length).toBeGreaterThan(100);
  expect(rows).toEqual(shipped);
});
