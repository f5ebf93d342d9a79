import { documentVisiblePath } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { DocumentsUnderTest } from './documents.fixture';
import { body, OutgoingOffice } from './outgoing-office.fixture';
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

const deputyOf = (who: PaperOffice['desk'], away: PaperOffice['desk']) => ({ ...who, deputyships: [{ forPersonId: away.personId, kind: 'approvals' as const, roles: away.roles }] });

describe('who approves an outgoing document (W1.2, G1)', () => {
  it('others than who wrote it, whatever their roles, and whoever acts for whom', async () => {
    const both = office.person('director');
    await office.employ(both);
    const id = await outgoing.drafted({}, both);
    const submit = (input: object) => outgoing.act(id, 'submit', both, input);
    expect((await submit({ reviewerId: both.personId })).body).toMatchObject({ status: 400, code: 'author-named', errors: [{ pointer: '/reviewerId' }] });
    expect((await submit({ reviewerId: office.head.personId, countersignerIds: [office.lead.personId, both.personId] })).body).toMatchObject({ code: 'author-named', errors: [{ pointer: '/countersignerIds/1' }] });
    expect((await submit({ reviewerId: newId() })).body).toMatchObject({ status: 400, code: 'staff-unknown' });
    await outgoing.does(id, 'submit', both, { reviewerId: office.head.personId });
    expect((await outgoing.act(id, 'review', both)).body).toMatchObject({ status: 403, code: 'own-draft' });
    await outgoing.does(id, 'review', office.head);
    expect((await outgoing.sign(id, both)).body).toMatchObject({ status: 403, code: 'own-draft' });
    expect((await outgoing.sign(id, deputyOf(office.desk, both))).body).toMatchObject({ status: 403, code: 'own-draft' });
    expect((await outgoing.sign(id, office.clerk)).status).toBe(403);
    expect((await outgoing.sign(id)).body).toMatchObject({ status: 'signed-off', signedBy: office.director.personId });
  });

  it('also whoever only changed a word of the draft is one who wrote it', async () => {
    const id = await outgoing.drafted();
    await outgoing.edit(id, office.director, { body: `${body}谢谢支持。` });
    await outgoing.does(id, 'submit', office.clerk, { reviewerId: office.head.personId });
    await outgoing.does(id, 'review', office.head);
    expect((await outgoing.sign(id)).body).toMatchObject({ status: 403, code: 'own-draft' });
    expect((await outgoing.sign(id, office.company)).body).toMatchObject({ status: 'signed-off' });
  });

  it('the reviewer who was named, or the director; nobody else', async () => {
    const id = await outgoing.submitted({}, [office.lead.personId]);
    expect((await outgoing.act(id, 'review', office.lead)).body).toMatchObject({ status: 403, code: 'not-reviewer' });
    expect(await outgoing.does(id, 'review', office.director)).toMatchObject({ status: 'reviewed' });
  });

  it('each who was asked to countersign, once; then it waits for its signature', async () => {
    const id = await outgoing.submitted({}, [office.lead.personId, office.desk.personId]);
    await outgoing.does(id, 'review', office.head);
    expect((await outgoing.sign(id)).body).toMatchObject({ status: 409, code: 'outgoing-move-illegal', detail: expect.stringContaining('countersign') });
    expect((await outgoing.act(id, 'countersign', office.head)).body).toMatchObject({ status: 403, code: 'not-countersigner' });
    await outgoing.does(id, 'countersign', office.lead);
    expect((await outgoing.act(id, 'countersign', office.lead)).body).toMatchObject({ status: 403, code: 'not-countersigner' });
    expect(await outgoing.does(id, 'countersign', office.desk)).toMatchObject({ status: 'to-sign' });
  });

  it('whoever stands in for the director reviews, countersigns and signs for them, and it says so', async () => {
    const deputy = deputyOf(office.desk, office.director);
    const id = await outgoing.submitted({}, [office.director.personId]);
    await outgoing.does(id, 'review', deputy);
    expect(await outgoing.does(id, 'countersign', deputy)).toMatchObject({ status: 'to-sign' });
    expect((await outgoing.sign(id, deputy)).body).toMatchObject({ status: 'signed-off', signedBy: office.desk.personId });
    const forDirector = { personId: office.desk.personId, forId: office.director.personId };
    expect((await outgoing.read(id)).body.signatures).toMatchObject(['review', 'countersign', 'sign-off'].map((kind) => ({ kind, ...forDirector })));
  });

  it('waits for a director who wrote nothing of it; where there is none, for the company, of a confidential one if it is named (G1)', async () => {
    const waitsFor = async (id: string) => (await documents.events(id)).at(-1)!.data.signerIds;
    expect(await waitsFor(await outgoing.toSign())).toEqual([office.director.personId]);
    const byDirector = async (more: object, countersignerIds: string[] = []) => {
      const id = await outgoing.drafted(more, office.director);
      await outgoing.does(id, 'submit', office.director, { reviewerId: office.head.personId, countersignerIds });
      await outgoing.does(id, 'review', office.head);
      return id;
    };
    expect(await waitsFor(await byDirector({}))).toEqual([office.company.personId]);
    expect(await waitsFor(await byDirector({ confidentiality: 'confidential' }))).toEqual([]);
    const known = await byDirector({ confidentiality: 'confidential' }, [office.company.personId]);
    await outgoing.does(known, 'countersign', office.company);
    expect(await waitsFor(known)).toEqual([office.company.personId]);
    expect((await outgoing.sign(known, office.company)).body).toMatchObject({ status: 'signed-off' });
  });

  it('the text that was read: a hash of another one is refused', async () => {
    const id = await outgoing.toSign();
    expect((await outgoing.act(id, 'sign', office.director, { textHash: '0'.repeat(64) })).body).toMatchObject({ status: 409, code: 'text-changed' });
    expect((await outgoing.act(id, 'sign', office.director)).body).toMatchObject({ status: 400, errors: [{ pointer: '/textHash' }] });
  });

  it('give it back with remarks while it is in their hands; everything said before is said anew', async () => {
    const id = await outgoing.submitted({}, [office.lead.personId]);
    expect((await outgoing.act(id, 'return', office.lead, { reason: 'x' })).body).toMatchObject({ status: 403, code: 'not-in-hand' });
    await outgoing.does(id, 'review', office.head);
    expect((await outgoing.act(id, 'return', office.head, { reason: 'x' })).body).toMatchObject({ status: 403, code: 'not-in-hand' });
    await outgoing.does(id, 'countersign', office.lead);
    expect((await outgoing.act(id, 'return', office.director)).body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    expect(await outgoing.does(id, 'return', office.director, { reason: '缺少联系人' })).toMatchObject({ status: 'drafted', returnedReason: '缺少联系人' });
    await outgoing.does(id, 'submit', office.clerk, { reviewerId: office.head.personId, countersignerIds: [office.lead.personId] });
    expect(await outgoing.does(id, 'review', office.head)).toMatchObject({ status: 'reviewed', returnedReason: null });
    expect((await outgoing.read(id)).body.countersigners).toMatchObject([{ round: 1, signedAt: expect.any(String) }, { round: 2, signedAt: null }]);
  });

  it('those it is submitted to anew: of a confidential one, who had a part in it before knows no more of it', async () => {
    const id = await outgoing.submitted({ confidentiality: 'confidential' }, [office.lead.personId, office.technician.personId]);
    await outgoing.does(id, 'review', office.head);
    await outgoing.does(id, 'countersign', office.lead);
    await outgoing.does(id, 'return', office.director, { reason: '改由客服核稿' });
    for (const who of [office.head, office.lead, office.technician]) expect((await outgoing.read(id, who)).status).toBe(200);
    await outgoing.does(id, 'submit', office.clerk, { reviewerId: office.desk.personId, countersignerIds: [office.technician.personId] });
    for (const who of [office.head, office.lead]) {
      expect((await outgoing.read(id, who)).status).toBe(404);
      expect((await outgoing.act(id, 'review', who)).status).toBe(404);
    }
    for (const who of [office.desk, office.technician, office.clerk]) expect((await outgoing.read(id, who)).status).toBe(200);
  });

  it('and not those who wrote it, who go on knowing of it', async () => {
    const id = await outgoing.drafted({ confidentiality: 'confidential' }, office.lead);
    await outgoing.does(id, 'submit', office.lead, { reviewerId: office.head.personId });
    await outgoing.does(id, 'return', office.head, { reason: '补充' });
    await outgoing.does(id, 'submit', office.lead, { reviewerId: office.desk.personId });
    expect((await outgoing.read(id, office.lead)).status).toBe(200);
    expect((await outgoing.read(id, office.head)).status).toBe(404);
  });

  it('nothing of it is discarded once it has a number, nor void before', async () => {
    const id = await outgoing.signed();
    expect((await outgoing.act(id, 'void', office.clerk, { reason: 'x' })).body).toMatchObject({ status: 409, code: 'outgoing-move-illegal' });
    expect((await outgoing.act(id, 'discard', office.clerk)).body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    expect(await outgoing.does(id, 'discard', office.clerk, { reason: '不再需要' })).toMatchObject({ status: 'discarded', endedReason: '不再需要', allowed: [] });
    expect((await outgoing.act(await outgoing.numbered(), 'discard', office.clerk, { reason: 'x' })).body).toMatchObject({ status: 409 });
  });
});

describe('an act on an outgoing document that was a mistake (G3)', () => {
  it('is taken back within five minutes by who did it, if nothing followed; never a signature', async () => {
    const id = await outgoing.signed();
    expect((await outgoing.act(id, 'take-back', office.director)).body).toMatchObject({ status: 409, code: 'too-late-to-take-back' });
    await outgoing.does(id, 'check', office.clerk);
    expect((await outgoing.act(id, 'take-back', office.director)).body).toMatchObject({ status: 409, code: 'too-late-to-take-back' });
    expect(await outgoing.does(id, 'take-back', office.clerk)).toMatchObject({ status: 'signed-off' });
    await outgoing.does(id, 'check', office.clerk);
    const { signatures } = (await outgoing.read(id)).body;
    expect(signatures.map(({ kind, withdrawnAt }: { kind: string; withdrawnAt: string | null }) => [kind, withdrawnAt !== null])).toEqual([['review', false], ['sign-off', false], ['check', true], ['check', false]]);
    await expect(documents.rows('DELETE FROM outgoing_signature_withdrawn WHERE document_id = $1', [id])).rejects.toThrow('permission denied');
    await documents.later(301);
    expect((await outgoing.act(id, 'take-back', office.clerk)).status).toBe(409);
  });

  it.each([
    ['drafted', (): Promise<string> => outgoing.drafted(), []],
    ['submitted', () => outgoing.submitted(), ['review-draft']],
    ['to-sign', () => outgoing.toSign(), ['sign']],
    ['signed-off', () => outgoing.signed(), []],
  ] as const)('what was discarded when it was %s stands as it did, and waits for whom it waited for', async (state, made, promises) => {
    const id = await made();
    // What was given back before waits for nobody again.
    if (state === 'submitted') {
      await outgoing.does(id, 'return', office.head, { reason: '补充' });
      await outgoing.does(id, 'submit', office.clerk, { reviewerId: office.head.personId });
    }
    await outgoing.does(id, 'discard', office.clerk, { reason: '点错了' });
    expect(await outgoing.does(id, 'take-back', office.clerk)).toMatchObject({ status: state, endedReason: null });
    const running = await documents.rows<{ promise: string }>(`SELECT promise FROM deadline WHERE aggregate_id = $1 AND state = 'running'`, [id]);
    expect(running.map(({ promise }) => promise)).toEqual(promises);
    expect((await documents.told(id)).at(-1)).toBe('outgoing-taken-back');
  });
});

describe('who knows of a confidential outgoing document (W1.2)', () => {
  it('clerk, director and who is named in its chain; the register of seals and the versions say no more', async () => {
    const id = await outgoing.sealed({ confidentiality: 'confidential' });
    const uses = async (who: PaperOffice['desk']) => (await documents.ask('GET /api/seal-uses', who)).body.items as Array<{ documentId: string }> | undefined;
    const visible = async ({ personId, roles }: PaperOffice['desk']) =>
      (await documents.askInside(documentVisiblePath, { documentId: id, principal: { personId, roles, deputyships: [], crews: [], homes: [] } })).body.visible as boolean;
    expect([await visible(office.lead), await visible(office.head), await visible(office.clerk)]).toEqual([false, true, true]);
    for (const who of [office.lead, office.company, office.desk]) {
      expect((await outgoing.read(id, who)).body).toMatchObject({ status: 404, code: 'outgoing-unknown' });
      expect((await documents.ask(`GET /api/outgoing-documents/${id}/compare?from=1&to=1`, who)).status).toBe(404);
      expect(await outgoing.list('', who)).toEqual([]);
    }
    for (const who of [office.clerk, office.director, office.head]) expect((await outgoing.read(id, who)).status).toBe(200);
    expect(await uses(office.clerk)).toMatchObject([{ documentId: id, number: expect.stringMatching(/^发文/), seal: '物业服务中心公章', reason: '发文用印', approvedBy: office.director.personId, usedBy: office.clerk.personId, usedCopies: 3 }]);
    expect((await documents.ask('GET /api/seal-uses', office.head)).status).toBe(403);
    const elsewhere = await OutgoingOffice.open(documents);
    expect(await uses(elsewhere.office.clerk)).toEqual([]);
    expect((await elsewhere.act(id, 'release', elsewhere.office.clerk, { deliveries: [{ recipient: '社区居委会', how: 'x', copies: 1 }] })).body).toMatchObject({ status: 404, code: 'outgoing-unknown' });
  });
});
