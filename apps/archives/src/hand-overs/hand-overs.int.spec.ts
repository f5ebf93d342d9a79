import { createHash, createPublicKey, verify } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { PeopleContacts } from '@property-office/backbone';
import { newId } from '@property-office/kernel';
import type { Principal } from '@property-office/contracts';
import { announced } from '@property-office/service-testing';
import { textOfPages } from '@property-office/testing';
import { fromBufferPromise } from 'yauzl';
import { ArchivesUnderTest } from '../archives.fixture';
import { HandOverOffice } from './hand-over-office.fixture';

let archives: ArchivesUnderTest;
let office: HandOverOffice;
/** Directory is another service. */
const phones = new Map<string, string>();

beforeAll(async () => {
  archives = await ArchivesUnderTest.open();
  archives.part(PeopleContacts).phonesOf = (personIds) => Promise.resolve(new Map([...phones].filter(([id]) => personIds.includes(id))));
});
afterAll(() => archives?.close());
beforeEach(async () => void (office = await HandOverOffice.open(archives)));

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const itemsOf = async (id: string, who = office.clerk): Promise<string[]> => (await archives.ask(`GET /api/hand-overs/${id}/items`, who)).body.items.map(({ number }: { number: string }) => number);
const named = (recordIds: string[], more: object = {}) => ({ scope: 'named', recordIds, ...more });
const signs = (id: string, part: string, who: Principal) => office.on(id, 'sign', who, { part });

async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes);
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}

describe('what is on the list (W4.6)', () => {
  it('is named, of a category, the living files, or everything of the site; confidential records only where it says so', async () => {
    const [letter, contract, secret] = [await office.held('函'), await office.held('合同', 1_200, { category: 'HT' }), await office.held('密件', 900, { confidentiality: 'confidential' })];
    const home = await office.home('501');
    const listed = async (body: object) => itemsOf(await office.applied(body));
    const release = async (id: string) => office.does(office.on(id, 'withdraw', office.clerk, { reason: '再核对' }));
    const category = await office.applied({ scope: 'category', category: 'HT' });
    expect(await itemsOf(category)).toEqual([contract.archiveNumber]);
    await release(category);
    const living = await office.applied({ scope: 'living-files' });
    expect(await itemsOf(living)).toEqual(['501']);
    // Nothing is on two lists at once.
    expect((await office.apply()).body).toMatchObject({ status: 409, code: 'items-being-handed-over', detail: expect.stringContaining('501') });
    await release(living);
    expect((await office.apply(named([secret.id]))).body).toMatchObject({ status: 409, code: 'records-confidential', detail: expect.stringContaining(secret.archiveNumber) });
    const all = await office.applied();
    expect((await itemsOf(all)).toSorted()).toEqual([letter.archiveNumber, contract.archiveNumber, '501'].toSorted());
    expect(await office.one(all)).toMatchObject({ status: 'applied', records: 2, livingFiles: 1, confidential: false });
    await release(all);
    expect((await listed({ confidential: true })).toSorted()).toEqual([letter.archiveNumber, contract.archiveNumber, secret.archiveNumber, '501'].toSorted());
    expect(await archives.rows('SELECT hand_over_id FROM handing_over WHERE item_id = $1', [home])).toHaveLength(1);
  });

  it('is refused where it is not said, empty, of others, or asked for by somebody else', async () => {
    const record = await office.held('函');
    const codes = [];
    for (const body of [named([]), { scope: 'named' }, { scope: 'all', recordIds: [record.id] }, { scope: 'category' }, { scope: 'category', category: 'QQ' }, { category: 'WS' }, named([newId()])]) codes.push((await office.apply(body)).body.code);
    expect(codes).toEqual(['nothing-named', 'hand-over-scope-wrong', 'hand-over-scope-wrong', 'hand-over-scope-wrong', 'record-category-unknown', 'hand-over-scope-wrong', 'record-unknown']);
    expect((await office.apply({ scope: 'living-files' })).body).toMatchObject({ status: 409, code: 'nothing-to-hand-over' });
    expect((await office.apply({}, office.head)).status).toBe(403);
  });

  it('is kept back by a hold, a loan, copies or an appraisal, each named, at every step', async () => {
    const record = await office.registered({ carrier: 'paper', attachmentIds: [], retention: 'D10', datedAt: '2011-03-05T02:00:00Z' });
    const kept = async () => (await office.apply(named([record.id]))).body;
    await office.act(record.id, 'hold', office.director, { reason: '诉讼' });
    expect(await kept()).toMatchObject({ code: 'records-held', detail: expect.stringContaining(record.archiveNumber) });
    await office.act(record.id, 'release-hold', office.director, { reason: '结案' });
    const loan = (await office.askLoan(record.id)).body;
    expect(await kept()).toMatchObject({ code: 'record-out', detail: expect.stringContaining(loan.number) });
    await office.loan(loan.id, 'withdraw', office.borrower);
    const appraisal = (await archives.ask('POST /api/appraisals', office.clerk, { siteId: office.siteId, recordIds: [record.id], appraiserIds: [office.head.personId, office.lead.personId] })).body;
    expect(await kept()).toMatchObject({ code: 'records-listed', detail: expect.stringContaining(record.archiveNumber) });
    await archives.ask(`POST /api/appraisals/${appraisal.id}/withdraw`, office.clerk, { reason: '移交' });
    const id = await office.applied(named([record.id]));
    // Nor is it appraised from now on.
    expect((await archives.ask('POST /api/appraisals', office.clerk, { siteId: office.siteId, recordIds: [record.id], appraiserIds: [office.head.personId, office.lead.personId] })).body.code).toBe('records-not-due');
    const copies = (await office.askCopy(record.id)).body;
    expect((await office.on(id, 'approve', office.director)).body).toMatchObject({ code: 'record-out', detail: expect.stringContaining(copies.number) });
    await office.copy(copies.id, 'withdraw', office.borrower);
    await office.does(office.on(id, 'approve', office.director));
    await office.act(record.id, 'hold', office.director, { reason: '诉讼' });
    expect((await office.on(id, 'seal', office.clerk)).body.code).toBe('records-held');
    await office.act(record.id, 'release-hold', office.director, { reason: '结案' });
    await office.does(office.on(id, 'seal', office.clerk));
    const late = (await office.askLoan(record.id)).body;
    expect((await signs(id, 'giver', office.clerk)).body).toMatchObject({ code: 'record-out', detail: expect.stringContaining(late.number) });
    await office.loan(late.id, 'withdraw', office.borrower);
    await office.act(record.id, 'correct', office.clerk, { title: '更正', reason: '错字' });
    expect((await signs(id, 'giver', office.clerk)).body).toMatchObject({ code: 'package-outdated', detail: expect.stringContaining(record.archiveNumber) });
  });
});

