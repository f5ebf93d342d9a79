import { newId } from '@property-office/kernel';
import { DocumentsUnderTest } from './documents.fixture';
import type { FiledPaperView } from './features/list-filed-papers/list-filed-papers.controller';
import type { FolderView } from './features/list-folders/list-folders.controller';
import { OutgoingOffice } from './outgoing-office.fixture';

let documents: DocumentsUnderTest;
let outgoing: OutgoingOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
afterAll(() => documents?.close());
beforeEach(async () => {
  outgoing = await OutgoingOffice.open(documents);
});

const filed = async (more: object = {}): Promise<string> => {
  const id = await outgoing.office.decided(more, { answerNeeded: false });
  await outgoing.office.does(id, 'finish', outgoing.office.head, { result: '已办' });
  await outgoing.office.does(id, 'file', outgoing.office.clerk);
  return id;
};
const list = async <T>(path: string, who = outgoing.office.clerk): Promise<T[]> => ((await documents.ask(`GET /api/${path}`, who)).body as { items: T[] }).items;

describe('the folder standard (W1.3): category, year, number', () => {
  it('lists categories, their years, and what is filed in each, the last number first', async () => {
    const { office } = outgoing;
    const [first, , last] = [await filed({ title: '第一件' }), await office.registered(), await filed({ title: '第三件' })];
    const { number, folder, registerId } = (await office.read(last)).body;
    const year = Number(/〔(\d+)〕/.exec(number as string)![1]);
    expect(folder).toBe(`收文/${year}/0003`);
    const folders = await list<FolderView>('document-folders');
    expect(folders).toEqual([{ registerId, siteId: office.siteId, category: '收文', direction: 'incoming', years: [{ year, folder: `收文/${year}`, filed: 2 }] }]);
    const inside = `filed-papers?registerId=${registerId}&year=${year}`;
    const papers = await list<FiledPaperView>(inside);
    expect(papers.map(({ id, folder: lies, title }) => [id, lies, title])).toEqual([[last, `收文/${year}/0003`, '第三件'], [first, `收文/${year}/0001`, '第一件']]);
    const page = (await documents.ask(`GET /api/${inside}&limit=1`, office.clerk)).body as { nextCursor: string };
    expect((await list<FiledPaperView>(`${inside}&cursor=${page.nextCursor}`)).map(({ id }) => id)).toEqual([first]);
    expect(await list<FiledPaperView>(`filed-papers?registerId=${registerId}&year=${year - 1}`)).toEqual([]);
  });

  it('says nowhere before it is filed, and neither lists nor counts what somebody may not know of', async () => {
    const { office } = outgoing;
    const open = await office.registered();
    expect((await office.read(open)).body.folder).toBeNull();
    const secret = await filed({ confidentiality: 'confidential' });
    const { registerId, number } = (await office.read(secret)).body;
    const inside = `filed-papers?registerId=${registerId}&year=${/〔(\d+)〕/.exec(number as string)![1]}`;
    const seen = async (who = office.clerk) => [(await list<FolderView>('document-folders', who))[0]?.years[0]?.filed, (await list<FiledPaperView>(inside, who)).length];
    expect([await seen(), await seen(office.company), await seen({ ...office.person('clerk'), roles: [{ role: 'clerk', siteId: newId() }] })]).toEqual([[1, 1], [0, 0], [undefined, 0]]);
    expect((await documents.ask('GET /api/document-folders', office.technician)).status).toBe(403);
  });

  it('is of outgoing documents, too, for who may know of them, and of a site where it is asked for', async () => {
    const { office } = outgoing;
    const [open, secret] = [await outgoing.filed(), await outgoing.filed({ confidentiality: 'confidential' })];
    const { number, folder } = (await outgoing.read(secret)).body;
    const year = Number(/〔(\d+)〕/.exec(number as string)![1]);
    expect(folder).toBe(`发文/${year}/0002`);
    const [category] = await list<FolderView>(`document-folders?siteId=${office.siteId}`);
    expect(category).toMatchObject({ category: '发文', direction: 'outgoing', years: [{ year, folder: `发文/${year}`, filed: 2 }] });
    expect(await list(`document-folders?siteId=${newId()}`)).toEqual([]);
    const inside = `filed-papers?registerId=${category!.registerId}&year=${year}`;
    const seen = async (who: typeof office.clerk) => (await list<FiledPaperView>(inside, who)).map(({ id }) => id);
    expect([await seen(office.clerk), await seen(office.company)]).toEqual([[secret, open], [open]]);
    expect((await list<FolderView>('document-folders', office.company))[0]!.years[0]!.filed).toBe(1);
  });

  it('is on the slip of each', async () => {
    documents.neighbours = () => ({ items: [] });
    const words = async (path: string): Promise<string> => (await documents.answer(`GET /api/${path}`, outgoing.office.clerk)).text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    const incoming = await outgoing.office.registered();
    for (const query of ['', '?kind=circulation']) expect(await words(`incoming-documents/${incoming}/slip${query}`)).toMatch(/存放位置 收文\/\d{4}\/0001/u);
    const sent = await outgoing.numbered();
    for (const query of ['', '?kind=seal']) expect(await words(`outgoing-documents/${sent}/slip${query}`)).toMatch(/存放位置 发文\/\d{4}\/0001/u);
  });
});
