import type { Told } from '@property-office/service-testing';
import { DocumentsUnderTest } from './documents.fixture';
import { PaperOffice } from './paper-office.fixture';

let documents: DocumentsUnderTest;
let office: PaperOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
beforeEach(async () => {
  office = await PaperOffice.open(documents);
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
/** One of the two was done, the other refused: what the document says is what was announced. */
const gapless = async (id: string): Promise<void> =>
  expect((await documents.rows<{ version: number }>('SELECT aggregate_version AS version FROM ledger WHERE aggregate_id = $1 ORDER BY 1', [id])).map(({ version }) => version)).toEqual(
    Array.from({ length: (await documents.events(id)).length }, (_, i) => i + 1),
  );

describe.each(orders)('acts that cross (G3): %s', (_, cross) => {
  it('a reader reads while they are left out: they have read it, or were left out', async () => {
    const id = await office.decided();
    await office.does(id, 'circulate', office.clerk, { readerIds: [office.lead.personId, office.desk.personId] });
    const read: Send = () => office.act(id, 'mark-read', office.desk);
    const leaveOut: Send = () => office.act(id, 'change-readers', office.clerk, { leaveOut: [office.desk.personId], reason: '无需' });
    const told = await cross(read, leaveOut);
    // Whoever was left out of an open document may not see it any more.
    expect([[200, 400], [200, 404], [200, 409]]).toContainEqual(statuses(told));
    const [reader] = ((await office.read(id)).body.readers as Array<{ personId: string; readAt: string | null; leftOutAt: string | null }>).filter((each) => each.personId === office.desk.personId);
    expect([reader!.readAt, reader!.leftOutAt].filter(Boolean)).toHaveLength(1);
    await gapless(id);
  });

  it('a document is filed while it is circulated: never unread', async () => {
    const id = await office.proposed();
    await office.does(id, 'decide', office.director, { decision: '存档' });
    const told = await cross(
      () => office.act(id, 'file', office.clerk),
      () => office.act(id, 'circulate', office.director, { readerIds: [office.lead.personId] }),
    );
    expect(statuses(told)).toEqual([200, 409]);
    const { status, turn } = (await office.read(id)).body;
    expect(status === 'filed' ? [] : [office.lead.personId]).toEqual(turn);
    await gapless(id);
  });

  it('a document is done while it is given to somebody else: by one of the two', async () => {
    const id = await office.decided();
    const told = await cross(
      () => office.act(id, 'finish', office.head, { result: '已办' }),
      () => office.act(id, 'assign', office.clerk, { actingPersonId: office.lead.personId }),
    );
    // Whoever does not act on it any more has no part in it.
    expect([[200, 404], [200, 409]]).toContainEqual(statuses(told));
    await gapless(id);
  });

  it('mail is collected while it is registered: one document, and nobody waits for it', async () => {
    const letter = { siteId: office.siteId, kind: 'letter', sender: '街道', addresseeId: office.head.personId, subject: '关于防汛的通知', official: true };
    const id = (await documents.ask('POST /api/mail', office.desk, letter)).body.id as string;
    const [collected, converted] = await cross(
      () => documents.ask(`POST /api/mail/${id}/collect`, office.head),
      () => documents.ask(`POST /api/mail/${id}/convert`, office.clerk),
    );
    expect(converted.status).toBe(200);
    expect([200, 409]).toContain(collected.status);
    expect((await documents.ask(`GET /api/mail/${id}`, office.clerk)).body).toMatchObject({ status: 'registered', documentId: converted.body.id });
    expect(await documents.rows(`SELECT 1 FROM deadline WHERE aggregate_id = $1 AND state = 'running'`, [id])).toEqual([]);
    await gapless(id);
  });
});
