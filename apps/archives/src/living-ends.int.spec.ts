import { derivedId, newId } from '@property-office/kernel';
import type { Announced } from '@property-office/service-testing';
import { ArchivesUnderTest } from './archives.fixture';
import { dayBegins } from './domain/time-on-papers';
import { LivingOffice } from './living-office.fixture';
import { ToldEnds1795970960000 } from './persistence/migrations/1795970960000-told-ends.migration';
import { Repair } from './repair.fixture';

let archives: ArchivesUnderTest;
let office: LivingOffice;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());
beforeEach(async () => void (office = await new LivingOffice(archives).open()));

const told = (file: string): Promise<Announced[]> => archives.events(derivedId('ended-living-file', file));
/** How many papers waited each time. */
const papersTold = async (file: string): Promise<unknown[]> => (await told(file)).map(({ data }) => data.papers);
const hour = 3_600;

describe('whoever keeps the archives is told once papers of a living file wait to be closed (W4.1)', () => {
  it('when an ownership ends that lay ahead, of all its papers at once; of what joins meanwhile, nothing more', async () => {
    const { place, file } = await office.home();
    await office.owned(place, -2_000, 5);
    for (const paper of ['covenant', 'proof-of-ownership', 'handover']) await office.done(office.put(file, { paper }));
    const version = 3;
    expect(await told(file)).toEqual([]);
    await archives.later(5 * hour + 1);
    expect(await told(file)).toMatchObject([
      { type: 'archives.living-file-ended.v1', version: 1, actor_role: 'system', data: { livingFileId: file, code: '501', subject: { type: 'home', id: place }, papers: 2, endedAt: expect.any(String) } },
    ]);
    // What was read before is not stale by that.
    expect((await archives.ask(`GET /api/living-files/${file}`, office.clerk)).body).toMatchObject({ version, endedAt: (await told(file))[0]!.data.endedAt });
    await office.putBefore(file, 1, { paper: 'covenant' });
    expect(await papersTold(file)).toEqual([2]);
  });

  it('at once where the end is said late, of a device and of a home; not of one without papers, or that goes on', async () => {
    const [lift, bare, home, shared] = [await office.device(), await office.device(), await office.home(), await office.home()];
    await office.done(office.put(lift.file, {}));
    const tie = await office.owned(home.place, -2_000, null);
    for (const until of [null, null]) await office.owned(shared.place, -2_000, until);
    for (const { file } of [home, shared]) await office.putBefore(file, 2);
    for (const { place } of [lift, bare]) await office.isDevice(place, 'lift', '2026-03-31');
    await office.owned(home.place, -2_000, -1, tie);
    await office.owned(shared.place, -2_000, -1);
    expect([await papersTold(lift.file), await papersTold(bare.file), await papersTold(home.file), await papersTold(shared.file)]).toEqual([[1], [], [1], []]);
    expect((await told(lift.file))[0]!.data.endedAt).toBe(dayBegins('2026-03-31').toISOString());
  });

  it('again where something joins after all was closed, where another ownership ends, and not of what came back', async () => {
    const { place, file } = await office.device('pump', '2026-03-31');
    const repair = new Repair(office.siteId, { location: { kind: 'place', id: place } });
    await archives.hear(repair.requested());
    await archives.hear(repair.resolved());
    expect(await papersTold(file)).toEqual([1]);
    await office.close(file);
    await office.done(office.put(file, { title: '报废单' }));
    expect(await papersTold(file)).toEqual([1, 1]);
    await office.close(file);
    await office.onProposal(await office.proposalOf(file), 'return', { reason: '缺发票' }, office.director);
    await archives.runtime.catchUps.run();
    expect(await papersTold(file)).toEqual([1, 1]);
    await office.onProposal(await office.proposalOf(file), 'propose-again', { remarks: '已补' });
    await office.done(office.put(file, { title: '发票' }));
    expect(await papersTold(file)).toEqual([1, 1, 1]);

    const home = await office.home();
    const [first, second] = [await office.owned(home.place, -2_000, -5), await office.owned(home.place, -5, null)];
    for (const hours of [6, 2]) await office.putBefore(home.file, hours);
    expect(await papersTold(home.file)).toEqual([1]);
    await office.owned(home.place, -5, -1, second);
    expect(await papersTold(home.file)).toEqual([1, 2]);
    await office.owned(home.place, -2_000, -5.5, first);
    expect(await papersTold(home.file)).toEqual([1, 2]);
  });

  it('once, however often a ledger is read and an end is said', async () => {
    const { place, file } = await office.device();
    await office.done(office.put(file, {}));
    for (const end of ['2026-03-31', null, '2026-03-31'] as const) await office.isDevice(place, 'lift', end);
    await archives.rows(`DELETE FROM timer WHERE kind = 'living-file-end' AND aggregate_id = $1`, [file]);
    await archives.runtime.catchUps.run();
    expect(await papersTold(file)).toEqual([1]);
  });

  it('not before the day comes; an end that is moved or called off is not told', async () => {
    const [moved, calledOff] = [await office.device(), await office.device()];
    const inDays = async (days: number): Promise<string> => new Date((await archives.now()).getTime() + days * 86_400_000).toISOString().slice(0, 10);
    for (const { place, file } of [moved, calledOff]) {
      await office.done(office.put(file, {}));
      await office.isDevice(place, 'lift', await inDays(2));
    }
    await office.isDevice(moved.place, 'lift', await inDays(5));
    await office.isDevice(calledOff.place, 'lift', null);
    await archives.pass(3);
    expect([await papersTold(moved.file), await papersTold(calledOff.file)]).toEqual([[], []]);
    await archives.pass(2);
    expect([await papersTold(moved.file), await papersTold(calledOff.file)]).toEqual([[1], []]);
  });
});

