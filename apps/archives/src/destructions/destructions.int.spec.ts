import { rmSync } from 'node:fs';
import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { PeopleContacts } from '@property-office/backbone';
import { Database } from '@property-office/persistence';
import { Shutdown, type PlatformConfiguration } from '@property-office/service-kit';
import { ArchivesUnderTest } from '../archives.fixture';
import { DestructionOffice } from './destruction-office.fixture';
import { chainFaults, entryOf } from './register/register-entry';
import { Register } from './register/register';
import { destructionRegisterPath, RegisterFile } from './register/register-file';
import { RegisterKeeper } from './register/register-keeper';

let archives: ArchivesUnderTest;
let office: DestructionOffice;
/** Directory is another service. */
const phones = new Map<string, string>();

beforeAll(async () => {
  archives = await ArchivesUnderTest.open();
  archives.part(PeopleContacts).phonesOf = (personIds) => Promise.resolve(new Map([...phones].filter(([id]) => personIds.includes(id))));
  archives.part(PeopleContacts).namesOf = () => Promise.resolve(() => '周文');
});
afterAll(() => archives?.close());
beforeEach(async () => void (office = await new DestructionOffice(archives).open()));

const idsOf = (...records: Array<{ id: string }>): string[] => records.map(({ id }) => id);
const dueIds = async (who = office.clerk): Promise<string[]> =>
  (await office.ask(`GET /api/appraisals/due?siteId=${office.siteId}`, who)).body.items.map(({ recordId }: { recordId: string }) => recordId);
const deputyOf = (who: Principal, of: Principal): Principal => ({ ...who, deputyships: [{ kind: 'approvals', forPersonId: of.personId, roles: of.roles }] });

