import { waitFor } from '@property-office/testing';
import { DocumentsUnderTest } from './documents.fixture';
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

const print = (id: string, more: object = {}) => outgoing.act(id, 'print', outgoing.office.clerk, { copies: 1, ...more });
/** As archives are told. */
const told = async (id: string) => (await documents.matters(id))[0];

describe('pages of what goes out (W1.2, W4.5)', () => {
  it('are those of the paper as it is drawn and of what is attached to it, whatever nobody says', async () => {
    const id = await outgoing.printed({ attachmentIds: [outgoing.annexOf(13), outgoing.annexOf(1)] });
    expect((await outgoing.read(id)).body).toMatchObject({ pages: 15, countedPages: 15, pagesReason: null });
    expect(await told(id)).toMatchObject({ pages: 15, pagesCounted: 15 });
    expect((await documents.events(id)).at(-1)!.data).not.toHaveProperty('countedPages');
  });

  it('are another number where somebody says so and why, for all to see, until the text is corrected', async () => {
    const id = await outgoing.printed();
    expect((await print(id, { pages: 131 })).body).toMatchObject({ status: 400, code: 'pages-unlike', errors: [{ pointer: '/pages', message: expect.stringContaining('1') }] });
    const stated = { pages: 2, countedPages: 1, pagesReason: '附一页手绘图' };
    expect((await print(id, { pages: 2, pagesReason: '附一页手绘图' })).body).toMatchObject(stated);
    expect((await documents.events(id)).at(-1)!.data).toMatchObject({ pages: 2, countedPages: 1 });
    expect(JSON.stringify(await documents.events(id))).not.toContain('手绘图');
    expect((await print(id)).body).toMatchObject({ ...stated, copies: 5 });
    expect((await print(id, { pages: 3 })).body).toMatchObject({ status: 400, code: 'pages-unlike' });
    expect((await outgoing.read(id)).body).toMatchObject({ ...stated, copies: 5 });
    expect(await told(id)).toMatchObject({ pages: 2, pagesCounted: 1 });
    expect((await print(id, { pages: 1 })).body).toMatchObject({ pages: 1, countedPages: 1, pagesReason: null });
  });

  it('are as somebody says where an attachment cannot be counted, and unknown where nobody does', async () => {
    const [one, other] = [await outgoing.printed({ attachmentIds: [outgoing.annexOf(null)] }), await outgoing.numbered({ attachmentIds: [outgoing.annexOf(null)] })];
    expect((await outgoing.read(one)).body).toMatchObject({ pages: null, countedPages: null });
    expect((await print(other, { pages: 4 })).body).toMatchObject({ pages: 4, countedPages: null, pagesReason: null });
    expect(await told(other)).toMatchObject({ pages: 4, pagesCounted: null });
  });

  it('are those of each print: what nobody stated binds none that follows', async () => {
    const id = await outgoing.printed();
    await documents.admin.query('UPDATE outgoing_document SET pages = 3, counted_pages = 3 WHERE id = $1', [id]);
    expect((await print(id)).body).toMatchObject({ pages: 1, countedPages: 1, pagesReason: null });
  });

  it('are unknown while an attachment is followed by nobody, as of what the version before drafted, and asked for once where it was read then', async () => {
    const { office } = outgoing;
    const id = await outgoing.printed({ attachmentIds: [outgoing.annexOf(13)] });
    await documents.admin.query('DELETE FROM document_text WHERE document_id = $1', [id]);
    expect((await print(id)).body).toMatchObject({ pages: null, countedPages: null });
    const read = await office.registered({ attachmentIds: [outgoing.annexOf(2)] });
    const counted = async () => (await office.read(read)).body.countedPages;
    await waitFor(async () => (await counted()) === 2, { what: 'the file to be counted' });
    await documents.admin.query('UPDATE document_text SET pages = NULL, pages_asked = false WHERE document_id = $1', [read]);
    await documents.runtime.catchUps.run();
    await waitFor(async () => (await counted()) === 2, { what: 'the file to be counted now' });
    await documents.admin.query('UPDATE document_text SET pages = NULL WHERE document_id = $1', [read]);
    await documents.runtime.catchUps.run();
    expect((await office.read(read)).body.attachmentTexts).toMatchObject([{ state: 'none', pages: null }]);
  });

  it('are not counted of a paper that nobody can draw: its office has no name yet', async () => {
    const id = await outgoing.numbered();
    expect((await print(id)).body).toMatchObject({ status: 409, code: 'letterhead-unset' });
    await outgoing.namesOffice();
    expect((await print(id)).body).toMatchObject({ status: 'printed', pages: 1 });
  });
});
