import { DocumentsUnderTest } from './documents.fixture';
import { OutgoingOffice } from './outgoing-office.fixture';
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

const seal = { seal: '物业服务中心公章', reason: '发文用印', copies: 2 };

describe('copies, seals and receipts (W1.2)', () => {
  it('copies are counted; those of a confidential document have numbers, print after print', async () => {
    const open = await outgoing.numbered();
    await outgoing.namesOffice();
    expect((await outgoing.act(open, 'print', office.clerk, { copies: 0 })).body).toMatchObject({ status: 400, errors: [{ pointer: '/copies' }] });
    await outgoing.does(open, 'print', office.clerk, { copies: 2 });
    expect(await outgoing.does(open, 'print', office.clerk, { copies: 1 })).toMatchObject({ status: 'printed', copies: 3 });
    expect((await outgoing.read(open)).body.prints).toMatchObject([{ firstShare: null }, { firstShare: null }]);
    const confidential = await outgoing.numbered({ confidentiality: 'confidential' });
    await outgoing.does(confidential, 'print', office.clerk, { copies: 2 });
    await outgoing.does(confidential, 'print', office.clerk, { copies: 1 });
    expect((await outgoing.read(confidential)).body.prints).toMatchObject([{ firstShare: 1, copies: 2 }, { firstShare: 3, copies: 1 }]);
  });

  it('whoever approved the seal does not use it, nor who stands in for them; it is used once, on no more copies', async () => {
    const id = await outgoing.printed();
    expect((await outgoing.act(id, 'use-seal', office.clerk)).body).toMatchObject({ status: 409, code: 'no-seal-approval' });
    expect((await outgoing.act(id, 'approve-seal', office.clerk, seal)).status).toBe(403);
    expect((await outgoing.act(id, 'approve-seal', office.director, { ...seal, copies: 4 })).body).toMatchObject({ status: 400, code: 'too-many-copies', errors: [{ pointer: '/copies' }] });
    await outgoing.does(id, 'approve-seal', office.director, seal);
    expect((await outgoing.act(id, 'approve-seal', office.company, seal)).body).toMatchObject({ status: 409, code: 'seal-approved' });
    expect((await outgoing.act(id, 'use-seal', office.director)).body).toMatchObject({ status: 403, code: 'own-seal-approval' });
    const { personId: forPersonId, roles } = office.director;
    const deputy = { ...office.desk, deputyships: [{ forPersonId, kind: 'approvals' as const, roles }] };
    expect((await outgoing.act(id, 'use-seal', deputy)).body).toMatchObject({ status: 403, code: 'own-seal-approval' });
    expect((await outgoing.act(id, 'use-seal', office.clerk, { copies: 3 })).body).toMatchObject({ status: 400, code: 'too-many-copies' });
    expect(await outgoing.does(id, 'use-seal', office.clerk, { copies: 1 })).toMatchObject({ status: 'sealed', sealedCopies: 1 });
    expect((await outgoing.act(id, 'use-seal', office.clerk)).status).toBe(409);
    await expect(documents.rows('UPDATE seal_use SET used_by = approved_by WHERE document_id = $1', [id])).rejects.toThrow('seal_use_by_another');
  });

  it('copies go to each of its recipients, to nobody else, and no more than were sealed', async () => {
    const id = await outgoing.sealed({ recipients: ['社区居委会', '业主委员会'] });
    const to = (recipient: string, copies = 1, more: object = {}) => ({ recipient, how: '邮寄', copies, ...more });
    const release = (...deliveries: object[]) => outgoing.act(id, 'release', office.clerk, { deliveries });
    for (const deliveries of [[to('社区居委会')], [to('社区居委会'), to('业主委员会'), to('报社')], [to('社区居委会', 2), to('业主委员会', 2)], [to('社区居委会', 1, { shares: [1] }), to('业主委员会')]])
      expect((await release(...deliveries)).body).toMatchObject({ status: 400, code: 'deliveries-unfit', errors: [{ pointer: '/deliveries' }] });
    expect((await release()).status).toBe(400);
    expect((await release(to('社区居委会', 2), to('业主委员会'))).body).toMatchObject({ status: 'released', releasedAt: expect.any(String) });
  });

  it('copies go to who else has it, too, who confirms them as its recipients do; it is found by them', async () => {
    const id = await outgoing.sealed({ copiesTo: ['业主委员会'] });
    const to = (recipient: string) => ({ recipient, how: '邮寄', copies: 1 });
    const release = (...deliveries: object[]) => outgoing.act(id, 'release', office.clerk, { deliveries });
    expect((await release(to('社区居委会'))).body).toMatchObject({ status: 400, code: 'deliveries-unfit' });
    expect((await release(to('社区居委会'), to('业主委员会'))).status).toBe(200);
    await outgoing.does(id, 'record-receipt', office.clerk, { delivery: 1, receivedBy: '李主任' });
    expect((await outgoing.act(id, 'file', office.clerk)).body).toMatchObject({ status: 409, code: 'receipts-outstanding', detail: expect.stringContaining('业主委员会') });
    expect(await outgoing.list(`q=${encodeURIComponent('业主委员会')}&siteId=${office.siteId}`)).toEqual([id]);
  });

  it('copies go to each once: nobody is named twice, however their name is typed, nor has a copy of what is to them', async () => {
    const named = { recipients: ['社区居委会', '电力公司(东区)'], copiesTo: ['业主委员会'] };
    const id = await outgoing.drafted(named);
    for (const [goes, pointer] of [
      [{ recipients: ['社区居委会', '电力公司(东区)', '电力公司（东区）'] }, '/recipients/2'],
      [{ copiesTo: ['业主委员会', '业主 委员会'] }, '/copiesTo/1'],
      [{ copiesTo: ['社区居委会'] }, '/copiesTo/0'],
    ] as const) {
      const refused = { status: 400, code: 'recipient-twice', errors: [{ pointer }] };
      expect((await outgoing.draft({ ...named, ...goes })).body).toMatchObject(refused);
      expect((await outgoing.edit(id, office.clerk, { ...named, ...goes })).body).toMatchObject(refused);
    }
    // Who becomes a recipient has no copy any more: what is left out stays.
    expect((await outgoing.edit(id, office.clerk, { recipients: ['业主委员会'] })).body).toMatchObject({ status: 400, errors: [{ pointer: '/copiesTo/0' }] });
    expect((await outgoing.read(id)).body).toMatchObject({ ...named, textVersion: 1 });
    expect((await outgoing.edit(id, office.clerk, { recipients: ['业主委员会'], copiesTo: [] })).body).toMatchObject({ recipients: ['业主委员会'], copiesTo: [] });
  });

  it('minutes bear no seal: they go out as they are printed, of confidential ones each copy by its number', async () => {
    const said = { kind: 'minutes', title: '十一月例会会议纪要', body: '会议议定：十二月前备齐沙袋。', recipients: ['各岗位'], attendance: { present: ['王主任'] } };
    const id = await outgoing.printed(said, 2);
    expect((await documents.events(id)).at(-1)!.data).toMatchObject({ copies: 2, approverIds: [] });
    expect((await outgoing.read(id)).body.allowed).toEqual(expect.arrayContaining(['print', 'release-unsealed', 'void']));
    const refused = await outgoing.act(id, 'approve-seal', office.director, seal);
    expect(refused.body).toMatchObject({ status: 409, code: 'outgoing-move-illegal' });
    const release = (of: string, copies: number, more: object = {}) => outgoing.act(of, 'release', office.clerk, { deliveries: [{ recipient: '各岗位', how: '送达', copies, ...more }] });
    expect((await release(id, 3)).body).toMatchObject({ status: 400, code: 'deliveries-unfit' });
    expect((await release(id, 2)).body).toMatchObject({ status: 'released', sealedCopies: 0, allowed: ['record-receipt', 'file'] });
    const secret = await outgoing.printed({ ...said, confidentiality: 'confidential' }, 2);
    expect((await release(secret, 2)).body).toMatchObject({ status: 400, code: 'deliveries-unfit' });
    expect((await release(secret, 2, { shares: [1, 2] })).status).toBe(200);
    const letter = await outgoing.printed();
    expect((await outgoing.act(letter, 'release', office.clerk, { deliveries: [{ recipient: '社区居委会', how: '送达', copies: 1 }] })).body).toMatchObject({ status: 409 });
  });

  it('of a confidential one none goes out that was not sealed: where not all were, it is said which', async () => {
    const id = await outgoing.printed({ confidentiality: 'confidential' });
    await outgoing.does(id, 'approve-seal', office.director, { ...seal, copies: 3 });
    const use = (input: object) => outgoing.act(id, 'use-seal', office.clerk, input);
    for (const shares of [undefined, [1], [1, 4]])
      expect((await use({ copies: 2, shares })).body).toMatchObject({ status: 400, code: 'sealed-copies-unfit', errors: [{ pointer: '/shares' }] });
    expect((await use({ copies: 2, shares: [3, 1] })).body).toMatchObject({ status: 'sealed', sealedCopies: 2 });
    expect((await outgoing.read(id)).body.sealUses).toMatchObject([{ usedCopies: 2, usedShares: [3, 1] }]);
    const release = (share: number) => outgoing.act(id, 'release', office.clerk, { deliveries: [{ recipient: '社区居委会', how: '机要', copies: 1, shares: [share] }] });
    expect((await release(2)).body).toMatchObject({ status: 400, code: 'deliveries-unfit' });
    expect((await release(3)).status).toBe(200);
    await expect(documents.rows('UPDATE seal_use SET used_shares = ARRAY[1] WHERE document_id = $1', [id])).rejects.toThrow('seal_use_shares');
  });

  it('all of them are sealed where it is not said which; others have no numbers', async () => {
    const id = await outgoing.sealed({ confidentiality: 'confidential' });
    expect((await outgoing.read(id)).body.sealUses).toMatchObject([{ usedShares: [1, 2, 3] }]);
    const open = await outgoing.printed();
    await outgoing.does(open, 'approve-seal', office.director, seal);
    expect((await outgoing.act(open, 'use-seal', office.clerk, { shares: [1, 2] })).body).toMatchObject({ status: 400, code: 'sealed-copies-unfit' });
    await outgoing.does(open, 'use-seal', office.clerk);
    expect((await outgoing.read(open)).body.sealUses).toMatchObject([{ usedCopies: 2, usedShares: null }]);
  });

  it('what was sealed before that was asked goes out by the numbers that were printed', async () => {
    const id = await outgoing.sealed({ confidentiality: 'confidential' });
    await documents.rows('UPDATE seal_use SET used_shares = NULL WHERE document_id = $1', [id]);
    expect((await outgoing.act(id, 'release', office.clerk, { deliveries: [{ recipient: '社区居委会', how: '机要', copies: 1, shares: [2] }] })).status).toBe(200);
  });

  it('each recipient confirms once, or it is known why not; it is filed when none is outstanding', async () => {
    const id = await outgoing.sealed({ recipients: ['社区居委会', '业主委员会'] });
    await outgoing.does(id, 'release', office.clerk, { deliveries: ['社区居委会', '业主委员会'].map((recipient) => ({ recipient, how: '送达', copies: 1 })) });
    const receipt = (more: object) => outgoing.act(id, 'record-receipt', office.clerk, { delivery: 1, ...more });
    expect((await receipt({})).body).toMatchObject({ status: 400, code: 'receipt-unclear' });
    expect((await receipt({ receivedBy: '李', missingReason: 'x' })).body).toMatchObject({ status: 400, code: 'receipt-unclear' });
    expect((await receipt({ delivery: 3, receivedBy: '李' })).body).toMatchObject({ status: 400, code: 'outgoing-delivery-unknown' });
    expect((await receipt({ receivedBy: '李主任' })).status).toBe(200);
    expect((await receipt({ receivedBy: '王' })).body).toMatchObject({ status: 409, code: 'receipt-kept' });
    expect((await outgoing.act(id, 'file', office.clerk)).body).toMatchObject({ status: 409, code: 'receipts-outstanding', detail: expect.stringContaining('业主委员会') });
    await outgoing.does(id, 'record-receipt', office.clerk, { delivery: 2, missingReason: '拒收，已邮寄备查' });
    expect(await outgoing.does(id, 'file', office.clerk)).toMatchObject({ status: 'filed' });
    expect((await outgoing.act(id, 'void', office.clerk, { reason: 'x' })).status).toBe(409);
  });
});
