import { DocumentsUnderTest } from './documents.fixture';
import { body, OutgoingOffice, title } from './outgoing-office.fixture';
import type { PaperOffice } from './paper-office.fixture';
import { textHashOf } from './persistence/outgoing-texts';

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

const attendance = { present: ['王主任', '李主管'], absent: ['刘工'], observers: [] };
const minutes = { kind: 'minutes', title: '十一月例会会议纪要', body: '会议议定：十二月前备齐沙袋。', attendance };
const page = async (id: string) => (await outgoing.read(id)).body;

/** As a document is kept whose attendance and copies did not count when it was hashed, nor were kept with its version. */
async function hashedByText(id: string): Promise<string> {
  const said = await page(id);
  const textHash = textHashOf({ title: said.title, body: said.body, attendance: null, copiesTo: [] });
  for (const change of [
    'UPDATE outgoing_document SET text_hash = $2, signed_hash = CASE WHEN signed_hash IS NOT NULL THEN $2 END WHERE id = $1',
    `UPDATE outgoing_version SET text_hash = $2, attendance = NULL, copies_to = NULL, exact_hash = encode(sha256(convert_to(title || E'\\n' || body, 'UTF8')), 'hex') WHERE document_id = $1`,
    'UPDATE outgoing_signature SET text_hash = $2 WHERE document_id = $1',
  ])
    await documents.admin.query(change, [id, textHash]);
  return textHash;
}

describe('what a signature stands for beside the text (W1.2)', () => {
  it.each([
    ['copies to somebody', {}, { copiesTo: ['业主委员会'] }, { part: 'copiesTo', paragraph: 0, was: '', became: '业主委员会' }],
    ['copies to nobody any more', { copiesTo: ['业主委员会'] }, { copiesTo: [] }, { part: 'copiesTo', paragraph: 0, was: '业主委员会', became: '' }],
    ['who was at the meeting', minutes, { attendance: { present: ['王主任'], absent: ['刘工'] } }, { part: 'present', paragraph: 0, was: '王主任、李主管', became: '王主任' }],
  ])('is changed with the document going back to its signer: %s', async (_, drafted, changed, difference) => {
    const id = await outgoing.signed(drafted);
    await outgoing.does(id, 'check', office.clerk);
    const before = await page(id);
    const told = (await outgoing.correct(id, office.clerk, changed)).body;
    expect(told).toMatchObject({ status: 'to-sign', substance: true, differences: [difference], signedHash: before.textHash, ...changed });
    expect(told.textHash).not.toBe(before.textHash);
    expect((await outgoing.act(id, 'sign', office.director, { textHash: before.textHash })).body).toMatchObject({ status: 409, code: 'text-changed' });
    expect((await outgoing.sign(id)).body).toMatchObject({ status: 'signed-off', signedHash: told.textHash });
    const compared = (await documents.ask(`GET /api/outgoing-documents/${id}/compare?from=1&to=2`, office.clerk)).body;
    expect(compared).toMatchObject({ same: false, differences: [difference], from: { copiesTo: before.copiesTo, attendance: before.attendance }, to: changed });
  });

  it('is typed otherwise without losing the signature, and listed', async () => {
    const id = await outgoing.signed({ ...minutes, copiesTo: ['业主委员会'] });
    const { textHash } = await page(id);
    const typed = { copiesTo: ['业主 委员会'], attendance: { present: ['王主任', '李 主管'], absent: ['刘工'] } };
    expect((await outgoing.correct(id, office.clerk, typed)).body).toMatchObject({
      status: 'signed-off', substance: false, textHash, signedHash: textHash, copiesTo: typed.copiesTo, differences: [{ part: 'present' }, { part: 'copiesTo' }],
    });
    expect((await outgoing.correct(id, office.clerk, typed)).body).toMatchObject({ status: 400, code: 'text-unchanged' });
  });

  it('is fit for its kind, and names each once, also then', async () => {
    const id = await outgoing.signed({ copiesTo: ['业主委员会'] });
    expect((await outgoing.correct(id, office.clerk, { attendance })).body).toMatchObject({ status: 400, code: 'attendance-unfit', errors: [{ pointer: '/attendance' }] });
    expect((await outgoing.correct(id, office.clerk, { copiesTo: ['街道', '社区 居委会'] })).body).toMatchObject({ status: 400, code: 'recipient-twice', errors: [{ pointer: '/copiesTo/1' }] });
    expect(await page(id)).toMatchObject({ status: 'signed-off', textVersion: 1, copiesTo: ['业主委员会'], attendance: null });
  });

  it('is what the signer read: of a draft that came back meanwhile with another attendance, the hash is another', async () => {
    const id = await outgoing.toSign(minutes);
    const { textHash } = await page(id);
    await outgoing.does(id, 'return', office.director, { reason: '刘工在场' });
    await outgoing.edit(id, office.clerk, { attendance: { present: [...attendance.present, '刘工'] } });
    await outgoing.does(id, 'submit', office.clerk, { reviewerId: office.head.personId });
    await outgoing.does(id, 'review', office.head);
    expect((await outgoing.act(id, 'sign', office.director, { textHash })).body).toMatchObject({ status: 409, code: 'text-changed' });
    expect((await outgoing.sign(id)).status).toBe(200);
  });

  it('is read anew where the draft came back and goes to others: its hash is the same, so the version that was read has to be named', async () => {
    const id = await outgoing.toSign();
    const { textHash, version } = await page(id);
    await outgoing.does(id, 'return', office.director, { reason: '主送有误' });
    await outgoing.edit(id, office.clerk, { recipients: ['街道办事处'] });
    await outgoing.does(id, 'submit', office.clerk, { reviewerId: office.head.personId });
    await outgoing.does(id, 'review', office.head);
    const sign = (headers: Record<string, string>) => outgoing.act(id, 'sign', office.director, { textHash }, headers);
    expect((await sign({})).body).toMatchObject({ status: 428, code: 'match-required' });
    expect((await sign({ 'if-match': `"${version}"` })).body).toMatchObject({ status: 412, code: 'stale' });
    const read = await page(id);
    expect(read).toMatchObject({ status: 'to-sign', textHash, recipients: ['街道办事处'] });
    expect((await sign({ 'if-match': `"${read.version}"` })).body).toMatchObject({ status: 'signed-off', signedHash: textHash });
  });

  it('is not in the hash of what has neither: that is the one it always had', async () => {
    const id = await outgoing.signed();
    expect((await page(id)).textHash).toBe(textHashOf({ title, body, attendance: null, copiesTo: [] }));
    expect(await hashedByText(id)).toBe((await page(id)).textHash);
  });
});

