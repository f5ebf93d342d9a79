import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Told } from '@property-office/service-testing';
import { textOfPages } from '@property-office/testing';
import { ArchivesUnderTest } from './archives.fixture';
import { largestMarked } from './domain/markable';
import { LendingOffice } from './lending.fixture';

let archives: ArchivesUnderTest;
let office: LendingOffice;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());
beforeEach(async () => void (office = await LendingOffice.open(archives)));

const read = (id: string, who: Principal = office.clerk): Promise<Told> => archives.ask(`GET /api/copies/${id}`, who);
const list = async (query: string, who: Principal): Promise<string[]> => (await archives.ask(`GET /api/copies?siteId=${office.siteId}&${query}`, who)).body.items.map(({ id }: { id: string }) => id);
const logOf = (recordId: string) => archives.rows<{ operation: string; details: object }>(`SELECT operation, details FROM audit WHERE object_id = $1 AND operation LIKE '%Copy' ORDER BY at, id`, [recordId]);
const asked = async (recordId: string, more: object = {}, who?: Principal): Promise<string> => {
  const { status, body } = await office.askCopy(recordId, more, who);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
};

describe('asking for copies (W4.3)', () => {
  it('says for whom, what for and how many; an official request names its letter and the officers', async () => {
    const recordId = await office.record();
    expect((await office.askCopy(recordId)).body).toMatchObject({ status: 'asked', copies: 2, forWhom: '住建局', letter: null, officers: [], copyNumbers: [], allowed: ['approve', 'refuse', 'withdraw'] });
    expect((await office.askCopy(recordId, { letter: '建函〔2026〕3号' })).body).toMatchObject({ status: 400, code: 'official-incomplete', errors: [{ pointer: '/officers' }] });
    expect((await office.askCopy(recordId, { officers: ['周涛 执法证 0731'] })).body).toMatchObject({ status: 400, code: 'official-incomplete', errors: [{ pointer: '/letter' }] });
    const official = (await office.askCopy(recordId, { letter: '建函〔2026〕3号', officers: ['周涛 执法证 0731'] })).body;
    expect(official).toMatchObject({ letter: '建函〔2026〕3号', officers: ['周涛 执法证 0731'] });
    const [told] = await archives.events(official.id);
    expect(told!.data).toMatchObject({ official: true, important: false, copies: 2 });
    expect(JSON.stringify(told!.data)).not.toMatch(/住建局|周涛|核查/);
    expect((await office.askCopy(newId())).body).toMatchObject({ status: 400, code: 'loan-record-unknown' });
  });

  it('is refused where there is neither paper nor anything that can be marked: other kinds than PDF and pictures, or more than 25 MiB', async () => {
    const record = async (attachmentId: string, carrier = 'digital'): Promise<string> => (await office.registered({ attachmentIds: [attachmentId], carrier, duplicateReason: '另存' })).id;
    const [docx, atLimit, larger] = [office.file(), office.file(), office.file()];
    office.mediaTypes.set(docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    office.sizes.set(atLimit, largestMarked).set(larger, largestMarked + 1);
    for (const id of [docx, larger])
      expect((await office.askCopy(await record(id))).body).toMatchObject({ status: 400, code: 'nothing-to-copy', errors: [{ pointer: '/recordId', message: expect.stringContaining('25 MiB') }] });
    for (const recordId of [await record(atLimit), await record(larger, 'both')]) expect((await office.askCopy(recordId)).status).toBe(201);
  });

  it('is seen by who asks and who keeps the records alone, and by nobody who may not know of the record', async () => {
    const recordId = await office.record('paper', { confidentiality: 'confidential' });
    await office.act(recordId, 'admit', office.director, { readerId: office.head.personId });
    const id = await asked(recordId, {}, office.head);
    for (const who of [office.head, office.clerk, office.director]) expect([(await read(id, who)).status, await list('', who)]).toEqual([200, [id]]);
    for (const who of [office.technician, office.company]) expect((await read(id, who)).status).toBe(404);
    await office.act(recordId, 'end-admission', office.director, { readerId: office.head.personId });
    expect([(await read(id, office.head)).status, await list('', office.head)]).toEqual([404, []]);
  });
});

describe('deciding on copies (W4.3)', () => {
  it('is another person’s, and the director’s of what is important', async () => {
    const own = await asked(await office.record(), {}, office.clerk);
    for (const verb of ['approve', 'refuse']) expect((await office.copy(own, verb, office.clerk, verb === 'refuse' ? { reason: '-' } : {})).body).toMatchObject({ status: 403, code: 'own-copy' });
    expect((await office.copy(own, 'withdraw', office.clerk2)).status).toBe(404);
    expect([await list('toDecide=true', office.clerk), await list('toDecide=true', office.clerk2)]).toEqual([[], [own]]);
    const important = await asked(await office.record('paper', { retention: 'Y' }));
    expect((await office.copy(important, 'approve', office.clerk)).body).toMatchObject({ status: 403, code: 'decided-by-director' });
    expect((await office.copy(important, 'refuse', office.director, { reason: '不宜外传' })).body).toMatchObject({ status: 'refused', refusedReason: '不宜外传' });
    expect((await office.copy(own, 'make', office.clerk)).body).toMatchObject({ status: 409, code: 'copy-move-illegal', detail: expect.stringContaining('Allowed now: approve, refuse, withdraw.') });
    expect((await office.copy(own, 'approve', office.clerk2)).body).toMatchObject({ status: 'approved', decidedBy: office.clerk2.personId });
    expect((await office.copy(own, 'withdraw', office.clerk)).body).toMatchObject({ status: 'withdrawn' });
  });
});

describe('making copies (W4.3)', () => {
  const approved = async (recordId: string, more: object = {}): Promise<string> => {
    const id = await asked(recordId, more);
    await office.does(office.copy(id, 'approve', office.clerk));
    return id;
  };

  it('counts them: a number of a copy is never given twice, also when several are made at once', async () => {
    const recordId = await office.record();
    const ids = [await approved(recordId), await approved(recordId, { copies: 3 }), await approved(recordId, { copies: 1 })];
    const made = await Promise.all(ids.map((id) => office.does(office.copy(id, 'make', office.clerk))));
    expect(made.flatMap(({ copyNumbers }) => copyNumbers as number[]).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await office.copy(ids[0]!, 'make', office.clerk)).body).toMatchObject({ code: 'copy-move-illegal' });
    expect((await logOf(recordId)).map(({ operation }) => operation)).toEqual(['archives.makeCopy', 'archives.makeCopy', 'archives.makeCopy']);
    await expect(archives.rows('DELETE FROM record_copy_made WHERE record_id = $1', [recordId])).rejects.toThrow(/permission denied/);
    expect(await office.does(office.copy(ids[0]!, 'hand-over', office.clerk, { receivedBy: '周涛' }))).toMatchObject({ status: 'handed-over', receivedBy: '周涛', allowed: [] });
  });

  it('puts on every page which copy it is and for whom, while it is not handed over', async () => {
    const recordId = await office.record('digital');
    const id = await approved(recordId);
    const print = (copy: number, position = 1, who = office.clerk) => archives.answer(`GET /api/copies/${id}/file?position=${position}&copy=${copy}`, who);
    expect((await print(1)).body).toMatchObject({ status: 409, code: 'copy-not-made' });
    await office.does(office.copy(id, 'make', office.clerk));
    expect((await read(id)).body.files).toMatchObject([{ position: 1, markable: true }]);
    const { bytes } = await print(2);
    for (const page of await textOfPages(bytes)) expect(page).toMatch(/检查结果.*副本 2 供 住建局/);
    expect([(await print(3)).body.code, (await print(1, 2)).body.code, (await print(1, 1, office.borrower)).status]).toEqual(['copy-number-unknown', 'loan-file-unknown', 403]);
    expect((await logOf(recordId)).map(({ operation, details }) => [operation, details])).toMatchObject([
      ['archives.makeCopy', { first: 1, copies: 2 }],
      ['archives.printCopy', { copy: 2, position: 1 }],
    ]);
    const meanwhile = await archives.runtime.database.transaction(async (tx) => {
      await tx.query(`UPDATE record_copy SET state = 'handed-over' WHERE id = $1`, [id]);
      const prints = print(1);
      await archives.somebodyWaits();
      return { prints };
    });
    expect((await meanwhile.prints).body).toMatchObject({ code: 'copy-not-made' });
    await archives.rows(`UPDATE record_copy SET state = 'made' WHERE id = $1`, [id]);
    await office.does(office.copy(id, 'hand-over', office.clerk, { receivedBy: '周涛' }));
    expect((await print(1)).body).toMatchObject({ code: 'copy-not-made' });
    expect(await logOf(recordId)).toHaveLength(2);
  });
});