describe('what is due, and what people think of it (W4.4)', () => {
  it('lists records whose retention is over, and neither those on hold nor confidential ones for others', async () => {
    const [old, held, secret] = [await office.due(), await office.due(), await office.due({ confidentiality: 'confidential' })];
    await office.due({ retention: 'D30' });
    await office.due({ retention: 'Y' });
    await office.registered({ retention: 'D10' });
    await office.act(held.id, 'hold', office.director, { reason: '诉讼' });
    expect(await dueIds()).toEqual([secret.id, old.id]);
    expect((await office.ask(`GET /api/appraisals/due?siteId=${office.siteId}`, office.head)).status).toBe(403);
    const refused = [await office.start([held.id]), await office.start([(await office.registered({ retention: 'D10' })).id])];
    for (const { body } of refused) expect(body).toMatchObject({ status: 409, code: 'records-not-due' });
    expect((await office.start([newId()])).body).toMatchObject({ status: 404, code: 'record-unknown' });
    expect((await office.start([])).body).toMatchObject({ status: 400, code: 'nothing-named' });
    expect((await office.start([old.id], { appraiserIds: [office.head.personId] })).body).toMatchObject({ status: 400, code: 'appraisers-too-few' });
    expect((await office.start([old.id], { appraiserIds: [office.head.personId, newId()] })).body).toMatchObject({ status: 400, code: 'staff-unknown', errors: [{ pointer: '/appraiserIds/1' }] });
    expect((await office.start([old.id], {}, office.head)).status).toBe(403);
    const twins = await Promise.all([office.start([old.id]), office.start([old.id])]);
    expect(twins.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await dueIds()).toEqual([secret.id]);
  });

  it('takes two people, each for themselves and with a reason; whom a record is hidden from does not judge it', async () => {
    const [plain, secret] = [await office.due(), await office.due({ confidentiality: 'confidential' })];
    const id = await office.started(idsOf(plain, secret));
    const says = async (who: Principal, body: object) => (await office.ask(`POST /api/appraisals/${id}/give-opinion`, who, { verdict: 'destroy', reason: '已无价值', ...body })).body;
    expect(await says(office.other, {})).toMatchObject({ status: 404 });
    // Who may read it but is not named does not judge.
    expect(await says(office.director, {})).toMatchObject({ status: 404 });
    expect(await says(office.head, { retention: 'D10' })).toMatchObject({ status: 400, code: 'term-missing' });
    expect(await says(office.head, { verdict: 'keep' })).toMatchObject({ code: 'term-missing' });
    expect(await says(office.head, { recordIds: [secret.id] })).toMatchObject({ status: 404, code: 'record-unknown' });
    expect(await says(office.head, {})).toMatchObject({ version: 2 });
    expect(await says(office.head, {})).toMatchObject({ status: 409, code: 'opinion-given' });
    const conclude = async () => (await office.ask(`POST /api/appraisals/${id}/conclude`, office.clerk)).body;
    expect(await conclude()).toMatchObject({ status: 409, code: 'opinions-missing', detail: expect.stringContaining(plain.archiveNumber) });
    const seen = (await office.ask(`GET /api/appraisals/${id}`, office.head)).body;
    expect(seen.records.map(({ recordId }: { recordId: string }) => recordId)).toEqual([plain.id]);
    for (const who of [office.head, office.lead]) await office.does(`/api/records/${secret.id}/admit`, office.director, { readerId: who.personId });
    expect(await says(deputyOf(office.lead, office.head), { verdict: 'keep', retention: 'D10' })).toMatchObject({ version: 3 });
    expect(await says(office.head, {})).toMatchObject({ version: 4 });
    expect(await conclude()).toMatchObject({ status: 'concluded' });
    const { records } = (await office.ask(`GET /api/appraisals/${id}`, office.clerk)).body;
    expect(records.map(({ outcome, opinions }: { outcome: string; opinions: object[] }) => [outcome, opinions.length])).toEqual([['keep', 2], ['keep', 2]]);
    expect((await office.ask(`POST /api/appraisals/${id}/conclude`, office.clerk)).body).toMatchObject({ code: 'appraisal-move-illegal', detail: expect.stringContaining('Allowed now: nothing.') });
  });

  it('keeps for the longest new term that anybody gives, and lists what all would destroy; a withdrawn one leaves them due', async () => {
    const [kept, gone] = [await office.due(), await office.due()];
    const id = await office.started(idsOf(kept, gone));
    const says = (who: Principal, recordId: string, body: object) => office.does(`/api/appraisals/${id}/give-opinion`, who, { recordIds: [recordId], reason: '理由', ...body });
    await says(office.head, kept.id, { verdict: 'keep', retention: 'D30' });
    await says(office.lead, kept.id, { verdict: 'destroy' });
    for (const who of [office.head, office.lead]) await says(who, gone.id, { verdict: 'destroy' });
    await office.does(`/api/appraisals/${id}/conclude`, office.clerk);
    const until = new Date().getFullYear() + 30;
    expect((await office.read(kept.id)).body).toMatchObject({ archiveNumber: kept.archiveNumber, retention: 'D10', keptUntilYear: until, destroyedAt: null });
    expect([await archives.told(kept.id), await dueIds()]).toEqual([['record-archived', 'record-kept'], []]);
    expect((await archives.events(id)).at(-1)).toMatchObject({ type: 'archives.appraisal-concluded.v1', data: { kept: [{ recordId: kept.id, keptUntilYear: until }], listed: [gone.id], startedBy: office.clerk.personId } });
    expect((await office.apply([kept.id])).body).toMatchObject({ status: 409, code: 'records-not-listed' });
    const again = await office.due();
    const withdrawn = await office.started([again.id]);
    await office.does(`/api/appraisals/${withdrawn}/withdraw`, office.clerk, { reason: '重新组织' });
    expect(await dueIds()).toEqual([again.id]);
    expect((await archives.events(withdrawn)).at(-1)!.data).toMatchObject({ startedBy: office.clerk.personId, appraiserIds: [office.head, office.lead].map(({ personId }) => personId).toSorted() });
  });
});

