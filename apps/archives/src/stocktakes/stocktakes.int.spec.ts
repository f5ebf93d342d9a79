import { newId } from '@property-office/kernel';
import { announced } from '@property-office/service-testing';
import type { Principal } from '@property-office/contracts';
import { ArchivesUnderTest } from '../archives.fixture';
import { StocktakeOffice, type Differing } from './stocktake.fixture';

let archives: ArchivesUnderTest;
let office: StocktakeOffice;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());
beforeEach(async () => void (office = await StocktakeOffice.open(archives)));

const deputyOf = (who: Principal, of: Principal): Principal => ({ ...who, deputyships: [{ kind: 'approvals', forPersonId: of.personId, roles: of.roles }] });

describe('what is counted (W4.4)', () => {
  it('is the paper of a category or on a shelf, by a date, with whom the clerk names', async () => {
    await office.paper('A1');
    const refusals: Array<[object, number, string]> = [
      [{}, 400, 'scope-wrong'],
      [{ shelf: 'A1', category: 'WS' }, 400, 'scope-wrong'],
      [{ shelf: 'Z9' }, 400, 'nothing-to-count'],
      [{ shelf: 'A1', finishBy: '2020-01-01T00:00:00Z' }, 400, 'finish-date-wrong'],
      [{ shelf: 'A1', finishBy: await office.inDays(181) }, 400, 'finish-date-wrong'],
      [{ shelf: 'A1', counterIds: [newId()] }, 400, 'staff-unknown'],
      // All they scan would be unknown.
      [{ shelf: 'A1', counterIds: [office.counter.personId, office.technician.personId] }, 400, 'counter-may-not-read'],
    ];
    for (const [more, status, code] of refusals) expect((await office.start(more)).body).toMatchObject({ status, code });
    expect((await office.start({ shelf: 'A1', counterIds: [newId()] })).body.errors).toEqual([expect.objectContaining({ pointer: '/counterIds' })]);
    expect((await office.start({ shelf: 'A1' }, office.head)).status).toBe(403);
    const { body } = await office.start({ shelf: 'A1', counterIds: [office.counter.personId] });
    expect(body).toMatchObject({ number: expect.stringMatching(/^U-\d{8}-\d+$/), status: 'open', shelf: 'A1', category: null, allowed: ['scan', 'finish', 'withdraw'], version: 1 });
    expect((await office.detail(body.id)).promises).toMatchObject([{ promise: 'finish-stocktake', dueAt: body.finishBy }]);
    for (const who of [office.clerk, office.director, office.company, office.counter]) expect((await archives.ask(`GET /api/stocktakes/${body.id}`, who)).status).toBe(200);
    expect((await archives.ask(`GET /api/stocktakes/${body.id}`, office.technician)).body).toMatchObject({ status: 404, code: 'stocktake-unknown' });
    const list = async (query: string, who: Principal) => (await archives.ask(`GET /api/stocktakes?siteId=${office.siteId}${query}`, who)).body.items.map(({ id }: { id: string }) => id);
    expect([await list('', office.counter), await list('&status=closed', office.clerk), await list('', office.technician)]).toEqual([[body.id], [], []]);
  });

  it('does not expect what is digital, destroyed, of another category, or known to others alone', async () => {
    const [here, gone] = [await office.paper('A1', { category: 'HT' }), await office.paper('A1', { category: 'HT' })];
    await office.paper('A1');
    await office.registered({ category: 'HT' });
    await archives.admin.query('INSERT INTO archives.record_destruction (record_id, destruction_id, happened_at) VALUES ($1, $2, platform.now())', [gone.id, await anyDestruction(gone.id)]);
    const id = await office.started({ category: 'HT' });
    expect(await office.counted(id)).toEqual([[here.archiveNumber, 'missing']]);
  });
});