describe('who decides and signs (G1)', () => {
  it('approves another person than who applied, and whoever sees all of it', async () => {
    const secret = await office.held('密件', 900, { confidentiality: 'confidential' });
    const id = await office.applied(named([secret.id], { confidential: true }));
    expect((await office.on(id, 'approve', office.clerk2)).status).toBe(403);
    expect((await office.on(id, 'approve', office.company)).body).toMatchObject({ status: 409, code: 'records-unseen' });
    const standingIn = { ...office.head, deputyships: [{ kind: 'approvals' as const, forPersonId: office.director.personId, roles: office.director.roles }] };
    expect((await office.on(id, 'approve', standingIn)).status).toBe(200);
    const own = await office.apply(named([(await office.held('函')).id]), office.director);
    expect((await office.on(own.body.id, 'approve', office.director)).body).toMatchObject({ status: 403, code: 'approved-by-another' });
    expect((await office.on(own.body.id, 'refuse', office.company, { reason: '缺件' })).body).toMatchObject({ status: 'refused' });
    expect(await archives.rows('SELECT 1 FROM handing_over WHERE hand_over_id = $1', [own.body.id])).toEqual([]);
  });

  it('takes three people, none of whom receives or witnesses what they applied for or approved', async () => {
    const id = await office.approved(named([(await office.held('函')).id]));
    const names = (part: string, who: Principal) => office.on(id, 'name-party', office.clerk2, { part, personId: who.personId });
    expect((await names('witness', office.clerk)).body).toMatchObject({ code: 'party-has-hand' });
    expect((await names('receiver', office.director)).body).toMatchObject({ code: 'party-has-hand' });
    expect((await names('receiver', office.company)).status).toBe(200);
    expect((await names('receiver', office.company)).body).toMatchObject({ code: 'party-named' });
    expect((await names('witness', office.company)).body).toMatchObject({ code: 'party-has-hand' });
    expect((await names('witness', office.clerk2)).status).toBe(200);
    expect((await signs(id, 'giver', office.clerk)).body).toMatchObject({ code: 'hand-over-move-illegal', detail: expect.stringContaining('Allowed now') });
    expect((await archives.ask(`GET /api/hand-overs/${id}/package`, office.clerk)).body).toMatchObject({ status: 409, code: 'package-not-sealed' });
    expect((await archives.ask(`GET /api/hand-overs/${id}/receipt`, office.clerk)).body).toMatchObject({ status: 409, code: 'package-not-sealed' });
    await office.does(office.on(id, 'seal', office.clerk));
    expect((await signs(id, 'witness', office.lead)).status).toBe(404);
    expect((await signs(id, 'giver', office.company)).status).toBe(404);
    expect((await signs(id, 'giver', office.clerk2)).body).toMatchObject({ code: 'party-has-hand' });
    const twice = await Promise.all([signs(id, 'giver', office.clerk), signs(id, 'giver', office.clerk)]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await signs(id, 'giver', office.director)).body).toMatchObject({ code: 'part-signed' });
    await office.does(signs(id, 'witness', office.clerk2));
    expect(await office.one(id)).toMatchObject({ status: 'sealed' });
    expect(await office.does(signs(id, 'receiver', office.company))).toMatchObject({ status: 'handed-over' });
    expect((await office.one(id)).signatures.map(({ part, personId }: { part: string; personId: string }) => [part, personId])).toEqual([['giver', office.clerk.personId], ['witness', office.clerk2.personId], ['receiver', office.company.personId]]);
    expect((await office.on(id, 'withdraw', office.clerk, { reason: '-' })).body).toMatchObject({ code: 'hand-over-move-illegal', detail: expect.stringContaining('Allowed now: nothing.') });
  });

  it('receiver and witness may come from elsewhere, each by a link that signs once; one person from there is not both', async () => {
    const secret = await office.held('密件', 900, { confidentiality: 'confidential' });
    const open = await office.held('公开件');
    const id = await office.approved(named([secret.id, open.id], { confidential: true }));
    const said = { name: '李接收', body: 'company', sentBy: 'chat', phone: '13900000001', part: 'receiver' };
    const issues = (more: object = {}) => office.on(id, 'links', office.clerk, { ...said, ...more });
    expect((await issues()).body).toMatchObject({ code: 'hand-over-move-illegal' });
    await office.does(office.on(id, 'seal', office.clerk));
    phones.set(office.director.personId, '13900000009');
    expect((await issues({ phone: '139 0000 0009' })).body).toMatchObject({ status: 400, code: 'signer-address-wrong' });
    const receiver = (await issues()).body;
    expect((await issues({ part: 'witness' })).body).toMatchObject({ status: 400, code: 'signer-address-wrong' });
    const lost = (await issues({ part: 'witness', phone: '13900000002' })).body;
    await office.does(office.on(id, `links/${lost.id}/revoke`, office.clerk));
    expect((await office.on(id, `links/${lost.id}/revoke`, office.clerk)).body).toMatchObject({ code: 'hand-over-link-over' });
    expect((await office.on(id, `links/${newId()}/revoke`, office.clerk)).body).toMatchObject({ code: 'hand-over-link-unknown' });
    const witness = (await issues({ part: 'witness', name: '王监交', phone: '13900000002' })).body;
    const at = (link: { url: string }, verb: string) => `${verb === 'sign' ? 'POST' : 'GET'} ${new URL(link.url).pathname.replace(/page$/, verb)}`;
    const page = await archives.answer(at(receiver, 'page'), undefined);
    for (const shown of [open.archiveNumber, '公开件', '本单位 → 新物业公司', '前有效']) expect(page.text).toContain(shown);
    for (const hidden of ['密件', '李接收']) expect(page.text).not.toContain(hidden);
    expect((await archives.askAsNobody(`GET /api/hand-over-links/${'x'.repeat(43)}/page`)).status).toBe(404);
    // Signed in as who applied, somebody else's link signs nothing.
    expect((await archives.answer(at(receiver, 'sign'), office.clerk, {}, { accept: 'application/json' })).body).toMatchObject({ code: 'party-has-hand' });
    const clicks = await Promise.all([archives.answer(at(receiver, 'sign'), undefined), archives.answer(at(receiver, 'sign'), undefined)]);
    expect(clicks.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await archives.askAsNobody(at(lost, 'sign'), {}, { accept: 'application/json' })).body).toMatchObject({ code: 'hand-over-link-over' });
    expect((await archives.answer(at(witness, 'sign'), undefined)).status).toBe(200);
    await office.does(signs(id, 'giver', office.clerk));
    const done = await office.one(id);
    expect([done.status, done.links.map(({ part, status }: { part: string; status: string }) => `${part} ${status}`)]).toEqual(['handed-over', ['receiver used', 'witness revoked', 'witness used']]);
    expect((await archives.told(id)).filter((type) => type.includes('link') || type.includes('signed'))).toHaveLength(7);
  });
});