describe('the list, from its application to its certificate (W4.4)', () => {
  it('is approved by a director who did not apply, nor stands in for who did, and sees all of it', async () => {
    const [one, two] = [await office.due(), await office.due({ confidentiality: 'confidential' })];
    expect((await office.apply([one.id])).body).toMatchObject({ status: 409, code: 'records-not-listed' });
    const own = await office.applied([one.id], office.director);
    const approve = async (id: string, who: Principal) => (await office.onList(id, 'approve', who)).body;
    expect(await approve(own, office.clerk)).toMatchObject({ status: 403 });
    for (const who of [office.director, deputyOf(office.person('clerk'), office.director)]) expect(await approve(own, who)).toMatchObject({ status: 403, code: 'approved-by-another' });
    expect((await office.onList(own, 'refuse', office.director, { reason: '不' })).body).toMatchObject({ code: 'approved-by-another' });
    expect(await approve(own, office.company)).toMatchObject({ status: 'approved', approvedBy: office.company.personId });
    for (const who of [office.head, office.lead]) await office.does(`/api/records/${two.id}/admit`, office.director, { readerId: who.personId });
    const other = await office.applied([two.id]);
    expect(await approve(other, office.company)).toMatchObject({ status: 409, code: 'records-unseen' });
    expect(await approve(other, office.director)).toMatchObject({ status: 'approved' });
    // Whoever applied as the director's deputy applied for them.
    const lent = await office.due();
    const applied = await office.applied([lent.id], deputyOf(office.technician, office.director));
    expect(await approve(applied, office.director)).toMatchObject({ status: 403, code: 'approved-by-another' });
    await expect(archives.admin.query('UPDATE destruction SET approved_by = applied_by WHERE id = $1', [other])).rejects.toThrow(/destruction_approved_by_another/);
  });

  it('is witnessed by two, in person, who neither applied nor approved; whoever watches does not carry it out', async () => {
    const record = await office.due();
    const id = await office.applied([record.id]);
    const names = async (who: Principal) => (await office.onList(id, 'name-witness', office.clerk, { witnessId: who.personId })).body;
    const signs = async (who: Principal) => (await office.onList(id, 'witness', who)).body;
    expect(await names(office.clerk)).toMatchObject({ status: 409, code: 'witness-has-hand' });
    expect(await names({ ...office.clerk, personId: newId() })).toMatchObject({ status: 400, code: 'staff-unknown', errors: [{ pointer: '/witnessId' }] });
    // Named before it was the director who approved it.
    expect(await names(office.director)).toMatchObject({ status: 'applied' });
    await office.does(`/api/destructions/${id}/approve`, office.director);
    for (const who of [office.director, office.other]) expect(await names(who)).toMatchObject(who === office.other ? { status: 'approved' } : { code: 'witness-has-hand' });
    expect(await names(office.other)).toMatchObject({ code: 'witness-named' });
    expect(await names(office.technician)).toMatchObject({ status: 400, code: 'staff-unknown' });
    expect(await signs(office.director)).toMatchObject({ status: 409, code: 'witness-has-hand' });
    expect(await signs(office.head)).toMatchObject({ status: 404 });
    // In person, whomever they may stand in for otherwise.
    expect(await signs(deputyOf(office.other, office.director))).toMatchObject({ status: 'approved' });
    expect(await signs(office.other)).toMatchObject({ status: 409, code: 'witness-signed' });
    expect((await office.onList(id, 'carry-out', office.clerk)).body).toMatchObject({ status: 409, code: 'destruction-move-illegal', detail: expect.stringContaining('sign as a witness') });
    await names(office.lead);
    expect(await signs(office.lead)).toMatchObject({ status: 'witnessed' });
    const watching = { ...office.lead, roles: [...office.lead.roles, ...office.clerk.roles] };
    expect((await office.onList(id, 'carry-out', watching)).body).toMatchObject({ status: 403, code: 'executor-witnessed' });
    expect((await office.onList(id, 'carry-out', office.clerk)).body).toMatchObject({ status: 'carried-out', registerNumber: expect.any(Number) });
    await archives.hear(office.wiped(record.id));
    expect(await office.stands(id)).toBe('certified');
    expect(await archives.told(id)).toEqual(['destruction-applied', 'witness-named', 'destruction-approved', 'witness-named', 'destruction-witnessed', 'witness-named', 'destruction-witnessed', 'destruction-carried-out', 'destruction-certified']);
  });

  it('may have one witness from elsewhere, by a single-use link on a page without sign-in', async () => {
    const [record, secret] = [await office.due({ title: '<b>旧合同</b>' }), await office.due({ title: '处分材料', confidentiality: 'confidential' })];
    for (const who of [office.head, office.lead]) await office.does(`/api/records/${secret.id}/admit`, office.director, { readerId: who.personId });
    const id = await office.approved(idsOf(record, secret));
    phones.set(office.director.personId, '13800138000').set(office.head.personId, '13800138001');
    const issue = async (phone: string, more: object = {}) => (await office.onList(id, 'witness-links', office.clerk, { name: '王建国', body: 'owners-committee', sentBy: 'chat', phone, ...more })).body;
    await office.does(`/api/destructions/${id}/name-witness`, office.clerk, { witnessId: office.head.personId });
    for (const taken of ['13800138000', '138 0013 8001']) expect(await issue(taken)).toMatchObject({ status: 400, code: 'witness-address-wrong' });
    jest.spyOn(archives.part(PeopleContacts), 'phonesOf').mockImplementationOnce(async () => {
      await office.does(`/api/destructions/${id}/name-witness`, office.clerk, { witnessId: office.lead.personId });
      return new Map();
    });
    // Of whoever was named meanwhile the telephone was not compared.
    expect(await issue('13900139000')).toMatchObject({ status: 409, code: 'hands-new' });
    const [lost, link, spare] = [await issue('13900139000'), await issue('13900139000'), await issue('13900139001')];
    const pathOf = ({ url }: { url: string }) => new URL(url).pathname.replace(/\/page$/, '');
    const look = async (of: { url: string }) => archives.answer(`GET ${pathOf(of)}/page`, undefined);
    const sign = (of: { url: string }, who?: Principal, accept = 'text/html') => archives.answer(`POST ${pathOf(of)}/sign`, who, '', { 'content-type': 'application/x-www-form-urlencoded', accept });
    await office.does(`/api/destructions/${id}/witness-links/${lost.id}/revoke`, office.clerk);
    expect((await office.onList(id, `witness-links/${lost.id}/revoke`, office.clerk)).body).toMatchObject({ code: 'witness-link-over' });
    expect((await office.onList(id, `witness-links/${newId()}/revoke`, office.clerk)).body).toMatchObject({ code: 'witness-link-unknown' });
    expect((await look(lost)).status).toBe(409);
    for (let times = 0; times < 2; times += 1) expect((await look(link)).status).toBe(200);
    const { text } = await look(link);
    for (const shown of [record.archiveNumber, '&lt;b&gt;旧合同', secret.archiveNumber, '保密']) expect(text).toContain(shown);
    for (const hidden of ['处分材料', '王建国', office.clerk.personId]) expect(text).not.toContain(hidden);
    for (const who of [office.clerk, office.director, office.head, deputyOf(office.other, office.director)]) expect((await sign(link, who)).status).toBe(409);
    expect((await archives.answer('GET /api/witness-links/guess/page', undefined)).status).toBe(404);
    const both = await Promise.all([sign(link), sign(link)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await sign(link, undefined, 'application/json')).body).toMatchObject({ code: 'witness-link-over' });
    expect((await look(spare)).text).toContain('已不需要您签字');
    expect(await issue('13900139002')).toMatchObject({ status: 409, code: 'outside-witnessed' });
    await office.does(`/api/destructions/${id}/witness`, office.head);
    const { status, signatures, witnessLinks } = (await office.ask(`GET /api/destructions/${id}`, office.clerk)).body;
    expect([status, signatures.map(({ personId, linkId }: { personId: string; linkId: string }) => personId ?? linkId)]).toEqual(['witnessed', [link.id, office.head.personId]]);
    expect(witnessLinks.map((each: { status: string; name: string }) => [each.status, each.name])).toEqual([['revoked', '王建国'], ['used', '王建国'], ['void', '王建国']]);
  });

  it('destroys what records held and keeps description, list and proof; the register stands in the database and outside', async () => {
    const sha256 = 'ab'.repeat(32);
    const [digital, paper] = [await office.due({ attachmentIds: [office.file(sha256)] }), await office.due({ attachmentIds: [], carrier: 'paper' })];
    const id = await office.witnessed(idsOf(digital, paper));
    expect((await office.onList(id, 'carry-out', office.clerk)).body).toMatchObject({ status: 400, code: 'method-missing' });
    const certificate = (who: Principal) => archives.answer(`GET /api/destructions/${id}/certificate`, who);
    expect((await certificate(office.clerk)).body).toMatchObject({ status: 409, code: 'not-carried-out' });
    await office.does(`/api/destructions/${id}/carry-out`, office.clerk, { method: '粉碎' });
    const unfinished = (left: number) => ({ status: 409, code: 'wiping-unfinished', detail: expect.stringContaining(`Of ${left} records`) });
    expect((await certificate(office.clerk)).body).toMatchObject(unfinished(2));
    const { body: after } = await office.read(digital.id);
    expect(after).toMatchObject({ archiveNumber: digital.archiveNumber, title: digital.title, proof: digital.proof, files: [], sheets: [{ kind: 'card' }], destructionId: id, destroyedAt: expect.any(String) });
    expect(await archives.rows('SELECT kind, sha256 FROM destroyed_part WHERE record_id = $1', [digital.id])).toEqual([{ kind: 'file', sha256 }]);
    for (const table of ['record_file', 'held_text']) expect(await archives.rows(`SELECT 1 FROM ${table} WHERE record_id = $1`, [digital.id])).toEqual([]);
    for (const [verb, body] of [['correct', { title: '新', reason: '错' }], ['move', { shelf: 'A' }], ['hold', { reason: '诉讼' }]] as const)
      expect((await office.act(digital.id, verb, office.director, body)).body).toMatchObject({ status: 409, code: 'record-destroyed' });
    expect((await archives.events(digital.id)).at(-1)).toMatchObject({ type: 'archives.record-destroyed.v1', data: { destructionId: id, proof: digital.proof, attachmentIds: [expect.any(String)] } });
    await archives.part(RegisterKeeper).written();
    const lines = new RegisterFile(destructionRegisterPath({ dataDir: archives.dataDir })).read();
    expect(chainFaults(lines)).toEqual([]);
    expect(entryOf(lines.at(-1)!)).toMatchObject({ destructionId: id, method: '粉碎', applied: { by: office.clerk.personId }, approved: { by: office.director.personId }, witnesses: [{ personId: office.head.personId }, { personId: office.lead.personId }], records: expect.arrayContaining([expect.objectContaining({ archiveNumber: paper.archiveNumber, proof: paper.proof })]) });
    expect(await archives.rows('SELECT hash FROM destruction_register ORDER BY n')).toEqual(lines.map(({ hash }) => ({ hash })));
    // As after a process that died between the commit and the file: the next one writes what is missing, once, also where two start on one folder.
    rmSync(destructionRegisterPath({ dataDir: archives.dataDir }));
    const keepers = [1, 2].map(() => new RegisterKeeper({ dataDir: archives.dataDir } as PlatformConfiguration, archives.part(Database), archives.part(Register), archives.part(Shutdown)));
    for (const keeper of keepers) keeper.wake();
    for (const keeper of keepers) await keeper.written();
    expect(new RegisterFile(destructionRegisterPath({ dataDir: archives.dataDir })).read()).toEqual(lines);
    const held = { type: 'incoming-document', id: newId() };
    await archives.hear(office.wiped(paper.id, { wiped: [] }));
    expect(await office.stands(id)).toBe('carried-out');
    expect((await certificate(office.clerk)).body).toMatchObject(unfinished(1));
    await archives.hear(office.wiped(digital.id, { wiped: [], kept: [{ sha256, heldBy: [held] }] }));
    // Also for who watched; to others the list does not exist.
    for (const who of [office.clerk, office.lead]) expect((await certificate(who)).text).toMatch(/^%PDF-/);
    expect((await certificate(office.other)).status).toBe(404);
    const { status, wipes, registerHash } = (await office.ask(`GET /api/destructions/${id}`, office.clerk)).body;
    expect([status, registerHash]).toEqual(['certified', lines.at(-1)!.hash]);
    expect(wipes).toEqual(expect.arrayContaining([{ recordId: digital.id, wiped: [], kept: [{ sha256, heldBy: [held] }] }]));
    const { items } = (await office.ask(`GET /api/destructions/register?siteId=${office.siteId}`, office.company)).body;
    expect(items).toMatchObject([{ destructionId: id, hash: registerHash, records: expect.any(Array) }]);
    expect(await dueIds()).toEqual([]);
  });

  it('stops at a legal hold at every step, also one set after the approval; withdrawn, its records may be applied for anew', async () => {
    const [one, two] = [await office.due(), await office.due()];
    const held = { status: 409, code: 'records-held', detail: expect.stringContaining(one.archiveNumber) };
    const hold = () => office.does(`/api/records/${one.id}/hold`, office.director, { reason: '诉讼' });
    const release = () => office.does(`/api/records/${one.id}/release-hold`, office.director, { reason: '结案' });
    const appraisal = await office.started(idsOf(one, two));
    await hold();
    expect((await office.ask(`POST /api/appraisals/${appraisal}/give-opinion`, office.head, { verdict: 'destroy', reason: '无' })).body).toMatchObject(held);
    await release();
    for (const who of [office.head, office.lead]) await office.does(`/api/appraisals/${appraisal}/give-opinion`, who, { verdict: 'destroy', reason: '无' });
    await hold();
    expect((await office.ask(`POST /api/appraisals/${appraisal}/conclude`, office.clerk)).body).toMatchObject(held);
    await release();
    await office.does(`/api/appraisals/${appraisal}/conclude`, office.clerk);
    await hold();
    expect((await office.apply(idsOf(one, two))).body).toMatchObject(held);
    await release();
    const { id } = await office.does('/api/destructions', office.clerk, { siteId: office.siteId, recordIds: idsOf(one, two), reason: '期满' });
    await hold();
    expect((await office.onList(id, 'approve', office.director)).body).toMatchObject(held);
    await release();
    await office.does(`/api/destructions/${id}/approve`, office.director);
    for (const who of [office.head, office.lead]) await office.does(`/api/destructions/${id}/name-witness`, office.clerk, { witnessId: who.personId });
    await office.does(`/api/destructions/${id}/witness`, office.head);
    await hold();
    expect((await office.onList(id, 'witness', office.lead)).body).toMatchObject(held);
    await release();
    await office.does(`/api/destructions/${id}/witness`, office.lead);
    await hold();
    expect((await office.onList(id, 'carry-out', office.clerk)).body).toMatchObject(held);
    await expect(archives.rows('SELECT destroy_listed($1, platform.now())', [id])).rejects.toThrow(/on hold/);
    await office.does(`/api/destructions/${id}/withdraw`, office.clerk, { reason: '冻结' });
    const hands = { appliedBy: office.clerk.personId, appliedFor: null, approvedBy: office.director.personId, witnessIds: [office.head.personId, office.lead.personId] };
    expect((await archives.events(id)).at(-1)!.data).toMatchObject(hands);
    expect((await office.apply([two.id])).status).toBe(201);
    expect(await dueIds()).toEqual([]);
  });

  it('is carried out once, and a hold that comes at the same moment either stops it or comes too late', async () => {
    const [one, two] = [await office.due(), await office.due()];
    const [twice, held] = [await office.witnessed([one.id]), await office.witnessed([two.id])];
    const both = await Promise.all([1, 2].map(() => office.onList(twice, 'carry-out', office.clerk)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [holding, carrying] = await Promise.all([office.act(two.id, 'hold', office.director, { reason: '诉讼' }), office.onList(held, 'carry-out', office.clerk)]);
    expect([holding.body.code ?? 'held', carrying.body.code ?? carrying.body.status]).toEqual(holding.status === 200 ? ['held', 'records-held'] : ['record-destroyed', 'carried-out']);
    const [after] = await archives.rows<{ held: boolean; destroyed: boolean }>('SELECT held, EXISTS (SELECT 1 FROM record_destruction WHERE record_id = s.id) AS destroyed FROM record_state s WHERE id = $1', [two.id]);
    expect(after!.held).toBe(!after!.destroyed);
  });

  it('waits for loans and copies that are not over, and what is destroyed is not lent any more', async () => {
    const record = await office.registered({ retention: 'D10', datedAt: '2011-03-05T02:00:00Z', attachmentIds: [], carrier: 'paper' });
    const dueAt = new Date((await archives.now()).getTime() + 86_400_000).toISOString();
    const lend = (form = 'paper') => office.ask('POST /api/loans', office.other, { recordId: record.id, form, purpose: '核对', dueAt });
    const id = await office.witnessed([record.id]);
    const { body: loan } = await lend();
    expect((await office.onList(id, 'carry-out', office.clerk)).body).toMatchObject({ status: 409, code: 'record-out', detail: expect.stringContaining(loan.number) });
    await office.does(`/api/loans/${loan.id}/withdraw`, office.other);
    await office.does(`/api/destructions/${id}/carry-out`, office.clerk, { method: '碎纸' });
    expect((await lend()).body).toMatchObject({ status: 409, code: 'record-destroyed' });
  });

  it('is refused with a reason, and its records are due as before', async () => {
    const record = await office.due();
    const id = await office.applied([record.id]);
    expect((await office.onList(id, 'refuse', office.director, { reason: '仍有价值' })).body).toMatchObject({ status: 'refused', remarks: '仍有价值' });
    expect(await dueIds()).toEqual([record.id]);
    expect((await office.onList(id, 'withdraw', office.clerk, { reason: '算了' })).body).toMatchObject({ status: 409, code: 'destruction-move-illegal' });
  });
});