/** Of nothing: a destruction needs a year that is over, and people. */
async function anyDestruction(recordId: string): Promise<string> {
  const id = newId();
  await archives.admin.query(
    `INSERT INTO archives.destruction (id, number, site_id, version, state, reason, list_hash, applied_by, approved_by, approved_at, happened_at, last_happened_at, recorded_at, changed_at)
     SELECT $1, $2, site_id, 1, 'certified', '-', repeat('0', 64), $3, $4, platform.now(), platform.now(), platform.now(), platform.now(), platform.now() FROM archives.record WHERE id = $5`,
    [id, `X-${id}`, newId(), newId(), recordId],
  );
  return id;
}

describe('what is scanned (W4.4)', () => {
  it('is found, on another shelf or unknown, by archive number or old number; a repeat is one finding', async () => {
    const [here, there, old] = [await office.paper('A1'), await office.paper('B2'), await office.paper('A1', { oldNumber: '2019-客-01' })];
    const id = await office.started({ shelf: 'A1' });
    const said = await office.scanned(id, 'A1', [here.archiveNumber, there.archiveNumber, '2019-客-01', '不是档号']);
    expect(said.map(({ finding, archiveNumber, catalogueShelf, again }) => [finding, archiveNumber, catalogueShelf, again])).toEqual([
      ['found', here.archiveNumber, 'A1', false],
      ['misplaced', there.archiveNumber, 'B2', false],
      ['found', old.archiveNumber, 'A1', false],
      ['unknown', null, null, false],
    ]);
    expect((await office.scanned(id, 'A1', [old.archiveNumber, '不是档号'])).map(({ again }) => again)).toEqual([true, true]);
    expect(await archives.rows('SELECT count(*)::int AS n FROM stocktake_scan WHERE stocktake_id = $1', [id])).toEqual([{ n: 4 }]);
    expect((await office.count(id, 'scan', office.clerk, { shelf: 'A1', codes: [] })).body).toMatchObject({ status: 400, code: 'nothing-scanned' });
    expect(await office.counted(id)).toEqual(expect.arrayContaining([[there.archiveNumber, 'misplaced'], ['不是档号', 'unknown']]));
    expect(await office.differences(id)).toHaveLength(2);
    expect((await office.count(id, 'scan', office.clerk, { shelf: 'A1', codes: ['x'] })).body).toMatchObject({ status: 409, code: 'stocktake-move-illegal', detail: expect.stringContaining('go on counting') });
  });

  it('is kept again where its paper was lent in between: seen since, it is not where the loan says', async () => {
    const record = await office.paper('A1');
    const id = await office.started({ shelf: 'A1' });
    await office.scanned(id, 'A1', [record.archiveNumber]);
    await archives.later(60);
    const loan = (await office.askLoan(record.id)).body.id;
    for (const verb of ['approve', 'hand-over']) await office.does(office.loan(loan, verb, office.director));
    await archives.later(60);
    expect((await office.scanned(id, 'A1', [record.archiveNumber]))[0]).toMatchObject({ finding: 'unexpected', again: false });
    expect((await office.scanned(id, 'A1', [record.archiveNumber]))[0]).toMatchObject({ finding: 'unexpected', again: true });
    expect(await office.counted(id)).toEqual([[record.archiveNumber, 'unexpected']]);
  });

  it('comes from several people at once, entered in any order; where it was seen last counts', async () => {
    const records = await Promise.all(Array.from({ length: 6 }, () => office.paper('A1')));
    const numbers = records.map(({ archiveNumber }) => archiveNumber as string);
    const id = await office.started({ shelf: 'A1', counterIds: [office.head.personId] });
    await archives.later(3_600);
    const people = [office.clerk, office.clerk2, office.director, office.head];
    await Promise.all(people.map((who) => office.scanned(id, 'A1', numbers, who)));
    expect(await archives.rows('SELECT count(*)::int AS n FROM stocktake_scan WHERE stocktake_id = $1', [id])).toEqual([{ n: 6 }]);
    // Seen an hour ago on another shelf, and entered only now: it has been seen on its own since.
    const earlier = new Date((await archives.now()).getTime() - 1_800_000).toISOString();
    await office.does(office.count(id, 'scan', office.clerk2, { shelf: 'B2', codes: [numbers[0]], happenedAt: earlier, lateReason: '纸上记录' }));
    expect(await office.counted(id)).toEqual([]);
    expect((await office.count(id, 'scan', office.technician, { shelf: 'A1', codes: numbers })).status).toBe(404);
  });

  it('of what somebody may not know of is unknown to them, and seen by who may', async () => {
    const secret = await office.paper('A1', { confidentiality: 'confidential' });
    const elsewhere = await new StocktakeOffice(archives).paper('A1');
    const id = await office.started({ shelf: 'A1', counterIds: [office.head.personId] });
    const codes = [secret.archiveNumber, elsewhere.archiveNumber];
    const said = await office.scanned(id, 'A1', codes, office.head);
    expect(said).toEqual(codes.map((code) => ({ code, finding: 'unknown', findingName: 'unknown number', recordId: null, archiveNumber: null, catalogueShelf: null, again: false })));
    const { findings } = await office.detail(id, office.head);
    expect(findings.filter(({ count }: { count: number }) => count > 0)).toEqual([expect.objectContaining({ finding: 'unknown', count: 2 })]);
    expect((await office.scanned(id, 'A1', [secret.archiveNumber]))[0]).toMatchObject({ finding: 'found' });
    // What they scanned stays a difference: nothing tells them whether there is such a record.
    expect(await office.counted(id)).toEqual(codes.toSorted().map((code) => [code, 'unknown']));
    expect(await office.differences(id, office.head)).toEqual(await office.differences(id));
  });
});

