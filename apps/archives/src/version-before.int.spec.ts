import { newId } from '@property-office/kernel';
import { ArchiveOffice } from './archive-office.fixture';
import { ArchivesUnderTest } from './archives.fixture';
import { Repair } from './repair.fixture';

let archives: ArchivesUnderTest;
let office: ArchiveOffice;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
beforeEach(() => void (office = new ArchiveOffice(archives)));
afterAll(() => archives?.close());

/** What archives__repairs_v1 of 0.1.0 writes of a repair request, beside v2 of today or instead of it. */
const before = {
  begin: (id: string, number: string, home: string) =>
    archives.rows(`INSERT INTO repair_case (id, number, repair_class, location_kind, location_id) VALUES ($1, $2, 'P2', 'home', $3) ON CONFLICT DO NOTHING`, [id, number, home]),
  change: (id: string, home: string | null, disputed: boolean) =>
    archives.rows('UPDATE repair_case SET location_id = coalesce($2, location_id), disputed = disputed OR $3 WHERE id = $1', [id, home, disputed]),
  sees: async (id: string) => (await archives.rows('SELECT location_id AS home, disputed FROM repair_case WHERE id = $1', [id]))[0],
};
const entriesOf = async (id: string): Promise<unknown[]> =>
  archives.rows('SELECT f.subject_id AS home FROM living_file_entry e JOIN living_file f ON f.id = e.file_id WHERE e.source_id = $1', [id]);

describe('processes of the version before', () => {
  it('follow a repair later than those of today, and it joins the home it was corrected to last (W4.5)', async () => {
    const [first, second, third] = [newId(), newId(), newId()];
    const repair = new Repair(office.siteId, { location: { kind: 'home', id: first } });
    await before.begin(repair.id, repair.number, first);
    for (const event of [repair.requested(), ...[second, third].map((id) => repair.corrected({ location: { kind: 'home', id } }))]) await archives.hear(event);
    // The first correction alone, then its process ends for good.
    await before.change(repair.id, second, false);
    await archives.hear(repair.resolved());
    expect(await entriesOf(repair.id)).toEqual([{ home: third }]);
  });

  it('follow it earlier, and those of today propose no record of what was not disputed yet (W4.5)', async () => {
    const home = newId();
    const repair = new Repair(office.siteId, { location: { kind: 'home', id: home } });
    await before.begin(repair.id, repair.number, home);
    await archives.hear(repair.requested());
    await before.change(repair.id, null, true);
    for (const event of [repair.resolved(), repair.closed()]) await archives.hear(event);
    expect(await archives.rows('SELECT 1 FROM record_proposal WHERE source_id = $1', [repair.id])).toEqual([]);
    // Nor is what they know taken from them.
    expect(await before.sees(repair.id)).toEqual({ home, disputed: true });
    await archives.hear(repair.reopened(2));
    await archives.hear(repair.closed(2));
    expect(await archives.rows('SELECT 1 FROM record_proposal WHERE source_id = $1', [repair.id])).toHaveLength(1);
  });
});
