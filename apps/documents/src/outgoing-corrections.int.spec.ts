import { DocumentsUnderTest } from './documents.fixture';
import { body, OutgoingOffice, title } from './outgoing-office.fixture';
import type { PaperOffice } from './paper-office.fixture';

let documents: DocumentsUnderTest;
let outgoing: OutgoingOffice;
let office: PaperOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
beforeEach(async () => {
  outgoing = await OutgoingOffice.open(documents);
  office = outgoing.office;
});
afterAll(() => documents.close());

const typography = body.replace('：\n', '：').replace('，', ',').replace('5日', ' 5 日');
const substance = body.replace('12月5日', '12月6日');

describe('a text that is changed after it was signed off (W1.2)', () => {
  it('in its typography alone stays signed, and what was changed is listed', async () => {
    const id = await outgoing.signed();
    const { textHash } = (await outgoing.read(id)).body;
    const told = (await outgoing.correct(id, office.clerk, { body: typography })).body;
    expect(told).toMatchObject({ status: 'signed-off', substance: false, textVersion: 2, textHash, signedHash: textHash });
    expect(told.differences).toEqual([{ part: 'body', paragraph: 1, was: body, became: typography }]);
    const { versions } = (await outgoing.read(id)).body;
    expect(versions).toMatchObject([{ n: 1, change: 'draft', textHash }, { n: 2, change: 'typography', textHash, reason: '校对', madeBy: office.clerk.personId }]);
    expect(versions[0].exactHash).not.toBe(versions[1].exactHash);
    expect(await outgoing.does(id, 'check', office.clerk)).toMatchObject({ status: 'checked' });
    expect((await documents.events(id)).find(({ type }) => type === 'documents.outgoing-corrected.v1')!.data).toMatchObject({ substance: false, textHash, signerId: office.director.personId });
  });

  it.each(['signed-off', 'checked', 'numbered', 'printed'])('in its substance goes back to the signer by itself, when it was %s', async (state) => {
    const id = await { 'signed-off': () => outgoing.signed(), checked: async () => { const made = await outgoing.signed(); await outgoing.does(made, 'check', office.clerk); return made; }, numbered: () => outgoing.numbered(), printed: () => outgoing.printed() }[state]!();
    const before = (await outgoing.read(id)).body;
    const told = (await outgoing.correct(id, office.clerk, { body: substance })).body;
    expect(told).toMatchObject({ status: 'to-sign', substance: true, number: before.number, copies: 0, signedHash: before.textHash });
    expect(told.textHash).not.toBe(before.textHash);
    expect(told.differences).toEqual([{ part: 'body', paragraph: 2, was: expect.stringContaining('12月5日'), became: expect.stringContaining('12月6日') }]);
    // Whoever signed the text before reads the one of now; nobody goes on without.
    expect((await outgoing.act(id, 'sign', office.director, { textHash: before.textHash })).body).toMatchObject({ status: 409, code: 'text-changed' });
    expect((await outgoing.act(id, 'check', office.clerk)).status).toBe(409);
    expect((await outgoing.sign(id)).body).toMatchObject({ status: 'signed-off', signedHash: told.textHash });
    await outgoing.does(id, 'check', office.clerk);
    const numbered = await outgoing.does(id, 'number', office.clerk);
    expect(numbered).toMatchObject({ number: before.number ?? expect.stringMatching(/^发文/) });
    expect(await documents.rows('SELECT count(*)::int AS n FROM register_number WHERE document_id = $1', [id])).toEqual([{ n: 1 }]);
  });

  it('by the signer is signed by somebody else: nobody signs their own words', async () => {
    const id = await outgoing.signed();
    await outgoing.correct(id, office.director, { body: substance });
    expect((await outgoing.sign(id)).body).toMatchObject({ status: 403, code: 'own-draft' });
    expect((await outgoing.sign(id, office.company)).body).toMatchObject({ status: 'signed-off', signedBy: office.company.personId });
  });

  it('tells who signed it, and somebody else where they changed it themselves', async () => {
    const told = async (who: PaperOffice['desk']) => {
      const id = await outgoing.signed();
      await outgoing.correct(id, who, { body: substance });
      return (await documents.events(id)).at(-1)!.data.signerIds;
    };
    expect(await told(office.clerk)).toEqual([office.director.personId]);
    expect(await told(office.director)).toEqual([office.company.personId]);
  });

  it('by the signer in its typography alone makes them no author of it', async () => {
    const id = await outgoing.signed();
    await outgoing.correct(id, office.director, { body: typography });
    await outgoing.correct(id, office.clerk, { body: substance });
    expect((await outgoing.sign(id)).body).toMatchObject({ status: 'signed-off' });
  });

  it('is printed again, and what was approved for the seal is approved again; used up numbers of copies are not given twice', async () => {
    const id = await outgoing.printed({ confidentiality: 'confidential' });
    await outgoing.does(id, 'approve-seal', office.director, { seal: '公章', reason: '发函', copies: 3 });
    expect((await outgoing.correct(id, office.clerk, { body: typography })).body).toMatchObject({ status: 'numbered', copies: 0 });
    await outgoing.does(id, 'print', office.clerk, { copies: 2 });
    expect((await outgoing.act(id, 'use-seal', office.clerk)).body).toMatchObject({ status: 409, code: 'no-seal-approval' });
    expect((await outgoing.read(id)).body).toMatchObject({ copies: 2, prints: [{ firstShare: 1, copies: 3, textVersion: 1 }, { firstShare: 4, copies: 2, textVersion: 2 }], sealUses: [{ withdrawnAt: expect.any(String), usedAt: null }] });
    await outgoing.does(id, 'approve-seal', office.director, { seal: '公章', reason: '发函', copies: 2 });
    await outgoing.does(id, 'use-seal', office.clerk);
    const release = (shares: number[]) => outgoing.act(id, 'release', office.clerk, { deliveries: [{ recipient: '社区居委会', how: '机要', copies: 1, shares }] });
    expect((await release([1])).body).toMatchObject({ status: 400, code: 'deliveries-unfit' });
    expect((await release([5])).status).toBe(200);
  });

  it('has the pages of the text that goes out, never those of the one before', async () => {
    const long = `${typography}\n${'一、检查全部楼道、车库和设备间的消防设施。\n'.repeat(60)}`;
    const id = await outgoing.printed({}, 1);
    expect((await documents.events(id)).at(-1)!.data).toMatchObject({ copies: 1, pages: 1 });
    expect((await outgoing.correct(id, office.clerk, { body: long })).body).toMatchObject({ copies: 0, pages: null, countedPages: null });
    expect((await outgoing.sign(id)).status).toBe(200);
    await outgoing.does(id, 'check', office.clerk);
    await outgoing.does(id, 'number', office.clerk);
    await outgoing.does(id, 'print', office.clerk, { copies: 1 });
    expect((await documents.events(id)).at(-1)!.data).toMatchObject({ textVersion: 2, pages: 4 });
    await outgoing.does(id, 'approve-seal', office.director, { seal: '公章', reason: '发函', copies: 1 });
    await outgoing.does(id, 'use-seal', office.clerk);
    await outgoing.does(id, 'release', office.clerk, { deliveries: [{ recipient: '社区居委会', how: '送达', copies: 1 }] });
    await outgoing.does(id, 'record-receipt', office.clerk, { delivery: 1, receivedBy: '李主任' });
    await outgoing.does(id, 'file', office.clerk);
    expect((await documents.events(id)).at(-1)!.data).toMatchObject({ copies: 1, pages: 4 });
  });

  it('is shown version by version, with where they differ', async () => {
    const id = await outgoing.signed();
    await outgoing.correct(id, office.clerk, { title: `${title}（修订）`, body: substance });
    const compare = async (query: string) => documents.ask(`GET /api/outgoing-documents/${id}/compare?${query}`, office.head);
    expect((await compare('from=1&to=2')).body).toMatchObject({ from: { n: 1, title, body }, to: { n: 2, body: substance }, same: false, differences: [{ paragraph: 0, was: title }, { paragraph: 2 }] });
    expect((await compare('from=2&to=2')).body).toMatchObject({ same: true, differences: [] });
    expect((await compare('from=1&to=3')).body).toMatchObject({ status: 404, code: 'version-unknown' });
    expect((await compare('from=1')).status).toBe(400);
  });

  it('is not changed in secret, nor for nothing, nor by others than the office, nor once it is sealed', async () => {
    const id = await outgoing.signed();
    expect((await outgoing.act(id, 'correct', office.clerk, { body: substance, reason: 'x' })).status).toBe(428);
    expect((await outgoing.act(id, 'correct', office.clerk, { body: substance, reason: 'x' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await outgoing.correct(id, office.clerk, { body })).body).toMatchObject({ status: 400, code: 'text-unchanged', errors: [{ pointer: '/body' }] });
    expect((await outgoing.correct(id, office.clerk, { body: substance, reason: undefined })).body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    expect((await outgoing.correct(id, office.head, { body: substance })).status).toBe(403);
    for (const text of [typography, substance]) {
      expect((await outgoing.correct(await outgoing.toSign(), office.clerk, { body: text })).body).toMatchObject({ status: 409, code: 'outgoing-move-illegal' });
      expect((await outgoing.correct(await outgoing.sealed(), office.clerk, { body: text })).body).toMatchObject({ status: 409, code: 'outgoing-move-illegal' });
    }
  });

  it('stands as it was: versions and signatures are added, never changed, and the database refuses a signed text of another hash', async () => {
    const id = await outgoing.signed();
    await expect(documents.rows(`UPDATE outgoing_document SET text_hash = repeat('0', 64) WHERE id = $1`, [id])).rejects.toThrow('outgoing_document_signed_text');
    await expect(documents.rows('UPDATE outgoing_document SET signed_by = drafted_by WHERE id = $1', [id])).rejects.toThrow('outgoing_document_signed_by_another');
    await expect(documents.rows(`UPDATE outgoing_version SET body = 'x' WHERE document_id = $1`, [id])).rejects.toThrow('permission denied');
    await expect(documents.rows('DELETE FROM outgoing_signature WHERE document_id = $1', [id])).rejects.toThrow('permission denied');
  });
});