describe('the sealed package', () => {
  it('opens with a common tool, holds what the records hold by every hash, and is signed; each record notes that it was taken', async () => {
    const scan = await office.held('租赁合同/../甲', 2_500);
    const paper = await office.registered({ carrier: 'paper', attachmentIds: [], title: '<b>纸质</b>件' });
    const home = await office.home('501');
    const [upload, certificate] = [office.scan(Buffer.from('业主资料')), office.scan(Buffer.from('合格证'))];
    await archives.ask(`POST /api/living-files/${home}/file-paper`, office.clerk, { paper: 'other', title: '公约', attachmentIds: [upload] });
    await archives.ask(`POST /api/living-files/${await office.lift('DT-01')}/file-paper`, office.clerk, { paper: 'certificate', title: '合格证', attachmentIds: [certificate] });
    const id = await office.sealed();
    expect((await archives.ask(`GET /api/hand-overs/${id}/package`, office.head)).status).toBe(403);
    const answer = await archives.answer(`GET /api/hand-overs/${id}/package`, office.clerk);
    expect([answer.status, answer.headers['content-type'], answer.headers['content-length']]).toEqual([200, 'application/zip', undefined]);
    const files = await unzipped(answer.bytes);
    const { manifestHash, seal } = await office.one(id);
    const text = files.get('manifest.json')!;
    expect([sha256(text), files.get('manifest.sha256')!.toString()]).toEqual([manifestHash, `${manifestHash}  manifest.json\n`]);
    expect(verify(null, files.get('manifest.sha256')!, createPublicKey(files.get('public-key.pem')!), files.get('manifest.sha256.sig')!)).toBe(true);
    expect(Buffer.from(seal.signature, 'base64url')).toEqual(files.get('manifest.sha256.sig'));
    const manifest = JSON.parse(text.toString());
    const listed = [...manifest.aids, ...manifest.records.flatMap((record: { files: object[] }) => record.files), ...manifest.livingFiles.flatMap((file: { entries: Array<{ files: object[] }> }) => file.entries.flatMap((entry) => entry.files))];
    for (const { path, sha256: hash } of listed) expect([path, sha256(files.get(path)!)]).toEqual([path, hash]);
    const sealNames = ['manifest.json', 'manifest.sha256', 'manifest.sha256.sig', 'public-key.pem'];
    expect([...files.keys()].toSorted()).toEqual([...listed.map(({ path }) => path), ...sealNames].toSorted());
    expect(files.get('SHA256SUMS')!.toString().split('\n').filter(Boolean).map((line) => line.split('  ')[1])).toEqual(listed.slice(3).map(({ path }) => path));
    // Against the records themselves.
    for (const record of [scan, paper]) {
      const packed = manifest.records.find(({ archiveNumber }: { archiveNumber: string }) => archiveNumber === record.archiveNumber);
      expect(packed).toMatchObject({ title: record.title, proof: record.proof, retention: 'D30', confidentiality: 'internal' });
      const hashes = packed.files.map(({ sha256: hash }: { sha256: string }) => hash).toSorted();
      expect(sha256([record.archiveNumber, ...hashes].join('\n'))).toBe(record.proof);
    }
    const folders = [...files.keys()].filter((path) => path.startsWith('living-files/'));
    expect(folders.toSorted()).toEqual([expect.stringMatching(/^living-files\/device-DT-01\/1-1-/), expect.stringMatching(/^living-files\/home-501\/1-1-/)]);
    const index = files.get('index.html')!.toString();
    for (const shown of [scan.archiveNumber, '&lt;b&gt;纸质&lt;/b&gt;件', '3栋501', encodeURIComponent(scan.archiveNumber)]) expect(index).toContain(shown);
    expect(index).not.toMatch(/<script|https?:/);
    const readme = files.get('README.txt')!.toString();
    for (const said of ['sha256sum -c', 'openssl', 'shasum -a 256', 'certutil', 'Get-FileHash', 'openssl 3', '怎么核对', 'To check it', '新物业公司']) expect(readme).toContain(said);
    expect(readme).toMatch(/封装时间 \d{4}-\d\d-\d\d \d\d:\d\d\n/);
    const receipt = (await textOfPages((await archives.answer(`GET /api/hand-overs/${id}/receipt`, office.company)).bytes)).join('').replaceAll(/\s/g, '');
    for (const printed of [manifestHash, seal.signature, '未签']) expect(receipt).toContain(printed);
    const noted = await archives.rows<{ id: string; type: string }>(`SELECT object_id AS id, object_type AS type FROM audit WHERE operation = 'archives.downloadHandOver' ORDER BY object_type, object_id`);
    expect(noted.filter((row) => [scan.id, paper.id, home, id].includes(row.id)).map(({ type }) => type)).toEqual(['hand-over', 'living-file', 'record', 'record']);
  });

  it('breaks off rather than hand out other bytes than were archived, or a file that is known to be damaged', async () => {
    // No check finds them whole meanwhile, and answers the alarm.
    const unchecked = `WITH later AS (UPDATE content_check SET due_at = 'infinity', asked_at = NULL)`;
    const record = await office.held('函');
    const id = await office.sealed(named([record.id]));
    const [file] = await archives.rows<{ attachment_id: string; sha256: string }>('SELECT attachment_id, sha256 FROM record_file WHERE record_id = $1', [record.id]);
    office.bytes.set(file!.attachment_id, Buffer.alloc(2_500, 'x'));
    await expect(archives.answer(`GET /api/hand-overs/${id}/package`, office.clerk).then(({ bytes }) => unzipped(bytes))).rejects.toThrow(/destroyed before completion|central directory/);
    await archives.admin.query(`${unchecked} INSERT INTO file_alarm (id, site_id, record_id, position, sha256, found, recorded_at) VALUES (gen_random_uuid(), $1, $2, 1, $3, 'damaged', now())`, [office.siteId, record.id, file!.sha256]);
    expect((await archives.ask(`GET /api/hand-overs/${id}/package`, office.clerk)).body).toMatchObject({ status: 409, code: 'file-quarantined' });
    const other = await office.approved(named([(await office.held('函二')).id]));
    await archives.admin.query(`${unchecked} INSERT INTO file_alarm (id, site_id, record_id, position, sha256, found, recorded_at)
      SELECT gen_random_uuid(), $1, f.record_id, 1, f.sha256, 'missing', now() FROM record_file f JOIN hand_over_item i ON i.item_id = f.record_id WHERE i.hand_over_id = $2`, [office.siteId, other]);
    expect((await office.on(other, 'seal', office.clerk)).body).toMatchObject({ status: 409, code: 'file-quarantined' });
  });
});