describe('a document whose attendance and copies did not count when it was signed off (W1.2)', () => {
  it('stays signed under its hash, also when its typography is changed; its substance goes back, under one that counts them', async () => {
    const id = await outgoing.signed({ ...minutes, copiesTo: ['业主委员会'] });
    const textHash = await hashedByText(id);
    expect((await outgoing.correct(id, office.clerk, { body: minutes.body.replace('：', ':') })).body).toMatchObject({ status: 'signed-off', substance: false, textHash, signedHash: textHash });
    const compared = (await documents.ask(`GET /api/outgoing-documents/${id}/compare?from=1&to=2`, office.clerk)).body;
    expect(compared).toMatchObject({ same: true, differences: [{ part: 'body' }], from: { attendance: null, copiesTo: null }, to: { attendance, copiesTo: ['业主委员会'] } });
    await outgoing.does(id, 'check', office.clerk);
    expect((await outgoing.correct(id, office.clerk, { copiesTo: ['业主委员会', '街道'] })).body).toMatchObject({ status: 'to-sign', substance: true, signedHash: textHash });
    expect((await page(id)).textHash).toBe(textHashOf({ ...minutes, body: minutes.body.replace('：', ':'), copiesTo: ['业主委员会', '街道'] }));
  });

  it('has its copies corrected also where its recipients were doubled; nobody is named in both', async () => {
    const id = await outgoing.signed({ copiesTo: ['业主委员会'] });
    await documents.admin.query(`UPDATE outgoing_document SET recipients = ARRAY['社区居委会', '社区 居委会'] WHERE id = $1`, [id]);
    expect((await outgoing.correct(id, office.clerk, { copiesTo: ['社区居委会'] })).body).toMatchObject({ status: 400, code: 'recipient-twice', errors: [{ pointer: '/copiesTo/0' }] });
    expect((await outgoing.correct(id, office.clerk, { copiesTo: ['街道'] })).body).toMatchObject({ status: 'to-sign', copiesTo: ['街道'] });
  });

  it('goes on to its file as it was signed', async () => {
    const id = await outgoing.signed({ copiesTo: ['业主委员会'] });
    const textHash = await hashedByText(id);
    await outgoing.does(id, 'check', office.clerk);
    await outgoing.does(id, 'number', office.clerk);
    expect(await page(id)).toMatchObject({ status: 'numbered', textHash, signedHash: textHash });
  });

  it('is signed by the hash it has, where it waited for that; a draft counts them from its next edit on', async () => {
    const waiting = await outgoing.toSign({ copiesTo: ['业主委员会'] });
    const textHash = await hashedByText(waiting);
    expect((await outgoing.act(waiting, 'sign', office.director, { textHash })).body).toMatchObject({ status: 'signed-off', signedHash: textHash });
    const draft = await outgoing.drafted({ copiesTo: ['业主委员会'] });
    await hashedByText(draft);
    expect((await outgoing.edit(draft, office.clerk, {})).body.textHash).toBe(textHashOf({ title, body, attendance: null, copiesTo: ['业主委员会'] }));
    expect((await documents.ask(`GET /api/outgoing-documents/${draft}/compare?from=1&to=2`, office.clerk)).body).toMatchObject({ same: true, differences: [] });
  });
});
