import { newId } from '@property-office/kernel';
import { ArchivesUnderTest } from '../archives.fixture';
import { mostItems } from './domain/errors';
import { HandOverOffice } from './hand-over-office.fixture';

let archives: ArchivesUnderTest;
let office: HandOverOffice;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());
beforeEach(async () => void (office = await HandOverOffice.open(archives)));

/** What a list of that part would hold; it is withdrawn again. */
async function heldBy(part: object): Promise<string[]> {
  const id = await office.applied(part);
  const { items } = (await archives.ask(`GET /api/hand-overs/${id}/items`, office.clerk)).body;
  await office.does(office.on(id, 'withdraw', office.clerk, { reason: '再核对' }));
  return items.map(({ number }: { number: string }) => number).toSorted();
}

describe('a list of a part of a site (W4.6)', () => {
  const record = async (category: string, year: number): Promise<string> => (await office.held(`${category}${year}`, 900, { category, datedAt: `${year}-03-05T02:00:00Z` })).archiveNumber;

  it('holds the records of a category, or of all, of some years; living files are of none', async () => {
    const [letters, last, contract] = [await record('WS', 2024), await record('WS', 2025), await record('HT', 2025)];
    await office.home('501');
    expect(await heldBy({ scope: 'category', category: 'WS', fromYear: 2025 })).toEqual([last]);
    expect(await heldBy({ scope: 'category', category: 'WS', toYear: 2024 })).toEqual([letters]);
    expect(await heldBy({ scope: 'all', fromYear: 2025, toYear: 2025 })).toEqual([contract, last].toSorted());
    expect(await heldBy({ scope: 'all', fromYear: 2024 })).toEqual([contract, letters, last].toSorted());
    expect((await office.apply({ scope: 'all', fromYear: 2026 })).body).toMatchObject({ status: 409, code: 'nothing-to-hand-over' });
  });

  it('holds the living files of homes, of devices, or of buildings; the list, its event and its package say which', async () => {
    const [first, second] = [newId(), newId()];
    for (const [code, building] of [['1-501', first], ['2-501', second]] as const) await office.home(code, building);
    await office.lift('DT-01');
    expect(await heldBy({ scope: 'living-files', subject: 'home' })).toEqual(['1-501', '2-501']);
    expect(await heldBy({ scope: 'living-files', subject: 'device' })).toEqual(['DT-01']);
    expect(await heldBy({ scope: 'living-files', buildingIds: [first, second] })).toEqual(['1-501', '2-501']);
    const part = { subject: 'home', buildingIds: [second], fromYear: null, toYear: null, category: null };
    const id = await office.approved({ scope: 'living-files', subject: 'home', buildingIds: [second] });
    await office.does(office.on(id, 'seal', office.clerk));
    expect(await office.one(id)).toMatchObject({ scope: 'living-files', livingFiles: 1, ...part });
    expect((await archives.events(id))[0]!.data).toMatchObject(part);
    const [{ manifest }] = (await archives.rows<{ manifest: string }>('SELECT manifest FROM hand_over_package WHERE hand_over_id = $1', [id])) as [{ manifest: string }];
    expect(JSON.parse(manifest)).toMatchObject({ ...part, livingFiles: [{ code: '2-501' }] });
  });

  it('is refused where a part is said of another scope, or is none', async () => {
    const { id } = await office.held('函');
    const wrong: Array<[string, object]> = [
      ['/fromYear', { scope: 'named', recordIds: [id], fromYear: 2025 }],
      ['/fromYear', { scope: 'living-files', toYear: 2025 }],
      ['/fromYear', { scope: 'all', fromYear: 2026, toYear: 2025 }],
      ['/subject', { scope: 'all', subject: 'home' }],
      ['/buildingIds', { scope: 'all', buildingIds: [newId()] }],
      ['/buildingIds', { scope: 'living-files', buildingIds: [] }],
    ];
    for (const [pointer, body] of wrong) expect((await office.apply(body)).body).toMatchObject({ status: 400, code: 'hand-over-scope-wrong', errors: [{ pointer }] });
  });

  it('is as long as a list may be, and no longer: what is refused says by which parts it can be handed over', async () => {
    const contract = await record('HT', 2025);
    await office.lift('DT-01');
    await archives.admin.query(
      `INSERT INTO archives.living_file (id, site_id, subject_type, subject_id, code, recorded_at) SELECT gen_random_uuid(), $1, 'home', gen_random_uuid(), n::text, now() FROM generate_series(1, $2::int) n`,
      [office.siteId, mostItems.livingFiles],
    );
    const { status, body } = await office.apply({});
    expect([status, body.code, body.detail]).toEqual([409, 'hand-over-too-large', expect.stringContaining(`There are: living files of homes ${mostItems.livingFiles}, `)]);
    for (const part of ['living files of devices 1', 'HT·2025 1']) expect(body.detail).toContain(part);
    const said = await archives.answer('POST /api/hand-overs', office.clerk, { siteId: office.siteId, scope: 'all', receivingBody: '新物业公司', reason: '合同到期' }, { 'accept-language': 'zh' });
    expect(said.body.detail).toContain(`范围内有：一户一档 ${mostItems.livingFiles}、`);
    expect((await office.apply({ scope: 'living-files' })).body).toMatchObject({ code: 'hand-over-too-large' });
    expect(await office.one(await office.applied({ scope: 'living-files', subject: 'home' }))).toMatchObject({ livingFiles: mostItems.livingFiles });
    expect(await heldBy({ scope: 'all', fromYear: 2025 })).toEqual([contract]);
  });

  it('names the years of a category that has more records than a list holds', async () => {
    const { id } = await office.held('函', 900, { datedAt: '2024-03-05T02:00:00Z' });
    await archives.admin.query('CREATE TEMPORARY TABLE another AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, $1::int) n', [mostItems.records]);
    for (const [table, key, more] of [['record', 'id', `, 'item', 1000 + n, 'archive_number', t.archive_number || '-' || n`], ['record_state', 'id', ''], ['record_description', 'record_id', '']] as const)
      await archives.admin.query(`INSERT INTO archives.${table} SELECT (jsonb_populate_record(t, jsonb_build_object('${key}', another.id${more}))).* FROM archives.${table} t, another WHERE t.${key} = $1`, [id]);
    const later = await record('WS', 2025);
    const { body } = await office.apply({ scope: 'category', category: 'WS' });
    expect(body).toMatchObject({ status: 409, code: 'hand-over-too-large', detail: expect.stringContaining(`There are: WS·2024 ${mostItems.records + 1}, WS·2025 1.`) });
    expect(await heldBy({ scope: 'category', category: 'WS', fromYear: 2025 })).toEqual([later]);
  });
});