describe('what is handed over', () => {
  it('keeps its description and proof, and is neither opened, lent, copied, changed, appraised, destroyed nor due any more', async () => {
    const record = await office.held('函', 900, { retention: 'D10', datedAt: '2011-03-05T02:00:00Z' });
    const onPaper = await office.registered({ attachmentIds: [], carrier: 'paper' });
    const labels = () => archives.answer(`GET /api/records/labels?siteId=${office.siteId}`, office.clerk);
    expect((await labels()).status).toBe(200);
    const home = await office.home('601');
    const filed = { paper: 'other', title: '公约', attachmentIds: [office.scan(Buffer.from('公约'))] };
    await office.does(archives.ask(`POST /api/living-files/${home}/file-paper`, office.clerk, filed));
    const due = async () => (await archives.ask(`GET /api/appraisals/due?siteId=${office.siteId}`, office.clerk)).body.items.map(({ recordId }: { recordId: string }) => recordId);
    expect(await due()).toEqual([record.id]);
    const id = await office.handedOver();
    // Nothing of it stands on a shelf here.
    expect([onPaper.shelf, (await labels()).body]).toMatchObject([null, { status: 404, code: 'record-unknown' }]);
    expect((await office.read(record.id)).body).toMatchObject({ title: record.title, proof: record.proof, handOverId: id, handedOverAt: expect.any(String), destroyedAt: null });
    expect((await archives.events(record.id)).at(-1)).toMatchObject({ type: 'archives.record-handed-over.v1', data: { handOverId: id, proof: record.proof } });
    const refused = [
      await archives.ask(`GET /api/records/${record.id}/file?position=1`, office.clerk),
      await office.askLoan(record.id),
      await office.askCopy(record.id),
      await office.act(record.id, 'correct', office.clerk, { title: '改', reason: '改' }),
      await office.act(record.id, 'hold', office.director, { reason: '诉讼' }),
      await office.act(record.id, 'move', office.clerk, { shelf: 'A1' }),
      await office.act(record.id, 'admit', office.director, { readerId: office.head.personId }),
    ];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(refused.map(() => [409, 'record-handed-over']));
    expect(await due()).toEqual([]);
    expect((await archives.ask('POST /api/appraisals', office.clerk, { siteId: office.siteId, recordIds: [record.id], appraiserIds: [office.head.personId, office.lead.personId] })).body.code).toBe('records-not-due');
    expect((await office.apply(named([record.id]))).body).toMatchObject({ code: 'items-being-handed-over' });
    expect((await office.apply()).body).toMatchObject({ code: 'nothing-to-hand-over' });
    await expect(archives.admin.query(`INSERT INTO record_destruction (record_id, destruction_id, happened_at) VALUES ($1, gen_random_uuid(), now())`, [record.id])).rejects.toThrow(/it is handed over/);
    for (const sql of ['DELETE FROM handed_over', 'UPDATE hand_over_package SET manifest = manifest', 'DELETE FROM hand_over_signature', 'UPDATE hand_over_item SET kind = kind', 'DELETE FROM hand_over'])
      await expect(archives.rows(sql)).rejects.toThrow(/permission denied/);

    const file = (await archives.ask(`GET /api/living-files/${home}`, office.clerk)).body;
    expect(file).toMatchObject({ handOverId: id, version: 2 });
    expect((await archives.ask(`POST /api/living-files/${home}/file-paper`, office.clerk, filed)).body).toMatchObject({ status: 409, code: 'living-file-handed-over' });
    expect((await archives.ask(`GET /api/living-files/${home}/file?item=1&position=1`, office.clerk)).body).toMatchObject({ status: 409, code: 'living-file-handed-over' });
    // What events bring still joins it, and is opened here: it is not in the package.
    const [repairId, number] = [newId(), 'R-20261128-10001'];
    const [{ subject }] = (await archives.rows<{ subject: string }>('SELECT subject_id AS subject FROM living_file WHERE id = $1', [home])) as [{ subject: string }];
    const job = { number, episode: 1, category: 'water-leak', repairClass: 'P2', dispatchMode: 'assign', skill: 'plumbing', location: { kind: 'home', id: subject }, description: '漏水', reporterId: null, preferredFrom: null, preferredTo: null } as const;
    await archives.hear(announced('tickets.repair-requested.v1', repairId, office.siteId, { ...job, channel: 'desk', urgent: false, seenAt: null, externalReference: null, attachmentIds: [] }));
    await archives.hear(announced('tickets.repair-resolved.v1', repairId, office.siteId, { number, episode: 1, workOrderId: null }, { aggregateversion: 2 }));
    expect((await archives.ask(`GET /api/living-files/${home}`, office.clerk)).body.items).toBe(2);
    expect((await archives.ask(`GET /api/living-files/${home}/file?item=2&position=1`, office.clerk)).body).toMatchObject({ status: 404, code: 'living-paper-unknown' });
    await archives.admin.query(
      `INSERT INTO living_file_entry (file_id, item, paper, title, files, filed_by, happened_at, recorded_at) SELECT file_id, 3, paper, title, files, filed_by, now(), now() FROM living_file_entry WHERE file_id = $1 AND item = 1`,
      [home],
    );
    expect((await archives.ask(`GET /api/living-files/${home}/file?item=3&position=1`, office.clerk)).status).toBe(200);
    expect((await archives.answer(`GET /api/hand-overs/${id}/package`, office.clerk)).status).toBe(200);
  });

  it('crosses a loan and a destruction in one order or the other, never in both ways', async () => {
    const record = await office.registered({ carrier: 'paper', attachmentIds: [] });
    const id = await office.sealed(named([record.id]));
    for (const [part, who] of [['giver', office.clerk], ['receiver', office.company]] as const) await office.does(signs(id, part, who));
    const [signed, lent] = await Promise.all([signs(id, 'witness', office.lead), office.askLoan(record.id)]);
    const [{ out, gone }] = (await archives.rows<{ out: boolean; gone: boolean }>('SELECT EXISTS (SELECT 1 FROM loan WHERE record_id = $1) AS out, EXISTS (SELECT 1 FROM handed_over WHERE item_id = $1) AS gone', [record.id])) as [{ out: boolean; gone: boolean }];
    expect([out, gone]).toEqual([lent.status === 201, signed.status === 200]);
    expect(out).not.toBe(gone);
  });
});
