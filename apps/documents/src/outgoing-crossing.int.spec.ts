import type { Told } from '@property-office/service-testing';
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

type Send = () => Promise<Told>;

/** What two people do in the same moment: in one order, in the other, and at once. */
const orders: ReadonlyArray<[string, (one: Send, other: Send) => Promise<[Told, Told]>]> = [
  ['the first comes first', async (one, other) => [await one(), await other()]],
  ['the second comes first', async (one, other) => [await other(), await one()].reverse() as [Told, Told]],
  ['both at once', (one, other) => Promise.all([one(), other()])],
];
const statuses = (told: readonly Told[]): number[] => told.map(({ status }) => status).sort();
const gapless = async (id: string): Promise<void> =>
  expect((await documents.rows<{ version: number }>('SELECT aggregate_version AS version FROM ledger WHERE aggregate_id = $1 ORDER BY 1', [id])).map(({ version }) => version)).toEqual(
    Array.from({ length: (await documents.events(id)).length }, (_, i) => i + 1),
  );
const changed = body.replace('5日', '6日');
/** As whoever read it before the other acted. */
const correcting = async (id: string, text: string): Promise<Send> => {
  const { version } = (await outgoing.read(id)).body;
  return () => outgoing.act(id, 'correct', office.clerk, { body: text, reason: '校对' }, { 'if-match': `"${version}"` });
};

describe.each(orders)('acts on an outgoing document that cross (G3, W1.2): %s', (_, cross) => {
  it('a document is numbered while its substance is changed: never numbered with a text nobody signed', async () => {
    const id = await outgoing.signed();
    await outgoing.does(id, 'check', office.clerk);
    const told = await cross(() => outgoing.act(id, 'number', office.director), await correcting(id, changed));
    expect([[200, 409], [200, 412]]).toContainEqual(statuses(told));
    const { status, number, textHash, signedHash } = (await outgoing.read(id)).body;
    expect(status === 'numbered' ? textHash === signedHash && number !== null : status === 'to-sign' && number === null).toBe(true);
    await gapless(id);
  });

  it('a document is sealed while it is changed: never a seal on a text that nobody signed', async () => {
    const id = await outgoing.printed();
    await outgoing.does(id, 'approve-seal', office.director, { seal: '公章', reason: '发函', copies: 1 });
    const told = await cross(() => outgoing.act(id, 'use-seal', office.clerk), await correcting(id, changed));
    expect([[200, 409], [200, 412]]).toContainEqual(statuses(told));
    const { status, sealUses } = (await outgoing.read(id)).body;
    expect(['sealed', 'to-sign']).toContain(status);
    expect(sealUses).toMatchObject([status === 'sealed' ? { usedCopies: 1, withdrawnAt: null } : { usedAt: null, withdrawnAt: expect.any(String) }]);
    await gapless(id);
  });

  it('the seal is approved by two: once', async () => {
    const id = await outgoing.printed();
    const seal = { seal: '公章', reason: '发函', copies: 1 };
    expect(statuses(await cross(() => outgoing.act(id, 'approve-seal', office.director, seal), () => outgoing.act(id, 'approve-seal', office.company, seal)))).toEqual([200, 409]);
    await gapless(id);
  });

  it('the last two countersign: it waits for its signature, with one clock', async () => {
    const id = await outgoing.submitted({}, [office.lead.personId, office.desk.personId]);
    await outgoing.does(id, 'review', office.head);
    expect(statuses(await cross(() => outgoing.act(id, 'countersign', office.lead), () => outgoing.act(id, 'countersign', office.desk)))).toEqual([200, 200]);
    expect((await outgoing.read(id)).body).toMatchObject({ status: 'to-sign' });
    expect(await documents.rows(`SELECT promise FROM deadline WHERE aggregate_id = $1 AND state = 'running'`, [id])).toEqual([{ promise: 'sign' }]);
    await gapless(id);
  });

  it('a document is returned while it is signed: one of the two', async () => {
    const id = await outgoing.toSign();
    const told = await cross(() => outgoing.sign(id), () => outgoing.act(id, 'return', office.clerk, { reason: '补充' }));
    expect(statuses(told)).toEqual([200, 409]);
    expect(['signed-off', 'drafted']).toContain((await outgoing.read(id)).body.status);
    await gapless(id);
  });

  it('the last receipt is recorded twice: once', async () => {
    const id = await outgoing.released();
    const receipt = (receivedBy: string) => outgoing.act(id, 'record-receipt', office.clerk, { delivery: 1, receivedBy });
    expect(statuses(await cross(() => receipt('李'), () => receipt('王')))).toEqual([200, 409]);
    await gapless(id);
  });
});
