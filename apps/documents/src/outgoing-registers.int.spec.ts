import { newId } from '@property-office/kernel';
import { DocumentsUnderTest } from './documents.fixture';
import { registerYear } from './domain/register-number';
import { OutgoingOffice } from './outgoing-office.fixture';
import type { PaperOffice } from './paper-office.fixture';
import { Registers } from './persistence/registers';

let documents: DocumentsUnderTest;
let outgoing: OutgoingOffice;
let office: PaperOffice;
const patienceMs = 240_000;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
beforeEach(async () => {
  outgoing = await OutgoingOffice.open(documents);
  office = outgoing.office;
});
afterAll(() => documents.close());

const year = registerYear(new Date());
const open = (more: object) => documents.ask('POST /api/registers', office.clerk, { siteId: office.siteId, direction: 'outgoing', ...more });
const number = async (id: string, more: object = {}) => outgoing.act(id, 'number', office.clerk, more);
const checked = async (): Promise<string> => {
  const id = await outgoing.signed();
  await outgoing.does(id, 'check', office.clerk);
  return id;
};
/** Dies when it has its number, before it is committed. */
const crash = () =>
  documents.transaction(async (tx) => {
    const act = { actor: { personId: office.clerk.personId, role: 'clerk' as const }, happenedAt: tx.now };
    await documents.part(Registers).next(tx, act, { documentId: newId(), siteId: office.siteId, direction: 'outgoing', registerId: undefined });
    throw new Error('crashed');
  });

describe('registers of what goes out (W1.2)', () => {
  it('number 20 documents at once without gap or repeat, though others are rolled back meanwhile, and each once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 20; i += 1) ids.push(await checked());
    const rolledBack = Array.from({ length: 10 }, () => crash().catch(() => undefined));
    const numbering = [...ids, ...ids.slice(0, 5)].map(async (id) => {
      // A busy office says so (503): whoever asks comes again.
      for (;;) {
        const { status, body } = await number(id);
        if (status !== 503) return status === 200 ? (body.number as string) : status;
      }
    });
    const told = await Promise.all(numbering);
    await Promise.all(rolledBack);
    expect(told.filter((each) => each === 409)).toHaveLength(5);
    const numbers = told.filter((each) => typeof each === 'string');
    expect(numbers.sort()).toEqual(Array.from({ length: 20 }, (_, i) => `发文〔${year}〕${i + 1}号`).sort());
    const { items } = (await documents.ask('GET /api/registers', office.clerk)).body;
    expect(items).toMatchObject([{ code: '发文', direction: 'outgoing', years: [{ year, firstNumber: 1, lastNumber: 20 }] }]);
  }, patienceMs);

  it('are carried on from paper, in mid-year, and number one direction alone', async () => {
    const opened = (await open({ code: '阳物函', firstNumber: 31 })).body;
    expect(opened).toMatchObject({ code: '阳物函', direction: 'outgoing' });
    expect((await number(await checked(), { registerId: opened.id })).body).toMatchObject({ number: `阳物函〔${year}〕31号`, registerId: opened.id });
    const incoming = (await open({ code: '党收', direction: 'incoming' })).body;
    const id = await checked();
    for (const registerId of [incoming.id, newId()]) expect((await number(id, { registerId })).body).toMatchObject({ status: 400, code: 'register-unknown' });
    expect((await office.register({ registerId: opened.id })).body).toMatchObject({ status: 400, code: 'register-unknown' });
    expect((await number(id)).body).toMatchObject({ number: `发文〔${year}〕1号` });
  });

  it('keep what they numbered: one that was signed anew is not moved to another register', async () => {
    const other = (await open({ code: '阳物函' })).body;
    const id = await outgoing.numbered();
    const { registerId } = (await outgoing.read(id)).body;
    await outgoing.correct(id, office.clerk, { body: '改为 6 日。' });
    await outgoing.sign(id);
    await outgoing.does(id, 'check', office.clerk);
    expect((await number(id, { registerId: other.id })).body).toMatchObject({ status: 409, code: 'number-kept', detail: expect.stringContaining(`发文〔${year}〕1号`) });
    expect((await number(id, { registerId })).body).toMatchObject({ status: 'numbered', number: `发文〔${year}〕1号`, registerId });
  });

  it('say so where a register of the usual name numbers what comes in', async () => {
    await open({ code: '发文', direction: 'incoming' });
    expect((await number(await checked())).body).toMatchObject({ status: 400, code: 'register-unknown' });
  });

  it('keep the number of what is void, with the reason, and never give it again', async () => {
    const id = await outgoing.printed();
    await outgoing.does(id, 'approve-seal', office.director, { seal: '公章', reason: '发函', copies: 1 });
    expect((await outgoing.act(id, 'void', office.clerk)).body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    expect(await outgoing.does(id, 'void', office.clerk, { reason: '会议取消' })).toMatchObject({ status: 'voided', number: `发文〔${year}〕1号`, endedReason: '会议取消' });
    expect(await documents.rows('SELECT void_reason FROM register_number WHERE document_id = $1', [id])).toEqual([{ void_reason: '会议取消' }]);
    expect((await outgoing.read(id)).body.sealUses).toMatchObject([{ usedAt: null, withdrawnAt: expect.any(String) }]);
    expect((await number(await checked())).body).toMatchObject({ number: `发文〔${year}〕2号` });
  });

  it('have the number of the year in which it is given, by the clock of China', async () => {
    await number(await checked());
    const id = await checked();
    const nextYear = new Date(`${year + 1}-01-01T00:10:00+08:00`).getTime();
    await documents.later((nextYear - (await documents.now()).getTime()) / 1_000);
    expect((await number(id)).body).toMatchObject({ number: `发文〔${year + 1}〕1号` });
  });
});
