import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, type Told } from '@property-office/service-testing';
import { waitFor } from '@property-office/testing';
import { ArchiveOffice } from './archive-office.fixture';
import { ArchivesUnderTest } from './archives.fixture';
import { lockAlike } from './persistence/duplicates';

let archives: ArchivesUnderTest;
let office: ArchiveOffice;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());
beforeEach(() => void (office = new ArchiveOffice(archives)));

const fonds = async (): Promise<string> => (await archives.ask(`GET /api/archive-settings?siteId=${office.siteId}`, office.clerk)).body.fonds;
const viewsOf = async (id: string) =>
  (await archives.rows<{ operation: string; actor: string; details: object }>('SELECT operation, actor_id AS actor, details FROM audit WHERE object_id = $1 ORDER BY at', [id])).map(
    ({ operation, actor, details }) => [operation, actor, details],
  );

describe('archive numbers (W4.1)', () => {
  it('are of DA/T 22, gapless for each series, and what is refused takes none', async () => {
    const first = await office.registered();
    const prefix = `${await fonds()}-WS·2026-D30-KFB`;
    expect(first).toMatchObject({ archiveNumber: `${prefix}-0001`, retentionName: '30 years', keptUntilYear: 2056, year: 2026, carrier: 'digital', version: 1 });
    const many = await Promise.all(Array.from({ length: 6 }, () => office.registered()));
    expect(many.map(({ archiveNumber }) => archiveNumber).sort()).toEqual([2, 3, 4, 5, 6, 7].map((n) => `${prefix}-000${n}`));
    expect((await office.register({ category: 'XX' })).body).toMatchObject({ status: 400, code: 'record-category-unknown' });
    expect((await office.register({ office: '客服部' })).body).toMatchObject({ status: 400, code: 'office-code-wrong' });
    expect((await office.register({ datedAt: '2099-01-01T00:00:00Z' })).body).toMatchObject({ status: 400, code: 'dated-in-future' });
    expect((await office.register({ attachmentIds: [] })).body).toMatchObject({ status: 400, code: 'nothing-to-archive' });
    expect(await office.registered({ attachmentIds: [], carrier: 'paper', shelf: 'A-3-2' })).toMatchObject({ archiveNumber: `${prefix}-0008`, shelf: 'A-3-2', carrier: 'paper' });
    for (const [more, number] of [[{ retention: 'Y' }, 'WS·2026-Y-KFB-0001'], [{ category: 'HT' }, 'HT·2026-D30-KFB-0001'], [{ datedAt: '2025-12-31T16:30:00Z' }, 'WS·2026-D30-KFB-0009'], [{ datedAt: '2025-12-31T15:30:00Z' }, 'WS·2025-D30-KFB-0001']] as const)
      expect((await office.registered(more)).archiveNumber).toBe(`${await fonds()}-${number}`);
  });

  it('stay when a catalogue is carried on: the old one is kept beside it, once', async () => {
    const { id, archiveNumber } = await office.registered({ oldNumber: '2019-客-17' });
    expect((await office.register({ oldNumber: '2019-客-17' })).body).toMatchObject({ status: 409, code: 'old-number-taken' });
    const twins = await Promise.all([office.register({ oldNumber: '2019-客-18' }), office.register({ oldNumber: '2019-客-18' })]);
    expect(twins.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await office.read(id)).body).toMatchObject({ oldNumber: '2019-客-17', archiveNumber });
    expect(await office.list(`q=${encodeURIComponent('2019-客-17')}`)).toEqual([id]);
  });

  it('begin with the fonds of the site, which the director sets until a number is given under it', async () => {
    const set = (code: string, who = office.director) => archives.ask('POST /api/archive-settings/set-fonds', who, { siteId: office.siteId, code });
    const own = `YG${Math.floor(Math.random() * 9000 + 1000)}`;
    expect((await set(own, office.clerk)).status).toBe(403);
    expect((await set('阳光')).body).toMatchObject({ status: 400, code: 'fonds-code-wrong' });
    expect((await set(own)).body).toMatchObject({ fonds: own });
    expect((await office.registered()).archiveNumber).toMatch(new RegExp(`^${own}-`));
    expect((await set('ZZ01')).body).toMatchObject({ status: 409, code: 'fonds-in-use', detail: expect.stringContaining(own) });
    const elsewhere = new ArchiveOffice(archives);
    expect((await archives.ask('POST /api/archive-settings/set-fonds', elsewhere.director, { siteId: elsewhere.siteId, code: own })).body).toMatchObject({ code: 'fonds-taken' });
  });

  it('have another fonds for each site, also beyond the ninety-ninth', async () => {
    await archives.admin.query(`SELECT setval('archives.fonds_number', 98)`);
    const numbers: string[] = [];
    for (let i = 0; i < 3; i += 1) numbers.push((await new ArchiveOffice(archives).registered()).archiveNumber);
    expect(numbers.map((number) => number.split('-')[0])).toEqual(['PM99', 'PM100', 'PM101']);
    await expect(archives.admin.query(`UPDATE archives.fonds SET code = 'PM##' WHERE code = 'PM99'`)).rejects.toThrow(/fonds_code_form/);
  });

  it('are given once for a request that is repeated (I2)', async () => {
    const said = { attachmentIds: [office.file()] };
    const again = () => office.register(said, office.clerk, { 'idempotency-key': key });
    const key = newId();
    const [first, second] = [await again(), await again()];
    expect([first.status, second.body.archiveNumber]).toEqual([201, first.body.archiveNumber]);
  });
});