/** As the tables are the moment they are upgraded. */
async function upgraded(): Promise<void> {
  await archives.admin.query('DROP TABLE living_file_told');
  await new ToldEnds1795970960000().up({ query: (sql: string) => archives.admin.query(sql) } as never);
  await archives.admin.query('GRANT SELECT, INSERT, UPDATE ON living_file_told TO archives_app');
}

describe('beside processes of the version before, which tell nobody', () => {
  it('what they heard is caught up with, and ends that lie ahead are waited for', async () => {
    const [ended, ahead] = [await office.device(), await office.home()];
    for (const { file } of [ended, ahead]) await office.done(office.put(file, {}));
    await archives.rows(`UPDATE living_file SET out_of_service_on = '2026-03-31' WHERE id = $1`, [ended.file]);
    await archives.rows('INSERT INTO ownership (tie_id, home_id, from_at, until_at) VALUES (gen_random_uuid(), $1, $2, $3)', [ahead.place, await office.inHours(-2_000), await office.inHours(3)]);
    await archives.runtime.catchUps.run();
    expect([await papersTold(ended.file), await papersTold(ahead.file)]).toEqual([[1], []]);
    await archives.later(3 * hour + 1);
    expect(await papersTold(ahead.file)).toEqual([1]);
  });

  it('what waited before is not told by the upgrade; what joins once that is closed is', async () => {
    const { file } = await office.device();
    await office.done(office.put(file, {}));
    await archives.rows(`UPDATE living_file SET out_of_service_on = '2026-03-31' WHERE id = $1`, [file]);
    await upgraded();
    await archives.runtime.catchUps.run();
    expect(await papersTold(file)).toEqual([]);
    await office.close(file);
    await office.done(office.put(file, { title: '报废单' }));
    expect(await papersTold(file)).toEqual([1]);
  });

  it('what waited for nobody then is told once it waits: the other owner left the same day', async () => {
    const { place, file } = await office.home();
    const [until, other] = [await office.inHours(-5), newId()];
    const owned = (tie: string, end: string | null) => archives.rows('INSERT INTO ownership (tie_id, home_id, from_at, until_at) VALUES ($1, $2, $3, $4)', [tie, place, `${until.slice(0, 3)}0-01-01T00:00:00Z`, end]);
    await owned(newId(), until);
    await owned(other, null);
    await office.putBefore(file, 6);
    await upgraded();
    await archives.rows('UPDATE ownership SET until_at = $2 WHERE tie_id = $1', [other, until]);
    await archives.runtime.catchUps.run();
    expect(await papersTold(file)).toEqual([1]);
  });

  it('one file that cannot be told holds up no other', async () => {
    const [bad, good] = [await office.device(), await office.device()];
    for (const { file } of [bad, good]) {
      await office.done(office.put(file, {}));
      await archives.rows(`UPDATE living_file SET out_of_service_on = '2026-03-31' WHERE id = $1`, [file]);
    }
    await archives.admin.query(`ALTER TABLE living_file_told ADD CONSTRAINT not_this_one CHECK (file_id <> '${bad.file}')`);
    try {
      await archives.runtime.catchUps.run();
      expect([await papersTold(bad.file), await papersTold(good.file)]).toEqual([[], [1]]);
    } finally {
      await archives.admin.query('ALTER TABLE living_file_told DROP CONSTRAINT not_this_one');
    }
    await archives.runtime.catchUps.run();
    expect(await papersTold(bad.file)).toEqual([1]);
  });
});
