import { grantAccess } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, type Told } from '@property-office/service-testing';
import { textOfPages } from '@property-office/testing';
import { ArchivesUnderTest } from './archives.fixture';
import { LendingOffice, pdfBomb } from './lending.fixture';
import { largestMarked } from './domain/markable';
import { assertNothingOut, openLendings } from './persistence/ways-out';

let archives: ArchivesUnderTest;
let office: LendingOffice;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());
beforeEach(async () => void (office = await LendingOffice.open(archives)));

const read = (id: string, who: Principal = office.clerk): Promise<Told> => archives.ask(`GET /api/loans/${id}`, who);
const list = async (query: string, who: Principal): Promise<string[]> => (await archives.ask(`GET /api/loans?siteId=${office.siteId}&${query}`, who)).body.items.map(({ id }: { id: string }) => id);
const logOf = (recordId: string) => archives.rows<{ operation: string }>(`SELECT operation FROM audit WHERE object_id = $1 AND operation LIKE '%Loan%' ORDER BY at, id`, [recordId]);
const whole = { pagesComplete: true, unaltered: true };
const closed = (who: Principal) => archives.hear(announced('directory.account-closed.v1', newId(), office.siteId, { accountId: newId(), personId: who.personId }));

describe('asking for a record (W4.3)', () => {
  it('is for who may know of it, of what can be lent in that form, and for a time', async () => {
    const paper = await office.record();
    expect((await office.askLoan(paper)).body).toMatchObject({ status: 'asked', form: 'paper', important: false, allowed: ['approve', 'refuse', 'withdraw'], borrowerId: office.borrower.personId });
    for (const recordId of [newId(), await office.record('paper', { confidentiality: 'confidential' })])
      expect((await office.askLoan(recordId)).body).toMatchObject({ status: 400, code: 'loan-record-unknown', errors: [{ pointer: '/recordId' }] });
    expect((await office.askLoan(paper, { form: 'digital' })).body).toMatchObject({ status: 400, code: 'nothing-to-lend' });
    expect((await office.askLoan(await office.record('digital'))).body).toMatchObject({ status: 400, code: 'nothing-to-lend' });
    for (const [form, days] of [['paper', -1], ['paper', 31], ['digital', 15]] as const)
      expect((await office.askLoan(form === 'paper' ? paper : await office.record('digital'), { form, dueAt: await office.inDays(days) })).body).toMatchObject({ code: 'loan-date-wrong' });
    expect((await office.askLoan(paper, {}, office.person('resident'))).status).toBe(403);
  });

  it('is refused at once where nothing of it can be marked: other kinds than PDF and pictures, or more than 25 MiB', async () => {
    const asked = async (attachmentId: string, more: object = {}) => office.askLoan((await office.registered({ attachmentIds: [attachmentId], ...more })).id, { form: 'digital' });
    const [docx, atLimit, larger] = [office.file(), office.file(), office.file()];
    office.mediaTypes.set(docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    office.sizes.set(atLimit, largestMarked).set(larger, largestMarked + 1);
    for (const id of [docx, larger])
      expect((await asked(id)).body).toMatchObject({ status: 400, code: 'nothing-to-lend', errors: [{ pointer: '/form', message: expect.stringContaining('25 MiB') }] });
    expect((await asked(atLimit)).status).toBe(201);
    // The paper of the same record is lent.
    const both = (await office.registered({ attachmentIds: [larger], carrier: 'both', duplicateReason: '另存' })).id;
    expect([(await office.askLoan(both, { form: 'digital' })).status, (await office.askLoan(both)).status]).toEqual([400, 201]);
  });

  it('is seen by its borrower and who keeps the records alone; of what somebody may no longer know, not even that', async () => {
    const recordId = await office.record('paper', { confidentiality: 'confidential' });
    await office.act(recordId, 'admit', office.director, { readerId: office.head.personId });
    const { id } = (await office.askLoan(recordId)).body;
    for (const who of [office.head, office.clerk, office.director]) expect([(await read(id, who)).status, await list('', who)]).toEqual([200, [id]]);
    for (const who of [office.technician, office.company]) expect((await read(id, who)).status).toBe(404);
    await office.act(recordId, 'end-admission', office.director, { readerId: office.head.personId });
    expect([(await read(id, office.head)).status, await list('', office.head), (await office.loan(id, 'withdraw', office.head)).status]).toEqual([404, [], 404]);
  });
});

describe('deciding (W4.3)', () => {
  it('is another person’s, by person and by whom they stand in for', async () => {
    const id = await office.asked('paper', office.clerk);
    expect((await office.loan(id, 'approve', office.clerk)).body).toMatchObject({ status: 403, code: 'own-loan' });
    const also: Principal = { ...office.clerk, roles: [...office.clerk.roles, { role: 'director', siteId: office.siteId }] };
    const deputy: Principal = { ...office.person('technician'), deputyships: [{ kind: 'approvals', forPersonId: office.clerk.personId, roles: office.clerk.roles }] };
    for (const who of [also, deputy]) for (const verb of ['approve', 'refuse']) expect((await office.loan(id, verb, who, verb === 'refuse' ? { reason: '-' } : {})).body).toMatchObject({ code: 'own-loan' });
    expect((await office.loan(id, 'approve', office.borrower)).status).toBe(403);
    expect([await list('toDecide=true', office.clerk), await list('toDecide=true', office.clerk2)]).toEqual([[], [id]]);
    expect((await office.loan(id, 'approve', office.clerk2)).body).toMatchObject({ status: 'approved', decidedBy: office.clerk2.personId, version: 2 });
    expect((await office.loan(id, 'approve', office.clerk2)).body).toMatchObject({ status: 409, code: 'loan-move-illegal', detail: expect.stringContaining('Allowed now: withdraw, hand over.') });
    expect((await office.loan(id, 'withdraw', office.clerk, {}, { 'if-match': '"1"' })).status).toBe(412);
    expect((await office.loan(id, 'withdraw', office.clerk2)).status).toBe(404);
    expect((await office.loan(id, 'withdraw', office.clerk)).body).toMatchObject({ status: 'withdrawn', allowed: [] });
  });

  it('is the director’s of what is confidential, kept for ever or on hold, also since it was asked for', async () => {
    const ids = [await office.asked('paper', office.borrower, { retention: 'Y' }), await office.asked('paper', office.clerk, { confidentiality: 'confidential' })];
    const later = await office.asked();
    await office.act((await read(later)).body.recordId, 'hold', office.director, { reason: '诉讼' });
    expect(await list('toDecide=true', office.clerk2)).toEqual([later]);
    for (const id of [...ids, later]) expect((await office.loan(id, 'approve', office.clerk2)).body).toMatchObject({ status: 403, code: 'decided-by-director' });
    expect(await list('toDecide=true', office.director)).toEqual([later, ids[1], ids[0]]);
    const deputy: Principal = { ...office.clerk2, deputyships: [{ kind: 'approvals', forPersonId: office.director.personId, roles: office.director.roles }] };
    expect((await office.loan(ids[0]!, 'approve', deputy)).body).toMatchObject({ status: 'approved' });
    expect((await office.loan(ids[1]!, 'refuse', office.director, { reason: '用复印件即可' })).body).toMatchObject({ status: 'refused', refusedReason: '用复印件即可' });
    expect((await office.loan(later, 'approve', office.director)).body).toMatchObject({ status: 'approved', important: true });
  });

  it('comes too late when the date is over', async () => {
    const [asked, paper, digital] = [await office.asked(), await office.asked(), await office.asked('digital')];
    for (const id of [paper, digital]) await office.does(office.loan(id, 'approve', office.director));
    await archives.moveClock('11 days');
    const past = (allowed: string) => ({ status: 409, code: 'loan-date-past', detail: expect.stringContaining(`Allowed now: ${allowed}.`) });
    expect((await office.loan(asked, 'approve', office.director)).body).toMatchObject(past('refuse, withdraw'));
    expect((await office.loan(paper, 'hand-over', office.director)).body).toMatchObject(past('withdraw'));
    expect((await office.loan(digital, 'open', office.borrower)).body).toMatchObject(past('withdraw'));
    await archives.moveClock('-11 days');
  });
});

describe('a paper on loan (W4.3)', () => {
  it('has one holder, and is lent again when it is back', async () => {
    const recordId = await office.record();
    const ids = await Promise.all([office.borrower, office.clerk, office.technician].slice(0, 2).map(async (who) => (await office.askLoan(recordId, {}, who)).body.id as string));
    for (const id of ids) await office.does(office.loan(id, 'approve', office.director));
    const both = await Promise.all(ids.map((id) => office.loan(id, 'hand-over', office.clerk2)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const out = ids[both.findIndex(({ status }) => status === 200)]!;
    const refused = both.find(({ status }) => status === 409)!.body;
    expect(refused).toMatchObject({ code: 'paper-out', detail: expect.stringContaining((await read(out)).body.number) });
    await office.does(office.loan(out, 'bring-back', office.director, whole));
    const other = ids.find((id) => id !== out)!;
    expect((await office.loan(other, 'hand-over', office.clerk2)).body).toMatchObject({ status: 'handed-over' });
    expect((await logOf(recordId)).map(({ operation }) => operation)).toEqual(['archives.handOverLoan', 'archives.bringBackLoan', 'archives.handOverLoan']);
  });

  it('is brought back by its borrower and inspected by another; what is found stays on the record', async () => {
    const id = await office.lentOut();
    const { recordId, number } = (await read(id)).body;
    const back = (body: object, who = office.clerk) => office.loan(id, 'bring-back', who, { ...whole, ...body });
    expect((await back({ broughtBackBy: office.technician.personId })).body).toMatchObject({ status: 409, code: 'onward-lending' });
    for (const missing of [{ pagesComplete: false }, { unaltered: false }]) expect((await back(missing)).body).toMatchObject({ status: 400, code: 'finding-missing' });
    expect((await back({ broughtBackBy: office.borrower.personId, pagesComplete: false, finding: '缺第 3 页' })).body).toMatchObject({ status: 'returned', finding: '缺第 3 页', pagesComplete: false });
    const { remarks } = (await archives.ask(`GET /api/records/${recordId}/history`, office.clerk)).body;
    expect(remarks).toMatchObject([{ remark: '缺第 3 页', loanNumber: number, by: office.clerk.personId }]);
    expect((await archives.events(id)).at(-1)).toMatchObject({ type: 'archives.loan-returned.v1', data: { whole: false } });
    const own = await office.asked('paper', office.clerk);
    for (const verb of ['approve', 'hand-over']) await office.does(office.loan(own, verb, office.clerk2));
    expect((await office.loan(own, 'bring-back', office.clerk, whole)).body).toMatchObject({ code: 'own-loan' });
  });

  it('is extended once, by who decides', async () => {
    const id = await office.lentOut();
    const extend = async (days: number, who = office.clerk) => office.loan(id, 'extend', who, { dueAt: await office.inDays(days) });
    for (const days of [5, 41]) expect((await extend(days)).body).toMatchObject({ status: 400, code: 'loan-date-wrong' });
    expect((await extend(20)).body).toMatchObject({ extended: true, status: 'handed-over', allowed: ['recall', 'bring-back'] });
    expect((await extend(25)).body).toMatchObject({ status: 409, code: 'extended-already', detail: expect.stringContaining('Allowed now: recall') });
  });

  it.each([9.2, 13])('is extended on day %s of ten, when somebody was told already', async (days) => {
    const id = await office.lentOut();
    const [reached, later] = [await office.inDays(days), await office.inDays(days + 9)];
    await archives.until(new Date(reached));
    expect((await office.loan(id, 'extend', office.clerk, { dueAt: later })).body).toMatchObject({ extended: true, dueAt: later });
  });

  it('is reminded of before its date and on it, then it escalates; a recall brings the date forward', async () => {
    const id = await office.lentOut();
    const levels = async () => (await archives.events(id)).filter(({ type }) => type === 'archives.loan-escalated.v1').map(({ data }) => [data.promise, data.level, (data.told as Array<{ personId: string }>).map(({ personId }) => personId).sort()]);
    await archives.until(new Date(await office.inDays(9.5)));
    expect(await levels()).toEqual([['bring-back-soon', 'responsible', [office.borrower.personId]]]);
    await archives.until(new Date(await office.inDays(8)));
    expect(await levels()).toEqual([
      ['bring-back-soon', 'responsible', [office.borrower.personId]],
      ['bring-back', 'responsible', [office.borrower.personId]],
      ['bring-back', 'lead', [office.clerk.personId, office.clerk2.personId].sort()],
      ['bring-back', 'director', [office.director.personId]],
      ['bring-back', 'company', [office.company.personId]],
    ]);
    expect(await list('overdue=true', office.clerk)).toEqual([id]);
    const soon = await office.lentOut();
    const before = (await read(soon)).body.dueAt;
    const recalled = (await office.loan(soon, 'recall', office.clerk, { reason: '审计' })).body;
    expect(recalled).toMatchObject({ status: 'recalled', recalledReason: '审计', allowed: ['bring-back'] });
    expect(Date.parse(recalled.dueAt)).toBeLessThan(Date.parse(before));
    expect((await read(soon)).body.promises).toMatchObject([{ promise: 'bring-back', dueAt: recalled.dueAt }]);
    await office.does(office.loan(soon, 'bring-back', office.clerk, whole));
    expect(await archives.rows(`SELECT 1 FROM deadline WHERE aggregate_id = $1 AND state = 'running'`, [soon])).toEqual([]);
  });
});

describe('a digital loan (W4.3)', () => {
  const open = async (more: object = {}): Promise<string> => {
    const id = await office.asked('digital', office.borrower, more);
    await office.does(office.loan(id, 'approve', office.clerk));
    await office.does(office.loan(id, 'open', office.borrower));
    return id;
  };
  const look = (id: string, who: Principal, position = 1) => archives.answer(`GET /api/loans/${id}/file?position=${position}`, who);

  it('is looked at by its borrower alone, with their name and the time on every page, each time in the access log', async () => {
    const id = await office.asked('digital');
    expect((await look(id, office.borrower)).body).toMatchObject({ status: 409, code: 'loan-not-open' });
    await office.does(office.loan(id, 'approve', office.clerk));
    expect((await office.loan(id, 'hand-over', office.clerk)).body).toMatchObject({ code: 'loan-move-illegal' });
    expect((await office.loan(id, 'open', office.clerk)).status).toBe(404);
    await office.does(office.loan(id, 'open', office.borrower));
    const { headers, bytes } = await look(id, office.borrower);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'application/pdf' });
    const { number, recordId, files } = (await read(id, office.borrower)).body;
    expect(files).toMatchObject([{ position: 1, markable: true }]);
    for (const page of await textOfPages(bytes)) expect(page).toMatch(new RegExp(`检查结果.*测试 借阅 \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} ${number}`));
    expect((await look(id, office.clerk)).status).toBe(404);
    expect((await look(id, office.borrower, 2)).body).toMatchObject({ status: 404, code: 'loan-file-unknown' });
    expect((await logOf(recordId)).map(({ operation }) => operation)).toEqual(['archives.openLoan', 'archives.viewLoanFile']);
  });

  it('is nobody’s but its borrower’s, whatever right another person has on it: no onward lending', async () => {
    const id = await office.asked('digital');
    await office.does(office.loan(id, 'approve', office.clerk));
    await archives.transaction((tx) => Promise.resolve(grantAccess(tx, { objectId: id, siteId: office.siteId, subject: `person:${office.clerk2.personId}`, right: 'act', sourceVersion: 2 })));
    const refused = { status: 403, code: 'borrowers-alone' };
    for (const verb of ['open', 'withdraw']) expect((await office.loan(id, verb, office.clerk2)).body).toMatchObject(refused);
    await office.does(office.loan(id, 'open', office.borrower));
    expect((await look(id, office.clerk2)).body).toMatchObject(refused);
    expect((await look(id, office.borrower)).status).toBe(200);
    expect((await logOf((await read(id)).body.recordId)).map(({ operation }) => operation)).toEqual(['archives.openLoan', 'archives.viewLoanFile']);
  });

  it('shows nothing that cannot be marked, and says so', async () => {
    const id = await open({ attachmentIds: [office.scan(Buffer.from('%PDF-1.7\nbroken'))] });
    expect((await look(id, office.borrower)).body).toMatchObject({ status: 409, code: 'file-unmarkable' });
    expect((await logOf((await read(id)).body.recordId)).map(({ operation }) => operation)).toEqual(['archives.openLoan']);
  });

  it('nor what has ended while it was marked', async () => {
    const id = await open();
    const waiting = await archives.runtime.database.transaction(async (tx) => {
      await tx.query(`UPDATE loan SET due_at = date_trunc('milliseconds', platform.now()) WHERE id = $1`, [id]);
      const looks = look(id, office.borrower);
      await archives.somebodyWaits();
      return { looks };
    });
    expect((await waiting.looks).body).toMatchObject({ status: 409, code: 'loan-not-open' });
    expect((await logOf((await read(id)).body.recordId)).map(({ operation }) => operation)).toEqual(['archives.openLoan']);
  });

  it('nor what unpacks to more than a paper has, and whoever looks at another meanwhile waits no longer than that', async () => {
    const [bomb, other] = [await open({ attachmentIds: [office.scan(await pdfBomb())] }), await open()];
    const looked = await Promise.all([look(bomb, office.borrower), look(other, office.borrower)]);
    expect(looked.map(({ status }) => status)).toEqual([409, 200]);
    expect(looked[0]!.body).toMatchObject({ code: 'file-unmarkable', detail: expect.stringContaining('too large') });
  });

  it('ends by itself when its time is over, later when it is extended, at once when it is recalled or closed', async () => {
    const [id, extended, recalled, ended] = [await open(), await open(), await open(), await open()];
    await office.does(office.loan(extended, 'extend', office.clerk, { dueAt: await office.inDays(15) }));
    expect(await office.does(office.loan(recalled, 'recall', office.clerk, { reason: '审计' }))).toMatchObject({ status: 'ended' });
    expect(await office.does(office.loan(ended, 'close', office.borrower))).toMatchObject({ status: 'ended' });
    await archives.later(10 * 86_400 + 60);
    const states = await Promise.all([id, extended, recalled, ended].map(async (each) => [(await read(each)).body.status, (await archives.events(each)).at(-1)!.data.because]));
    expect(states).toEqual([['ended', 'time-over'], ['opened', undefined], ['ended', 'recalled'], ['ended', 'closed']]);
    expect((await look(id, office.borrower)).body).toMatchObject({ code: 'loan-not-open' });
    await archives.moveClock('6 days');
    expect((await look(extended, office.borrower)).body).toMatchObject({ code: 'loan-not-open' });
  });
});

it('whoever leaves borrows nothing: what is out is asked back, and anybody may bring it', async () => {
  const leaver = office.technician;
  const admitted = async (form: 'paper' | 'digital'): Promise<string> => {
    const recordId = await office.record(form);
    await office.act(recordId, 'admit', office.director, { readerId: leaver.personId });
    return (await office.askLoan(recordId, { form }, leaver)).body.id;
  };
  const [asked, out, digital] = [await admitted('paper'), await admitted('paper'), await admitted('digital')];
  for (const [id, verb, who] of [[out, 'approve', office.clerk], [out, 'hand-over', office.clerk], [digital, 'approve', office.clerk], [digital, 'open', leaver]] as const) await office.does(office.loan(id, verb, who));
  await closed(leaver);
  expect(await Promise.all([asked, out, digital].map(async (id) => (await read(id)).body.status))).toEqual(['withdrawn', 'recalled', 'ended']);
  expect(await office.does(office.loan(out, 'bring-back', office.clerk2, { ...whole, broughtBackBy: office.head.personId }))).toMatchObject({ status: 'returned' });
});

it('what is on loan or asked for does not leave the archives for good', async () => {
  const loan = await office.lentOut();
  const { recordId, number } = (await read(loan)).body;
  const copy = (await office.askCopy(recordId)).body;
  const assert = () => archives.transaction((tx) => assertNothingOut(tx, [recordId]));
  expect((await archives.transaction((tx) => openLendings(tx, [recordId]))).map((each) => each.number)).toEqual([copy.number, number]);
  await expect(assert()).rejects.toMatchObject({ code: 'record-out' });
  await office.does(office.loan(loan, 'bring-back', office.clerk, whole));
  await expect(assert()).rejects.toMatchObject({ code: 'record-out' });
  await office.does(office.copy(copy.id, 'withdraw', office.borrower));
  await expect(assert()).resolves.toBeUndefined();
});
