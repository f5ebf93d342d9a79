import { newId } from '@property-office/kernel';
import { DocumentsUnderTest } from './documents.fixture';
import { registerYear } from './domain/register-number';
import { PaperOffice } from './paper-office.fixture';
import { Registers } from './persistence/registers';

let documents: DocumentsUnderTest;
let office: PaperOffice;
const patienceMs = 240_000;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
beforeEach(async () => {
  office = await PaperOffice.open(documents);
});
afterAll(() => documents.close());

const year = registerYear(new Date());
const open = (more: object, who = office.clerk) => documents.ask('POST /api/registers', who, { siteId: office.siteId, code: '收文', ...more });
/** Dies when it has its number, before it is committed. */
const crash = () =>
  documents.transaction(async (tx) => {
    const act = { actor: { personId: office.clerk.personId, role: 'clerk' as const }, happenedAt: tx.now };
    await documents.part(Registers).next(tx, act, { documentId: newId(), siteId: office.siteId, direction: 'incoming', registerId: undefined });
    throw new Error('crashed');
  });
const kept = async () => (await documents.ask(`GET /api/registers?siteId=${office.siteId}`, office.clerk)).body.items as Array<{ code: string; years: object[] }>;

describe('registers (W1.1)', () => {
  it('number 200 registrations at once 1..200, without gap or repeat, though others are rolled back meanwhile', async () => {
    const rolledBack = Array.from({ length: 20 }, () => crash().catch(() => undefined));
    const registering = Array.from({ length: 200 }, async (_, i) => {
      const key = { 'idempotency-key': newId() };
      // A busy office says so (503): whoever asks comes again under the same key.
      for (;;) {
        const { status, body } = await office.register({ title: `第 ${i} 份` }, office.clerk, key);
        if (status === 201) return body.number as string;
        expect(status).toBe(503);
      }
    });
    const numbers = await Promise.all(registering);
    await Promise.all(rolledBack);
    const expected = Array.from({ length: 200 }, (_, i) => `收文〔${year}〕${i + 1}号`);
    expect([...numbers].sort()).toEqual([...expected].sort());
    expect(await kept()).toMatchObject([{ code: '收文', years: [{ year, firstNumber: 1, lastNumber: 200 }] }]);
  }, patienceMs);

  it('have the number back that was given to what is rolled back', async () => {
    await office.registered();
    await expect(crash()).rejects.toThrow('crashed');
    expect((await office.register()).body.number).toBe(`收文〔${year}〕2号`);
  });

  it('are carried on from paper in mid-year, once, each with its own numbers', async () => {
    expect(await open({ firstNumber: 58 })).toMatchObject({ status: 201, body: { code: '收文', years: [{ year, firstNumber: 58, lastNumber: null }] } });
    expect((await office.register()).body.number).toBe(`收文〔${year}〕58号`);
    expect((await open({ firstNumber: 3 })).body).toMatchObject({ status: 409, code: 'register-exists' });
    const other = (await open({ code: '党收' })).body.id as string;
    expect((await office.register({ registerId: other })).body.number).toBe(`党收〔${year}〕1号`);
    expect((await office.register()).body.number).toBe(`收文〔${year}〕59号`);
    expect((await office.register({ registerId: newId() })).body).toMatchObject({ status: 400, code: 'register-unknown' });
  });

  it('begin at 1 in each year, by the clock of China', async () => {
    await office.registered();
    const nextYear = new Date(`${year + 1}-01-01T00:10:00+08:00`).getTime();
    await documents.later((nextYear - (await documents.now()).getTime()) / 1_000);
    expect((await office.register()).body.number).toBe(`收文〔${year + 1}〕1号`);
    // What happened on the last day of the year and is entered now has its number in that year.
    const late = { happenedAt: new Date(nextYear - 1_200_000).toISOString(), lateReason: '节前收到' };
    expect((await office.register(late)).body.number).toBe(`收文〔${year}〕2号`);
  });

  it('keep the number of what is void, with the reason, and never give it again', async () => {
    const id = await office.registered();
    expect((await office.act(id, 'void', office.clerk)).status).toBe(400);
    expect(await office.does(id, 'void', office.clerk, { reason: '重复登记' })).toMatchObject({ status: 'voided', voidReason: '重复登记' });
    expect(await documents.rows('SELECT void_reason FROM register_number WHERE document_id = $1', [id])).toEqual([{ void_reason: '重复登记' }]);
    expect((await office.register()).body.number).not.toBe((await office.read(id)).body.number);
    expect((await office.act(id, 'check', office.clerk)).body).toMatchObject({ status: 409, code: 'document-move-illegal' });
  });

  it('are opened by clerk and director alone', async () => {
    for (const who of [office.head, office.desk]) expect((await open({}, who)).status).toBe(403);
    expect((await documents.ask('GET /api/registers', office.technician)).status).toBe(403);
    const elsewhere = await PaperOffice.open(documents);
    await open({});
    expect((await documents.ask('GET /api/registers', elsewhere.clerk)).body.items).toEqual([]);
  });
});
