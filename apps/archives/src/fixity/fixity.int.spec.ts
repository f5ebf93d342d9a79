import { newId } from '@property-office/kernel';
import { Metrics } from '@property-office/service-kit';
import { ArchivesUnderTest } from '../archives.fixture';
import { HandOverOffice } from '../hand-overs/hand-over-office.fixture';
import { CheckRound } from './check-round';
import { ContentChecks } from './persistence/content-checks';

describe('the bytes of records are looked at again and again (W4.2)', () => {
  let archives: ArchivesUnderTest;
  let office: HandOverOffice;

  beforeAll(async () => {
    archives = await ArchivesUnderTest.open();
    office = await HandOverOffice.open(archives);
  });
  afterAll(() => archives.close());

  /** Until nobody's turn is left; a turn looks at twenty. */
  const round = async (): Promise<void> => {
    while ((await archives.part(CheckRound).turn()).known > 0);
  };
  const hashOf = async (id: string): Promise<string> => (await office.read(id)).body.files[0].sha256;
  const check = async (sha256: string): Promise<Record<string, unknown>> => (await archives.rows('SELECT found, due_at, whole_at, checked_at FROM content_check WHERE sha256 = $1', [sha256]))[0]!;
  const recheck = async (sha256: string): Promise<void> => {
    await archives.part(ContentChecks).recheck(sha256);
    await round();
  };
  const becomes = async (sha256: string, state: 'whole' | 'damaged' | 'missing'): Promise<void> => {
    office.fixity.set(sha256, { state });
    await recheck(sha256);
  };
  const open = (id: string) => archives.ask(`GET /api/records/${id}/file?position=1`, office.clerk);
  const alarms = async (query: string, who = office.clerk) => (await archives.ask(`GET /api/file-alarms?${query}`, who)).body.items;

  it('each is looked at once it is archived, and its record says when it was last found whole', async () => {
    const { id } = await office.registered();
    expect((await office.read(id)).body.files[0]).toMatchObject({ quarantined: false, lastWholeAt: null });
    await round();
    const found = await check(await hashOf(id));
    expect(found).toMatchObject({ found: 'whole' });
    expect(new Date(String(found.due_at)).getTime() - new Date(String(found.checked_at)).getTime()).toBeGreaterThan(12 * 24 * 3_600_000);
    expect((await office.read(id)).body.files[0]).toMatchObject({ quarantined: false, lastWholeAt: expect.any(String) });
    expect(await archives.told(id)).toEqual(['record-archived']);
  });

  it('what has no turn gets one, as what was archived before there were turns', async () => {
    const sha256 = await hashOf((await office.registered()).id);
    await archives.rows('DELETE FROM content_check WHERE sha256 = $1', [sha256]);
    expect(await archives.part(ContentChecks).takeUp()).toBe(true);
    expect(await check(sha256)).toMatchObject({ found: null });
  });

  it('what is being read stays due; an answer to a question that was asked before another one does not count', async () => {
    const { id } = await office.registered();
    const sha256 = await hashOf(id);
    office.fixity.set(sha256, { state: 'waiting' });
    expect(await archives.part(CheckRound).turn()).toMatchObject({ waiting: 1 });
    expect(await check(sha256)).toMatchObject({ found: null });
    const checks = archives.part(ContentChecks);
    const [asked] = (await checks.lease()).filter((each) => each.sha256 === sha256);
    await checks.recheck(sha256);
    expect(await archives.transaction((tx) => checks.conclude(tx, asked!, 'damaged', tx.now, tx.now))).toBeUndefined();
    office.fixity.delete(sha256);
    await round();
    expect(await check(sha256)).toMatchObject({ found: 'whole' });
  });

  it('a damaged one raises one alarm in each record that holds it, and is served by no road; others are', async () => {
    const [one, other] = [await office.record('digital'), await office.record('digital')];
    const sha256 = await hashOf(one);
    const twin = (await office.registered({ attachmentIds: [office.file(sha256)], duplicateReason: '两卷各存一份' })).id;
    const loan = (await office.askLoan(one, { form: 'digital' })).body.id;
    for (const [verb, who] of [['approve', office.director], ['open', office.borrower]] as const) await office.does(office.loan(loan, verb, who));
    const copies = (await office.askCopy(one)).body.id;
    for (const [verb, who] of [['approve', office.director], ['make', office.clerk]] as const) await office.does(office.copy(copies, verb, who));
    const roads = () =>
      Promise.all([open(one), open(twin), archives.ask(`GET /api/loans/${loan}/file?position=1`, office.borrower), archives.ask(`GET /api/copies/${copies}/file?position=1&copy=1`, office.clerk)]);
    await round();
    expect((await roads()).map(({ status }) => status)).toEqual([200, 200, 200, 200]);

    await becomes(sha256, 'damaged');
    for (const { status, body } of await roads()) expect([status, body.code]).toEqual([409, 'file-quarantined']);
    const said = await archives.answer(`GET /api/records/${one}/file?position=1`, office.clerk, undefined, { 'accept-language': 'zh' });
    expect(said.body.title).toBe('档案文件已损坏，暂停提供');
    expect((await office.read(one)).body.files[0]).toMatchObject({ quarantined: true, lastWholeAt: expect.any(String) });
    expect((await open(other)).status).toBe(200);
    expect(await archives.part(Metrics).registry.metrics()).toMatch(/^record_files_quarantined 2$/m);
    await recheck(sha256);
    for (const id of [one, twin]) expect((await archives.told(id)).filter((type) => type.startsWith('file-'))).toEqual(['file-damaged']);
    expect(await archives.rows('SELECT due_at - checked_at < interval \'2 hours\' AS soon FROM content_check WHERE sha256 = $1', [sha256])).toEqual([{ soon: true }]);

    await becomes(sha256, 'whole');
    expect((await roads()).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const id of [one, twin]) expect((await archives.told(id)).filter((type) => type.startsWith('file-'))).toEqual(['file-damaged', 'file-restored']);
    expect(await alarms(`recordId=${one}`)).toEqual([expect.objectContaining({ ended: 'restored', found: 'damaged', sha256, position: 1, lastWholeAt: expect.any(String) })]);
    await becomes(sha256, 'missing');
    expect(await alarms(`recordId=${one}&open=true`)).toEqual([expect.objectContaining({ endedAt: null, found: 'missing' })]);
  });

  it.each([['damaged', 'other bytes'], ['missing', '']])('what a reader finds %s is looked at next, and not shown', async (_, found) => {
    const id = await office.record('digital');
    const loan = (await office.askLoan(id, { form: 'digital' })).body.id;
    for (const [verb, who] of [['approve', office.director], ['open', office.borrower]] as const) await office.does(office.loan(loan, verb, who));
    await round();
    const sha256 = await hashOf(id);
    const [attachment] = await archives.rows<{ id: string }>('SELECT attachment_id AS id FROM record_file WHERE record_id = $1', [id]);
    office.bytes.set(attachment!.id, Buffer.from(found));
    expect((await archives.ask(`GET /api/loans/${loan}/file?position=1`, office.borrower)).body.code).toBe('file-quarantined');
    expect(await archives.rows('SELECT due_at <= platform.now() AS due FROM content_check WHERE sha256 = $1', [sha256])).toEqual([{ due: true }]);
  });

  it('an act that came before an alarm can still be entered', async () => {
    const { id } = await office.registered();
    const before = new Date((await archives.now()).getTime() - 1);
    await becomes(await hashOf(id), 'damaged');
    expect((await office.act(id, 'move', office.clerk, { shelf: 'A柜', happenedAt: before })).status).toBe(200);
  });

  it('a record that holds no files any more is not looked at, and its alarm ends', async () => {
    const { id } = await office.registered();
    const sha256 = await hashOf(id);
    await becomes(sha256, 'damaged');
    await archives.admin.query('DELETE FROM record_file WHERE record_id = $1', [id]);
    await recheck(sha256);
    expect(await archives.rows('SELECT 1 FROM content_check WHERE sha256 = $1', [sha256])).toEqual([]);
    expect(await alarms(`recordId=${id}`)).toEqual([expect.objectContaining({ ended: 'destroyed' })]);
    expect((await archives.told(id)).at(-1)).toBe('file-damaged');
  });

  it('the operator hears which bytes, not of which record they may not know; nobody else sees alarms', async () => {
    const { id } = await office.registered({ confidentiality: 'confidential' });
    const sha256 = await hashOf(id);
    await becomes(sha256, 'damaged');
    const operator = { ...office.person('operator'), roles: [{ role: 'operator' as const, siteId: null }] };
    const mine = (all: Array<{ sha256: string }>) => all.filter((each) => each.sha256 === sha256);
    const query = `siteId=${office.siteId}&limit=100`;
    expect(mine(await alarms(query, operator))).toEqual([expect.objectContaining({ recordId: null, archiveNumber: null, position: null, sha256 })]);
    expect(await alarms(`recordId=${id}`, operator)).toEqual([]);
    expect(mine(await alarms(query))).toEqual([expect.objectContaining({ recordId: id, position: 1 })]);
    expect(await alarms(`siteId=${newId()}`)).toEqual([]);
    for (const who of [office.head, office.technician]) expect((await archives.ask(`GET /api/file-alarms`, who)).status).toBe(403);
  });

  describe('papers in living files', () => {
    const filed = async (sha256?: string): Promise<{ id: string; sha256: string }> => {
      const [id, attachmentId] = [await office.home('3-2-501'), office.file(sha256)];
      await office.does(archives.ask(`POST /api/living-files/${id}/file-paper`, office.clerk, { paper: 'proof-of-ownership', title: '产权证明', attachmentIds: [office.file(), attachmentId] }));
      return { id, sha256: office.hashes.get(attachmentId)! };
    };
    const openPaper = (id: string) => archives.ask(`GET /api/living-files/${id}/file?item=1&position=2`, office.clerk);
    const shown = async (id: string) => (await archives.ask(`GET /api/living-files/${id}`, office.clerk)).body.entries[0].files;

    it('are looked at as files of records are: a damaged one raises one alarm in each that holds it, and is served by no road', async () => {
      const { id, sha256 } = await filed();
      const [twin, record] = [await filed(sha256), (await office.registered({ attachmentIds: [office.file(sha256)] })).id];
      expect(await shown(id)).toMatchObject([{ position: 1, quarantined: false, lastWholeAt: null }, { position: 2, quarantined: false, lastWholeAt: null, sha256 }]);
      await round();
      expect(await shown(id)).toMatchObject([{ lastWholeAt: expect.any(String) }, { lastWholeAt: expect.any(String) }]);
      expect((await openPaper(id)).status).toBe(200);

      await becomes(sha256, 'damaged');
      await recheck(sha256);
      for (const { status, body } of [await openPaper(id), await openPaper(twin.id), await open(record)]) expect([status, body.code]).toEqual([409, 'file-quarantined']);
      const list = await office.approved({ scope: 'living-files' });
      expect((await office.on(list, 'seal', office.clerk)).body).toMatchObject({ status: 409, code: 'file-quarantined' });
      expect(await shown(id)).toMatchObject([{ quarantined: false }, { quarantined: true, lastWholeAt: expect.any(String) }]);
      const told = (await archives.events(id)).filter(({ type }) => type.includes('living-paper'));
      expect(told).toMatchObject([{ type: 'archives.living-paper-damaged.v1', data: { code: '3-2-501', item: 1, position: 2, sha256, found: 'damaged' } }]);
      const mine = (all: Array<{ sha256: string }>) => all.filter((each) => each.sha256 === sha256);
      const seen = mine(await alarms(`siteId=${office.siteId}&open=true&limit=100`));
      expect(seen).toHaveLength(3);
      expect(seen).toContainEqual(expect.objectContaining({ livingFileId: id, code: '3-2-501', item: 1, position: 2, recordId: null, found: 'damaged' }));
      expect(seen).toContainEqual(expect.objectContaining({ recordId: record, position: 1, livingFileId: null, item: null }));
      const operator = { ...office.person('operator'), roles: [{ role: 'operator' as const, siteId: null }] };
      for (const alarm of mine(await alarms(`siteId=${office.siteId}&open=true&limit=100`, operator))) expect(alarm).toMatchObject({ livingFileId: null, code: null, item: null, recordId: null });

      await becomes(sha256, 'whole');
      expect((await openPaper(id)).status).toBe(200);
      expect((await archives.told(id)).filter((type) => type.startsWith('living-paper'))).toEqual(['living-paper-damaged', 'living-paper-restored']);
      expect((await archives.ask(`GET /api/living-files/${id}`, office.clerk)).body.version).toBe(3);
    });

    it('have their turn where nobody gave them one, and keep it when no record holds the same any more', async () => {
      const { sha256 } = await filed();
      await archives.rows('DELETE FROM content_check WHERE sha256 = $1', [sha256]);
      expect(await archives.part(ContentChecks).takeUp()).toBe(true);
      await recheck(sha256);
      expect(await check(sha256)).toMatchObject({ found: 'whole' });
    });
  });

  it('nobody makes an alarm go away', async () => {
    await expect(archives.rows('DELETE FROM file_alarm')).rejects.toThrow(/permission denied/);
  });
});