describe('what differs (W4.4)', () => {
  it('is not what is on loan, nor what came or left while it ran; what came back or was only said to be moved is', async () => {
    const [out, back, moved, gone, stayed] = [await office.paper('A1'), await office.paper('A1'), await office.paper('A1'), await office.paper('A1'), await office.paper('A1')];
    const lend = async (recordId: string): Promise<string> => {
      const loan = (await office.askLoan(recordId)).body.id;
      for (const verb of ['approve', 'hand-over']) await office.does(office.loan(loan, verb, office.director));
      return loan;
    };
    await lend(out.id);
    const id = await office.started({ shelf: 'A1' });
    await archives.later(60);
    const loan = await lend(back.id);
    await office.does(office.loan(loan, 'bring-back', office.director, { pagesComplete: true, unaltered: true }));
    for (const [{ id: recordId }, shelf] of [[moved, 'B2'], [stayed, 'A1']]) await office.does(office.act(recordId, 'move', office.clerk, { shelf }));
    const late = await office.paper('A1');
    await archives.admin.query('INSERT INTO archives.record_destruction (record_id, destruction_id, happened_at) VALUES ($1, $2, platform.now())', [gone.id, await anyDestruction(gone.id)]);
    const unseen = [[back.archiveNumber, 'missing'], [stayed.archiveNumber, 'missing']];
    expect((await office.counted(id)).toSorted()).toEqual(unseen.toSorted());
    const { findings } = await office.detail(id);
    expect(Object.fromEntries(findings.map(({ finding, count }: { finding: string; count: number }) => [finding, count]))).toMatchObject({ out: 1, changed: 2, missing: 2 });
    await office.does(office.count(id, 'resume'));
    await archives.later(60);
    const said = await office.scanned(id, 'B2', [moved.archiveNumber, gone.archiveNumber, out.archiveNumber, late.archiveNumber]);
    expect(said.map(({ finding }) => finding)).toEqual(['found', 'unexpected', 'unexpected', 'misplaced']);
    expect((await office.counted(id)).toSorted()).toEqual(
      [...unseen, [gone.archiveNumber, 'unexpected'], [out.archiveNumber, 'unexpected'], [late.archiveNumber, 'misplaced']].toSorted(),
    );
  });

  it('is explained, approved by another person and only then closed; counting may go on, and what was said stays', async () => {
    const [lost, astray, fine] = [await office.paper('A1'), await office.paper('A1'), await office.paper('A1')];
    const id = await office.started({ shelf: 'A1' });
    await office.scanned(id, 'A1', [fine.archiveNumber]);
    await office.scanned(id, 'B2', [astray.archiveNumber]);
    for (const verb of ['explain', 'approve', 'return', 'close', 'resume'])
      expect((await office.count(id, verb, verb === 'approve' || verb === 'return' ? office.director : office.clerk, bodyOf(verb))).body).toMatchObject({ status: 409, code: 'stocktake-move-illegal' });
    await office.counted(id);
    const of = async (record: { archiveNumber: string }): Promise<Differing> =>
      (await office.detail(id)).differences.find(({ archiveNumber }: Differing) => archiveNumber === record.archiveNumber);
    const [missing, misplaced] = [await of(lost), await of(astray)];
    expect(misplaced).toMatchObject({ kind: 'misplaced', catalogueShelf: 'A1', seenShelf: 'B2', explanation: null, approved: null });
    expect((await office.count(id, 'close')).body).toMatchObject({ status: 409, code: 'differences-open', detail: expect.stringContaining('2 are not explained') });
    expect((await office.count(id, 'approve', office.director)).body).toMatchObject({ status: 409, code: 'nothing-to-approve' });
    const explain = (more: object, who = office.clerk) => office.count(id, 'explain', who, { explanation: '上架错误', ...more });
    expect((await explain({ correctShelf: true })).body).toMatchObject({ status: 400, code: 'shelf-not-correctable' });
    expect((await explain({ differenceIds: [newId()] })).body).toMatchObject({ status: 404, code: 'difference-unknown' });
    expect((await explain({}, office.company)).status).toBe(403);
    await office.does(explain({ differenceIds: [misplaced.id], correctShelf: true }, office.director));
    await office.does(explain({}));
    expect((await explain({})).body).toMatchObject({ status: 409, code: 'nothing-to-explain' });

    // By person: the director explained one of them, and whoever stands in for the director did, too.
    for (const who of [office.director, deputyOf(office.head, office.director)]) expect((await office.count(id, 'approve', who)).body).toMatchObject({ status: 403, code: 'explained-by-you' });
    expect((await office.count(id, 'approve', office.clerk2)).status).toBe(403);
    await office.does(office.count(id, 'approve', office.company, { differenceIds: [misplaced.id] }));
    await office.does(office.count(id, 'return', office.director, { reason: '请再找一遍' }));
    expect(await of(lost)).toMatchObject({ explanation: '上架错误', approved: false, reason: '请再找一遍' });
    expect((await office.count(id, 'close')).body).toMatchObject({ code: 'differences-open' });
    expect((await explain({ differenceIds: [misplaced.id] })).body).toMatchObject({ code: 'nothing-to-explain' });

    await office.does(office.count(id, 'resume'));
    await office.scanned(id, 'A1', [lost.archiveNumber]);
    expect(await office.counted(id)).toEqual([[astray.archiveNumber, 'misplaced']]);
    expect(await of(astray)).toMatchObject({ id: misplaced.id, approved: true });
    expect(missing.id).not.toBe(misplaced.id);
    const shelves = async () => archives.rows('SELECT n, shelf, stocktake_id FROM record_shelf WHERE record_id = $1 ORDER BY n', [astray.id]);
    expect(await shelves()).toEqual([{ n: 1, shelf: 'A1', stocktake_id: null }]);
    await office.does(office.count(id, 'close'));
    expect(await shelves()).toEqual([{ n: 1, shelf: 'A1', stocktake_id: null }, { n: 2, shelf: 'B2', stocktake_id: id }]);
    expect((await office.read(astray.id)).body).toMatchObject({ shelf: 'B2', version: 2 });
    const happened = await archives.rows<{ type: string; data: object }>('SELECT type, data FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version', [id]);
    expect(happened.map(({ type }) => type.split('.')[1]!.replace('stocktake-', ''))).toEqual(['started', 'counted', 'explained', 'explained', 'approved', 'returned', 'resumed', 'counted', 'closed']);
    expect(happened.map(({ data }) => data)).toEqual(
      expect.arrayContaining([expect.objectContaining({ whole: false }), expect.objectContaining({ whole: true }), expect.objectContaining({ explainedBy: [office.clerk.personId] }), expect.objectContaining({ movedRecordIds: [astray.id] })]),
    );
    // Who has the next thing to do: whoever may decide on what each of these explained, or who counts.
    const [clerk, director] = [office.clerk, office.director].map(({ personId }) => ({ personId, forPersonId: null }));
    expect(happened.filter(({ type }) => type.endsWith('explained.v1')).at(-1)!.data).toMatchObject({ explainers: expect.arrayContaining([clerk, director]) });
    expect(happened.filter(({ type }) => /resumed|counted/.test(type)).slice(1).map(({ data }) => data)).toMatchObject([{ counterIds: [] }, { differences: 1, unexplained: 0, explainers: [] }]);
    expect(JSON.stringify(happened)).not.toMatch(/A1|B2|上架/);
  });

  it('says, where it is given up, whose explanation nobody has decided on', async () => {
    await office.paper('A1');
    const id = await office.started({ shelf: 'A1' });
    for (const [verb, said] of [['finish', {}], ['explain', { explanation: '-' }], ['withdraw', { reason: '-' }]] as const) await office.does(office.count(id, verb, office.clerk, said));
    expect((await archives.events(id)).at(-1)!.data).toMatchObject({ counterIds: [], explainers: [{ personId: office.clerk.personId, forPersonId: null }] });
  });

  it('leaves a shelf as it is where somebody moved the record since it was counted', async () => {
    const [astray, twin] = [await office.paper('A1'), await office.paper('A1')];
    const id = await office.started({ shelf: 'A1' });
    await office.scanned(id, 'B2', [astray.archiveNumber, twin.archiveNumber]);
    await office.counted(id);
    await office.does(office.count(id, 'explain', office.clerk, { explanation: '整理时放错', correctShelf: true }));
    await office.does(office.count(id, 'approve', office.director));
    await office.does(office.act(astray.id, 'move', office.clerk2, { shelf: 'C3' }));
    // Nobody else decides for them, nor closes twice.
    const twice = await Promise.all([office.count(id, 'close'), office.count(id, 'close', office.clerk2)]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect([(await office.read(astray.id)).body.shelf, (await office.read(twin.id)).body.shelf]).toEqual(['C3', 'B2']);
  });
});

describe('the running role (W4.4)', () => {
  it('changes nothing of what was expected, seen, said and decided, and nobody decides on their own word', async () => {
    const lost = await office.paper('A1');
    const id = await office.started({ shelf: 'A1' });
    await office.scanned(id, 'A1', ['x']);
    await office.counted(id);
    await office.does(office.count(id, 'explain', office.clerk, { explanation: '-' }));
    for (const table of ['stocktake_item', 'stocktake_scan', 'stocktake_explanation', 'stocktake_decision', 'stocktake_counter'])
      for (const sql of [`DELETE FROM ${table}`, `UPDATE ${table} SET recorded_at = platform.now()`]) await expect(archives.rows(sql)).rejects.toThrow(/permission denied|does not exist/);
    await expect(archives.rows('DELETE FROM stocktake_difference')).rejects.toThrow(/permission denied/);
    const decide = (by: string) =>
      archives.rows(
        `INSERT INTO stocktake_decision (difference_id, n, explained_by, approved, decided_by, happened_at, recorded_at)
         SELECT f.id, 1, $2, true, $3, platform.now(), platform.now() FROM stocktake_difference f WHERE f.stocktake_id = $1 AND f.record_id = $4`,
        [id, by, office.clerk.personId, lost.id],
      );
    await expect(decide(office.clerk.personId)).rejects.toThrow(/stocktake_decision_by_another/);
    await expect(decide(office.director.personId)).rejects.toThrow(/stocktake_decision_whose/);
  });
});

describe('the promise to finish (G4, G5)', () => {
  it('reminds the clerk, tells the director after its date, and ends when it is closed or withdrawn', async () => {
    await office.paper('A1');
    for (const [personId, role] of [[office.clerk.personId, 'clerk'], [office.director.personId, 'director']] as const)
      await archives.hear(announced('directory.role-granted.v1', newId(), office.siteId, { grantId: newId(), personId, role, siteId: office.siteId, from: '2020-01-01T00:00:00.000Z', until: null } as never));
    await archives.until(nextMonday(await archives.now()));
    const [id, given] = [await office.started({ shelf: 'A1', finishBy: await office.inDays(4) }), await office.started({ shelf: 'A1' })];
    await office.does(office.count(given, 'withdraw', office.clerk, { reason: '改期' }));
    expect((await office.detail(given)).remarks).toBe('改期');
    const clocks = async (of: string) => archives.rows('SELECT DISTINCT state FROM deadline WHERE aggregate_id = $1', [of]);
    expect(await clocks(given)).toEqual([{ state: 'cancelled' }]);
    await archives.pass(3.99);
    await office.counted(id);
    await office.does(office.count(id, 'explain', office.clerk, { explanation: '下落不明，已报主任' }));
    await office.does(office.count(id, 'approve', office.director));
    const done = await office.inDays(0);
    await archives.pass(2.9);
    const promises = async (what: string) => (await archives.events(id)).filter(({ type }) => type.includes(what)).map(({ data }) => (data as { promise: string }).promise);
    expect(await promises('escalated')).toEqual(expect.arrayContaining(['finish-stocktake-soon', 'finish-stocktake']));
    // Entered later: what was told stays, and is shown to have been early.
    await office.does(office.count(id, 'close', office.clerk, { happenedAt: done, lateReason: '系统故障' }));
    expect(await promises('shown-on-time')).toContain('finish-stocktake');
    expect(await clocks(id)).toEqual([{ state: 'closed' }]);
    for (const verb of ['withdraw', 'resume']) expect((await office.count(id, verb, office.clerk, bodyOf(verb))).body).toMatchObject({ status: 409, code: 'stocktake-move-illegal' });
  });
});

describe('labels (W4.4)', () => {
  it('are printed of paper alone, and each print is in the access log', async () => {
    const [one, secret] = [await office.paper('A1'), await office.paper('A1', { confidentiality: 'confidential' })];
    const digital = await office.registered({ shelf: 'A1' });
    const print = (query: string, who = office.clerk) => archives.answer(`GET /api/records/labels?siteId=${office.siteId}${query}`, who);
    const { status, headers } = await print('&shelf=A1');
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await print('&shelf=A1&limit=1')).headers['x-next-cursor']).toEqual(expect.any(String));
    expect((await print('&shelf=Z9')).body).toMatchObject({ status: 404, code: 'record-unknown' });
    expect((await print('', office.head)).status).toBe(403);
    const noted = await archives.rows<{ id: string }>(`SELECT DISTINCT object_id AS id FROM audit WHERE operation = 'archives.printLabels' AND object_id = ANY ($1)`, [[one.id, secret.id, digital.id]]);
    expect(noted.map(({ id }) => id).toSorted()).toEqual([one.id, secret.id].toSorted());
  });
});

/** Ten o'clock of a Monday in China. */
function nextMonday(now: Date): Date {
  const days = ((8 - now.getUTCDay()) % 7) + 7;
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days, 2));
}

function bodyOf(verb: string): object {
  return { explain: { explanation: '-' }, return: { reason: '-' }, withdraw: { reason: '-' } }[verb] ?? {};
}