describe('what a record is never changes (W4.2)', () => {
  it('the running role may add rows and read them, not change or remove them', async () => {
    const { id } = await office.registered({ shelf: 'A-1' });
    await office.act(id, 'hold', office.director, { reason: '诉讼' });
    for (const table of ['record', 'record_file', 'record_sheet', 'record_description', 'record_shelf', 'record_hold', 'intake_rule']) {
      const column = table === 'record' ? 'site_id' : table === 'intake_rule' ? 'office' : 'record_id';
      for (const sql of [`UPDATE ${table} SET ${column} = ${column}`, `DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) await expect(archives.rows(sql)).rejects.toThrow(/permission denied/);
    }
    for (const table of ['record_state', 'series', 'fonds']) for (const sql of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) await expect(archives.rows(sql)).rejects.toThrow(/permission denied/);
  });

  it('no route alters, extracts or deletes one', async () => {
    const { id } = await office.registered();
    for (const method of ['PUT', 'PATCH', 'DELETE']) expect((await archives.ask(`${method} /api/records/${id}`, office.director)).status).toBe(404);
  });

  it('holds its files and its card, each with its hash, and a proof over all of them', async () => {
    const { id, proof } = await office.registered();
    const { files, sheets } = (await office.read(id)).body;
    expect(files).toEqual([expect.objectContaining({ position: 1, name: expect.any(String), mediaType: 'application/pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })]);
    expect(sheets.map(({ kind }: { kind: string }) => kind)).toEqual(['card']);
    const [told] = await archives.events(id);
    expect(told).toMatchObject({ type: 'archives.record-archived.v1', data: { proof, item: 1, source: null } });
    expect(JSON.stringify(told)).not.toContain('消防');
  });

  it('a description is corrected by another version, with a reason; number, card and files stay', async () => {
    const before = await office.registered();
    const { id } = before;
    expect((await office.act(id, 'correct', office.clerk, { title: '电梯检查报告' })).status).toBe(400);
    expect((await office.act(id, 'correct', office.clerk, { title: before.title, reason: '没有错' })).body).toMatchObject({ status: 400, code: 'nothing-corrected' });
    expect((await office.act(id, 'correct', office.clerk, { confidentialUntil: '2030-01-01T00:00:00Z', reason: '期限' })).body).toMatchObject({ code: 'term-without-confidence' });
    const told = await office.act(id, 'correct', office.clerk, { title: '电梯检查报告', keywords: ['电梯', 'lift'], reason: '题名有误' });
    expect(told.body).toMatchObject({ title: '电梯检查报告', archiveNumber: before.archiveNumber, proof: before.proof, description: 2, version: 2, responsibleParty: '物业管理处' });
    const history = (await archives.ask(`GET /api/records/${id}/history`, office.clerk)).body;
    expect(history.descriptions).toMatchObject([{ description: 1, title: '消防设施检查报告', reason: null }, { description: 2, title: '电梯检查报告', reason: '题名有误', by: office.clerk.personId, as: 'clerk' }]);
    const { sheets } = (await office.read(id)).body;
    expect(JSON.parse(sheets[0].content)).toMatchObject({ title: '消防设施检查报告' });
    expect([await office.list(`q=${encodeURIComponent('电梯检查')}`), await office.list(`siteId=${office.siteId}&q=lift`), await office.list(`siteId=${office.siteId}&q=${encodeURIComponent('消防设施')}`)]).toEqual([[id], [id], []]);
    expect((await office.act(id, 'correct', office.clerk, { title: '其他', reason: '过时' }, { 'if-match': '"1"' })).status).toBe(412);
  });

  it('only the director, or who stands in for them, lets more people know of it, and no term is over when it is set', async () => {
    const past = '2020-01-01T00:00:00Z';
    expect((await office.register({ confidentiality: 'confidential', confidentialUntil: past })).body).toMatchObject({ status: 400, code: 'term-over', errors: [{ pointer: '/confidentialUntil' }] });
    const { id } = await office.registered({ confidentiality: 'confidential', confidentialUntil: '2040-01-01T00:00:00Z' });
    const correct = async (said: object, who: Principal) => (await office.act(id, 'correct', who, { reason: '重新定密', ...said })).body;
    expect(await correct({ confidentialUntil: past }, office.director)).toMatchObject({ status: 400, code: 'term-over' });
    for (const said of [{ confidentiality: 'open' }, { confidentiality: 'internal' }, { confidentialUntil: '2035-01-01T00:00:00Z' }])
      expect(await correct(said, office.clerk)).toMatchObject({ status: 403, code: 'eased-by-director' });
    expect((await office.read(id, office.head)).status).toBe(404);
    expect(await correct({ confidentialUntil: '2045-01-01T00:00:00Z' }, office.clerk)).toMatchObject({ version: 2 });
    const elsewhere: Principal = { ...office.clerk, roles: [...office.clerk.roles, { role: 'director', siteId: newId() }] };
    expect(await correct({ confidentiality: 'open' }, elsewhere)).toMatchObject({ status: 403 });
    const deputy: Principal = { ...office.person('clerk'), deputyships: [{ kind: 'approvals', forPersonId: office.director.personId, roles: office.director.roles }] };
    expect(await correct({ confidentialUntil: '2035-01-01T00:00:00Z' }, deputy)).toMatchObject({ version: 3 });
    const [eased] = await archives.rows('SELECT described_by AS by, described_as AS "as", described_for AS for FROM record_description WHERE record_id = $1 AND version = 3', [id]);
    expect(eased).toEqual({ by: deputy.personId, as: 'director', for: office.director.personId });
    expect(await correct({ confidentiality: 'internal' }, office.director)).toMatchObject({ version: 4, confidentialUntil: null });
    expect((await office.read(id, office.head)).status).toBe(200);
  });

  it('shelf and legal hold are rows beside it; only the director holds, each in turn', async () => {
    const { id } = await office.registered({ shelf: 'A-1' });
    expect((await office.act(id, 'move', office.clerk, { shelf: 'B-2' })).body).toMatchObject({ shelf: 'B-2', version: 2 });
    expect((await office.act(id, 'hold', office.clerk, { reason: '诉讼' })).status).toBe(403);
    expect((await office.act(id, 'release-hold', office.director, { reason: '结案' })).body).toMatchObject({ status: 409, code: 'not-held' });
    expect((await office.act(id, 'hold', office.director, { reason: '诉讼' })).body).toMatchObject({ held: true });
    expect((await office.act(id, 'hold', office.director, { reason: '诉讼' })).body).toMatchObject({ status: 409, code: 'already-held' });
    expect(await office.list(`siteId=${office.siteId}&held=true`)).toEqual([id]);
    expect((await office.act(id, 'release-hold', office.director, { reason: '结案' })).body).toMatchObject({ held: false });
    const { holds, shelves } = (await archives.ask(`GET /api/records/${id}/history`, office.director)).body;
    expect(holds).toMatchObject([{ held: true, reason: '诉讼', by: office.director.personId }, { held: false, reason: '结案' }]);
    expect(shelves.map(({ shelf }: { shelf: string }) => shelf)).toEqual(['A-1', 'B-2']);
    expect(await archives.told(id)).toEqual(['record-archived', 'record-moved', 'hold-set', 'hold-lifted']);
  });

  it('the same file or number is no second record without a reason (what the closest systems get wrong: duplicate archive entries)', async () => {
    const sha256 = 'ab'.repeat(32);
    const first = await office.registered({ attachmentIds: [office.file(sha256)], documentNumber: '消〔2026〕9号' });
    expect((await office.register({ attachmentIds: [office.file(sha256)] })).body).toMatchObject({ status: 409, code: 'record-duplicate', detail: expect.stringContaining(first.archiveNumber) });
    expect((await office.register({ documentNumber: '消〔2026〕9号' })).body).toMatchObject({ status: 409, code: 'record-duplicate' });
    expect(await office.registered({ documentNumber: '消〔2026〕9号', duplicateReason: '副本移交消防' })).toMatchObject({ duplicateReason: '副本移交消防' });
    const elsewhere = new ArchiveOffice(archives);
    expect((await elsewhere.register({ attachmentIds: [elsewhere.file(sha256)] })).status).toBe(201);
    const twin = 'cd'.repeat(32);
    const twins = await archives.transaction(async (tx) => {
      await lockAlike(tx, [{ siteId: elsewhere.siteId, hashes: [twin], documentNumber: null }]);
      const both = [1, 2].map(() => elsewhere.register({ attachmentIds: [elsewhere.file(twin)] }));
      const waiting = async () => (await archives.admin.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).rowCount === 2;
      await waitFor(waiting, { what: 'both to wait for what is alike' });
      return both;
    });
    expect((await Promise.all(twins)).map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('who sees a record, and who saw it (W4.2)', () => {
  const seen = async (id: string, who: Principal): Promise<number> => (await office.read(id, who)).status;

  it('confidential, it exists for clerk, director and who is admitted by name alone, until the term is over', async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const { id } = await office.registered({ title: '处分材料', confidentiality: 'confidential', confidentialUntil: until });
    const found = (who: Principal) => office.list(`siteId=${office.siteId}&q=${encodeURIComponent('处分材料')}`, who);
    for (const who of [office.clerk, office.director]) expect([await seen(id, who), await found(who)]).toEqual([200, [id]]);
    for (const who of [office.head, office.company]) expect([await seen(id, who), await found(who)]).toEqual([404, []]);
    expect([await seen(id, office.technician), await found(office.technician)]).toEqual([404, []]);
    expect((await office.act(id, 'admit', office.clerk, { readerId: office.technician.personId })).status).toBe(403);
    expect((await office.act(id, 'admit', office.director, { readerId: office.technician.personId, until: '2020-01-01T00:00:00Z' })).body).toMatchObject({ code: 'admitted-until-past' });
    for (const who of [office.technician, office.head]) await office.works(who);
    for (const reader of [office.technician, office.head]) expect((await office.act(id, 'admit', office.director, { readerId: reader.personId })).status).toBe(200);
    for (const who of [office.technician, office.head]) expect([await seen(id, who), await found(who)]).toEqual([200, [id]]);
    expect(await seen(id, office.company)).toBe(404);
    await archives.moveClock('2 hours');
    expect([await seen(id, office.company), await found(office.company)]).toEqual([200, [id]]);
    await archives.moveClock('-2 hours');
  });

  it('nobody is admitted who does not work on the site, and the director ends an admission', async () => {
    const { id } = await office.registered({ confidentiality: 'confidential' });
    const [left, resident] = [office.person('technician'), office.person('resident')];
    await office.works(left, '2021-01-01T00:00:00.000Z');
    await office.works(resident);
    await office.works(office.technician);
    const admit = async (readerId: string) => (await office.act(id, 'admit', office.director, { readerId })).body;
    for (const readerId of [newId(), left.personId, resident.personId]) expect(await admit(readerId)).toMatchObject({ status: 400, code: 'staff-unknown', errors: [{ pointer: '/readerId' }] });
    const end = (who: Principal) => office.act(id, 'end-admission', who, { readerId: office.technician.personId });
    expect((await end(office.director)).body).toMatchObject({ status: 409, code: 'not-admitted' });
    await admit(office.technician.personId);
    expect([await seen(id, office.technician), (await end(office.clerk)).status, (await end(office.director)).status, await seen(id, office.technician)]).toEqual([200, 403, 200, 404]);
    expect((await end(office.director)).body).toMatchObject({ code: 'not-admitted' });
    expect(await archives.told(id)).toEqual(['record-archived', 'reader-admitted', 'admission-ended']);
    await admit(office.technician.personId);
    expect(await seen(id, office.technician)).toBe(200);
  });

  it('each view, each hit that is opened and each file is a row of the chained trail; a refused one is none', async () => {
    const { id } = await office.registered({ confidentiality: 'confidential' });
    await office.read(id);
    await archives.ask(`GET /api/records/${id}?found=true`, office.director);
    const opened = (await archives.ask(`GET /api/records/${id}/file?position=1`, office.clerk)).body;
    expect(opened.url).toMatch(/^\/api\/attachments\/.+signature=/);
    expect((await archives.ask(`GET /api/records/${id}/file?position=2`, office.clerk)).body).toMatchObject({ status: 404, code: 'record-file-unknown' });
    await office.read(id, office.head);
    expect(await viewsOf(id)).toEqual([
      ['archives.readRecord', office.clerk.personId, { found: false }],
      ['archives.readRecord', office.director.personId, { found: true }],
      ['archives.openRecordFile', office.clerk.personId, { position: 1, sha256: opened.sha256 }],
    ]);
    const { views } = (await archives.ask(`GET /api/records/${id}/history`, office.director)).body;
    expect(views.map(({ operation }: { operation: string }) => operation)).toEqual(['archives.readRecordHistory', 'archives.openRecordFile', 'archives.readRecord', 'archives.readRecord']);
    expect(JSON.stringify((await office.read(id)).body)).not.toContain('signature=');
  });

  it('a file without a mark is opened by who keeps the records alone: of others neither who sees every paper nor who is admitted by name (W4.3)', async () => {
    const { id } = await office.registered({ confidentiality: 'confidential' });
    await office.works(office.technician);
    await office.act(id, 'admit', office.director, { readerId: office.technician.personId });
    const open = async (recordId: string, who: Principal) => (await archives.ask(`GET /api/records/${recordId}/file?position=1`, who)).status;
    const ordinary = (await office.registered()).id;
    expect([await seen(id, office.technician), await open(id, office.technician), await open(ordinary, office.head), await open(ordinary, office.company)]).toEqual([200, 403, 403, 403]);
    expect([await open(id, office.clerk), await open(id, office.director)]).toEqual([200, 200]);
  });

  it('is found by number, title, 文号 and keywords, in Chinese and English, page by page', async () => {
    const { id, archiveNumber } = await office.registered({ title: 'Lift inspection 电梯年检', documentNumber: '特检〔2026〕7号', keywords: ['电梯', 'annual'] });
    const others = [await office.registered(), await office.registered()];
    const mine = `siteId=${office.siteId}`;
    for (const q of [archiveNumber, 'inspection', '年检', '特检〔2026〕7号', 'ANNUAL']) expect(await office.list(`${mine}&q=${encodeURIComponent(q)}`)).toEqual([id]);
    const page = (await archives.ask(`GET /api/records?${mine}&limit=2`, office.clerk)).body;
    expect(page.items.map((each: Told['body']) => each.id)).toEqual([others[1]!.id, others[0]!.id]);
    expect(await office.list(`${mine}&limit=2&cursor=${encodeURIComponent(page.nextCursor)}`)).toEqual([id]);
    expect(await office.list(mine, new ArchiveOffice(archives).clerk)).toEqual([]);
  });
});

describe('rules of intake (W4.5)', () => {
  it('are shipped with what they rest on; the director sets others, and the earlier ones stay', async () => {
    const read = async () => (await archives.ask(`GET /api/archive-settings?siteId=${office.siteId}`, office.head)).body;
    const place = { buildingId: null, parentId: null, nameEn: null, labelEn: 'YG', timeZone: null, externalCode: null };
    const ask = (siteId: string) => archives.ask(`GET /api/archive-settings?siteId=${siteId}`, office.company);
    expect((await ask(office.siteId)).body).toMatchObject({ status: 404, code: 'archive-settings-unknown' });
    expect(await archives.rows('SELECT 1 FROM fonds WHERE site_id = $1', [office.siteId])).toEqual([]);
    await archives.hear(announced('directory.place-registered.v1', office.siteId, office.siteId, { ...place, placeId: office.siteId, kind: 'site', code: 'YG', nameZh: '阳光', label: '阳光' }));
    const { categories, requiredPapers, rules } = await read();
    expect(requiredPapers.filter(({ perOwner }: { perOwner: boolean }) => perOwner).map(({ subject, paper }: { subject: string; paper: string }) => `${subject} ${paper}`)).toEqual([
      'home owner-registration', 'home proof-of-ownership', 'home covenant', 'home service-contract',
    ]);
    expect(requiredPapers[0]).toEqual({ subject: 'home', paper: 'handover', nameZh: '房屋交付验收单', nameEn: 'hand-over of the home', perOwner: false, equipment: null });
    expect(requiredPapers.filter(({ subject }: { subject: string }) => subject === 'device')).toHaveLength(6);
    expect(categories.map(({ code }: { code: string }) => code)).toEqual(['WS', 'YZ', 'WY', 'SB', 'HT', 'CW']);
    expect(rules.find(({ source }: { source: string }) => source === 'outgoing-document')).toMatchObject({ retention: 'D30', basisRank: 'ministry-rule', version: 1 });
    const rule = { siteId: office.siteId, source: 'notice', category: 'WS', office: 'BGS', retention: 'Y', legalBasis: '公司保管期限表（2026版）', basisRank: 'company' };
    const set = (body: object, who: Principal = office.director) => archives.ask('POST /api/archive-settings/set-rule', who, { ...rule, ...body });
    expect((await set({}, office.clerk)).status).toBe(403);
    expect((await set({ category: 'QQ' })).body).toMatchObject({ code: 'record-category-unknown' });
    expect((await set({})).body).toMatchObject({ version: 2, office: 'BGS', retention: 'Y' });
    expect((await read()).rules.find(({ source }: { source: string }) => source === 'notice')).toMatchObject({ version: 2, office: 'BGS' });
    expect(await archives.rows('SELECT version, set_by FROM intake_rule WHERE site_id = $1 AND source = $2 ORDER BY version', [office.siteId, 'notice'])).toEqual([
      { version: 1, set_by: null }, { version: 2, set_by: office.director.personId },
    ]);
  });
});
