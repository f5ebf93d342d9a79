import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
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

const ids = (...people: Principal[]): string[] => people.map(({ personId }) => personId);
const turn = async (id: string) => (await office.read(id)).body.turn as string[];
const circulated = async (ordered: boolean, ...readers: Principal[]): Promise<string> => {
  const id = await office.decided();
  await office.does(id, 'circulate', office.clerk, { readerIds: ids(...readers), ordered });
  return id;
};

describe('circulation (W1.1)', () => {
  it('in order, goes from reader to reader, and nobody reads before their turn, twice, or for somebody else', async () => {
    const id = await circulated(true, office.head, office.lead, office.desk);
    expect(await turn(id)).toEqual(ids(office.head));
    for (const who of [office.lead, office.clerk]) expect((await office.act(id, 'mark-read', who)).body).toMatchObject({ status: 409, code: 'not-your-turn-to-read' });
    await office.does(id, 'mark-read', office.head);
    expect((await office.act(id, 'mark-read', office.head)).status).toBe(409);
    expect(await turn(id)).toEqual(ids(office.lead));
    await office.does(id, 'mark-read', office.lead);
    await office.does(id, 'mark-read', office.desk);
    expect(await turn(id)).toEqual([]);
    const events = (await documents.events(id)).filter(({ type }) => type === 'documents.incoming-read.v1').map(({ data }) => [data.readerId, data.next, data.completed]);
    expect(events).toEqual([
      [office.head.personId, ids(office.lead), false],
      [office.lead.personId, ids(office.desk), false],
      [office.desk.personId, [], true],
    ]);
  });

  it('at once, is read in any order', async () => {
    const id = await circulated(false, office.head, office.lead);
    expect(await turn(id)).toEqual(ids(office.head, office.lead));
    await office.does(id, 'mark-read', office.lead);
    expect(await turn(id)).toEqual(ids(office.head));
    expect((await office.read(id)).body.readers).toMatchObject([{ personId: office.head.personId, readAt: null }, { personId: office.lead.personId, readAt: expect.any(String) }]);
  });

  it('adds nobody and leaves nobody out silently', async () => {
    const id = await circulated(true, office.head, office.lead);
    const change = (body: object) => office.act(id, 'change-readers', office.clerk, body);
    expect((await change({ add: ids(office.desk) })).body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    expect((await change({ add: ids(office.lead), reason: 'x' })).body).toMatchObject({ status: 400, code: 'reader-unfit' });
    expect((await change({ leaveOut: ids(office.desk), reason: 'x' })).body).toMatchObject({ status: 400, code: 'reader-unfit' });
    expect((await change({ reason: 'x' })).status).toBe(400);
    expect((await change({ add: [newId()], reason: 'x' })).body).toMatchObject({ status: 400, code: 'staff-unknown' });
    await office.does(id, 'change-readers', office.clerk, { add: ids(office.desk), leaveOut: ids(office.head), reason: '出差，改由客服传阅' });
    expect(await turn(id)).toEqual(ids(office.lead));
    expect((await office.act(id, 'mark-read', office.head)).status).toBe(409);
    const { readers } = (await office.read(id)).body;
    expect(readers).toMatchObject([
      { personId: office.head.personId, leftOutBy: office.clerk.personId, leftOutReason: '出差，改由客服传阅' },
      { personId: office.lead.personId, leftOutReason: null },
      { personId: office.desk.personId, position: 3, addedBy: office.clerk.personId, addedReason: '出差，改由客服传阅' },
    ]);
    expect((await documents.events(id)).at(-1)).toMatchObject({ type: 'documents.incoming-readers-changed.v1', data: { added: ids(office.desk), leftOut: ids(office.head), next: ids(office.lead) } });
  });

  it('keeps a document from being filed until everybody has read it, and begins again only then', async () => {
    const id = await circulated(false, office.lead);
    await office.does(id, 'finish', office.head, { result: '已办' });
    expect((await office.act(id, 'file', office.clerk)).body).toMatchObject({ status: 409, code: 'not-yet-to-file', detail: expect.stringContaining('readers') });
    expect((await office.act(id, 'circulate', office.clerk, { readerIds: ids(office.desk) })).body).toMatchObject({ status: 409, code: 'circulation-open' });
    await office.does(id, 'mark-read', office.lead);
    expect((await office.act(id, 'change-readers', office.clerk, { add: ids(office.desk), reason: 'x' })).body).toMatchObject({ status: 409, code: 'not-circulated' });
    await office.does(id, 'circulate', office.clerk, { readerIds: ids(office.desk) });
    await office.does(id, 'mark-read', office.desk);
    expect(await office.does(id, 'file', office.clerk)).toMatchObject({ status: 'filed' });
  });

  it('of readers who read at the same moment loses none', async () => {
    const readers = [office.head, office.lead, office.desk, office.technician];
    const id = await circulated(false, ...readers);
    const told = await Promise.all(readers.map((who) => office.act(id, 'mark-read', who)));
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await turn(id)).toEqual([]);
    expect((await documents.events(id)).filter(({ data }) => data.completed === true)).toHaveLength(1);
  });
});
