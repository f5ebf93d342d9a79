import { claimAttachmentsPath, type Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Told } from '@property-office/service-testing';
import type { QueryRunner } from 'typeorm';
import { DocumentsUnderTest } from './documents.fixture';
import { PaperOffice } from './paper-office.fixture';
import { DraftsOfRequesters1795970020000 } from './persistence/migrations/1795970020000-drafts-of-requesters.migration';

let documents: DocumentsUnderTest;
let office: PaperOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
beforeEach(async () => {
  office = await PaperOffice.open(documents);
});
afterAll(() => documents.close());

const said = (more: object = {}): object => ({
  siteId: office.siteId, work: 'bind', title: '培训 handbook', forWhom: '工程部', copies: 20, sides: 'two', binding: 'glue', attachmentIds: [newId()], dueAt: office.inHours(7 * 24), ...more,
});
const request = (more: object = {}, who: Principal = office.technician, headers: Record<string, string> = {}): Promise<Told> =>
  documents.ask('POST /api/print-jobs', who, said(more), headers);
async function requested(more: object = {}, who: Principal = office.technician): Promise<string> {
  const { status, body } = await request(more, who);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id as string;
}
const act = (id: string, verb: string, who: Principal, body: object = {}, headers: Record<string, string> = {}): Promise<Told> =>
  documents.ask(`POST /api/print-jobs/${id}/${verb}`, who, body, headers);
const read = (id: string, who: Principal): Promise<Told> => documents.ask(`GET /api/print-jobs/${id}`, who);
const list = async (query: string, who: Principal): Promise<string[]> =>
  ((await documents.ask(`GET /api/print-jobs?${query}`, who)).body.items as Array<{ id: string }>).map(({ id }) => id);

describe('a print job (R2.2)', () => {
  it('says what, how many, how and for whom; is taken by a clerk and done; no event says what it is', async () => {
    const attachmentIds = [newId()];
    const told = await request({ attachmentIds });
    expect(told).toMatchObject({
      status: 201, body: { number: expect.stringMatching(/^Y-\d{8}-\d+$/), status: 'requested', statusName: 'requested', work: 'bind', copies: 20, sides: 'two', binding: 'glue', forWhom: '工程部', confidentiality: 'open', allowed: ['take', 'return'] },
    });
    const { id } = told.body;
    expect((await act(id, 'finish', office.clerk)).body).toMatchObject({ status: 409, code: 'print-job-move-illegal', detail: expect.stringContaining('take') });
    for (const who of [office.technician, office.head]) expect((await act(id, 'take', who)).status).toBe(403);
    expect((await act(id, 'take', office.clerk)).body).toMatchObject({ status: 'taken', takenBy: office.clerk.personId });
    expect((await act(id, 'finish', office.clerk)).body).toMatchObject({ status: 'done', doneAt: expect.any(String), allowed: [] });
    expect((await read(id, office.technician)).body.attachments.map((each: { id: string }) => each.id)).toEqual(attachmentIds);
    expect(await documents.told(id)).toEqual(['print-job-requested', 'print-job-taken', 'print-job-done']);
    expect(JSON.stringify(await documents.events(id))).not.toMatch(/handbook|工程部/);
  });

  it('of drafting begins with what it is to say, and ends with the draft, which its requester opens; other work leaves none', async () => {
    expect((await request({ attachmentIds: [], instructions: '请装订' })).body).toMatchObject({ status: 400, code: 'nothing-to-print' });
    expect((await request({ work: 'draft', attachmentIds: [] })).body).toMatchObject({ status: 400, code: 'nothing-to-print' });
    const drafting = { work: 'draft', attachmentIds: [], instructions: '请业主配合检修 pump' };
    const [id, letter, plain] = [await requested(drafting), await requested(drafting), await requested()];
    for (const each of [id, letter, plain]) await act(each, 'take', office.clerk);
    expect((await act(id, 'finish', office.clerk)).body).toMatchObject({ status: 400, code: 'draft-unfit', errors: [{ pointer: '/attachmentIds' }] });
    expect((await act(plain, 'finish', office.clerk, { attachmentIds: [newId()] })).body).toMatchObject({ status: 400, code: 'draft-unfit' });
    const draft = newId();
    expect((await act(id, 'finish', office.clerk, { attachmentIds: [draft] })).body).toMatchObject({ status: 'done', instructions: '请业主配合检修 pump' });
    expect((await read(id, office.technician)).body.drafts.map((each: { id: string }) => each.id)).toEqual([draft]);
    const events = await documents.events(id);
    expect(events.at(-1)!.data).toMatchObject({ attachmentIds: [draft] });
    expect(JSON.stringify(events)).not.toContain('pump');
    expect((await act(letter, 'finish', office.clerk, { documentId: newId() })).body).toMatchObject({ status: 400, code: 'printed-document-unknown' });
    const outgoing = { siteId: office.siteId, kind: 'letter', title: '配合检修的函', body: '业主：', recipients: ['业主'] };
    const { id: documentId } = (await documents.ask('POST /api/outgoing-documents', office.clerk, outgoing)).body;
    const { id: discarded } = (await documents.ask('POST /api/outgoing-documents', office.clerk, outgoing)).body;
    expect((await documents.ask(`POST /api/outgoing-documents/${discarded}/discard`, office.clerk, { reason: '重拟' })).status).toBe(200);
    expect((await act(letter, 'finish', office.clerk, { documentId: discarded })).body).toMatchObject({ status: 400, code: 'printed-document-unknown' });
    expect((await act(letter, 'finish', office.clerk, { documentId })).body).toMatchObject({ status: 'done', draftedDocumentId: documentId });
  });

  describe('of drafting that ended with an outgoing document', () => {
    const path = '/api/outgoing-documents';
    const readDraft = async (documentId: string, who: Principal): Promise<number> => (await documents.ask(`GET ${path}/${documentId}`, who)).status;
    async function drafted(more: object = {}): Promise<string> {
      const letter = { siteId: office.siteId, kind: 'letter', title: '配合检修的函', body: '业主：', recipients: ['业主'], ...more };
      const job = await requested({ work: 'draft', attachmentIds: [], instructions: '请业主配合检修' });
      const documentId = (await documents.ask(`POST ${path}`, office.clerk, letter)).body.id as string;
      await act(job, 'take', office.clerk);
      expect(await readDraft(documentId, office.technician)).toBe(404);
      expect((await act(job, 'finish', office.clerk, { documentId })).status).toBe(200);
      return documentId;
    }

    it('lets its requester read that, in the list and its versions, too, and do nothing to it; nobody else beside them', async () => {
      const documentId = await drafted();
      expect([await readDraft(documentId, office.technician), await readDraft(documentId, office.desk)]).toEqual([200, 404]);
      const items = (await documents.ask(`GET ${path}`, office.technician)).body.items as Array<{ id: string }>;
      expect(items.map(({ id }) => id)).toEqual([documentId]);
      expect((await documents.ask(`GET ${path}/${documentId}/compare?from=1&to=1`, office.technician)).status).toBe(200);
      const others = documents.neighbours;
      let claims = 0;
      documents.neighbours = (service, asked, body) => {
        if (asked === claimAttachmentsPath) claims += 1;
        return others(service, asked, body);
      };
      const edit = { title: '改', recipients: ['业主'], attachmentIds: [newId()] };
      expect((await documents.ask(`PUT ${path}/${documentId}`, office.technician, edit, { 'if-match': '"1"' })).body).toMatchObject({ status: 404, code: 'outgoing-unknown' });
      expect(claims).toBe(0);
      for (const [verb, body] of [['submit', { reviewerId: office.head.personId }], ['discard', { reason: '不要了' }]] as const)
        expect((await documents.ask(`POST ${path}/${documentId}/${verb}`, office.technician, body)).body).toMatchObject({ status: 404, code: 'outgoing-unknown' });
    });

    it('shows them a confidential one no more than anybody: who is named in it knows of it', async () => {
      const documentId = await drafted({ confidentiality: 'confidential' });
      expect(await readDraft(documentId, office.technician)).toBe(404);
      await documents.ask(`POST ${path}/${documentId}/submit`, office.clerk, { reviewerId: office.technician.personId });
      expect(await readDraft(documentId, office.technician)).toBe(200);
    });

    it('stays theirs to read when a part they had in it ends', async () => {
      const documentId = await drafted();
      for (const reviewerId of [office.technician.personId, office.head.personId]) {
        expect((await documents.ask(`POST ${path}/${documentId}/submit`, office.clerk, { reviewerId })).status).toBe(200);
        await documents.ask(`POST ${path}/${documentId}/return`, office.director, { reason: '重核' });
      }
      expect(await readDraft(documentId, office.technician)).toBe(200);
    });

    it('is read by its requester also where that was finished before they might', async () => {
      const [open, secret] = [await drafted(), await drafted({ confidentiality: 'confidential' })];
      await documents.rows('DELETE FROM object_access WHERE object_id = ANY ($1::uuid[]) AND subject = $2', [[open, secret], `person:${office.technician.personId}`]);
      expect(await readDraft(open, office.technician)).toBe(404);
      await new DraftsOfRequesters1795970020000().up({ query: (sql: string) => documents.rows(sql) } as unknown as QueryRunner);
      expect([await readDraft(open, office.technician), await readDraft(secret, office.technician)]).toEqual([200, 404]);
    });
  });

  it('is taken by one of those who try at once; another neither finishes it nor hands it back, the director does', async () => {
    const other = office.person('clerk');
    await office.employ(other);
    const id = await requested();
    const tried = await Promise.all([act(id, 'take', office.clerk), act(id, 'take', other)]);
    expect(tried.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [taker, idle] = tried[0]!.status === 200 ? [office.clerk, other] : [other, office.clerk];
    expect((await read(id, taker)).body.takenBy).toBe(taker.personId);
    expect((await act(id, 'finish', idle)).body).toMatchObject({ status: 403, code: 'not-your-print-job' });
    expect((await act(id, 'return', idle, { reason: '缺页' })).body).toMatchObject({ status: 403, code: 'not-your-print-job' });
    expect((await act(id, 'finish', office.director)).body).toMatchObject({ status: 'done' });
  });

  it('is handed back with a reason, whether or not somebody took it, and is over then', async () => {
    const [fresh, taken] = [await requested(), await requested()];
    await act(taken, 'take', office.clerk);
    expect((await act(fresh, 'return', office.clerk)).status).toBe(400);
    for (const id of [fresh, taken]) expect((await act(id, 'return', office.clerk, { reason: '缺最后一页' })).body).toMatchObject({ status: 'returned', returnedReason: '缺最后一页', allowed: [] });
    expect((await act(fresh, 'take', office.clerk)).body).toMatchObject({ status: 409, code: 'print-job-move-illegal' });
    expect(JSON.stringify(await documents.events(fresh))).not.toContain('缺最后一页');
  });

  it('needs files or a document of the site that its requester may see, and a date that lies ahead', async () => {
    expect((await request({ attachmentIds: [] })).body).toMatchObject({ status: 400, code: 'nothing-to-print', errors: [{ pointer: '/attachmentIds' }] });
    expect((await request({ documentId: newId() })).body).toMatchObject({ status: 400, code: 'printed-document-unknown' });
    for (const hours of [-1, 40 * 365 * 24]) expect((await request({ dueAt: office.inHours(hours) })).body).toMatchObject({ status: 400, code: 'print-date-impossible', errors: [{ pointer: '/dueAt' }] });
    const documentId = await office.registered();
    expect((await request({ documentId, attachmentIds: [] })).body).toMatchObject({ code: 'printed-document-unknown' });
    expect((await request({ documentId, attachmentIds: [] }, office.head)).body).toMatchObject({ documentId, confidentiality: 'open' });
    expect((await request({}, office.person('resident'))).status).toBe(403);
  });

  it('confidential, is known to clerk, director and who asked for it alone; that of a confidential document always is', async () => {
    const documentId = await office.registered({ confidentiality: 'confidential' });
    expect((await request({ documentId }, office.head)).body).toMatchObject({ code: 'printed-document-unknown' });
    const [asked, follows] = [await requested({ confidential: true }), await requested({ documentId, attachmentIds: [] }, office.director)];
    expect((await read(follows, office.clerk)).body).toMatchObject({ confidentiality: 'confidential' });
    for (const who of [office.clerk, office.director]) for (const id of [asked, follows]) expect((await read(id, who)).status).toBe(200);
    expect([(await read(asked, office.technician)).status, (await read(follows, office.technician)).status]).toEqual([200, 404]);
    for (const who of [office.head, office.lead, office.company]) {
      expect((await read(asked, who)).status).toBe(404);
      expect(await list('q=handbook', who)).toEqual([]);
    }
  });

  it('is searched in Chinese and English by who may see it', async () => {
    const [one, other] = [await requested(), await requested({ title: '其他', forWhom: '财务' })];
    for (const q of ['handbook', '培训', '工程']) expect(await list(`q=${encodeURIComponent(q)}`, office.clerk)).toEqual([one]);
    expect(await list('limit=1', office.technician)).toEqual([other]);
    const first = (await documents.ask('GET /api/print-jobs?limit=1', office.clerk)).body;
    expect(await list(`limit=1&cursor=${encodeURIComponent(first.nextCursor as string)}`, office.clerk)).toEqual([one]);
    expect([await list('', office.desk), await list('status=done', office.clerk)]).toEqual([[], []]);
    expect((await read(one, office.desk)).status).toBe(404);
  });

  it('takes a repeated request once, and refuses what was read too long ago (I2)', async () => {
    const [body, headers] = [said(), { 'idempotency-key': newId() }];
    const again = () => documents.ask('POST /api/print-jobs', office.technician, body, headers);
    const [first, second] = [await again(), await again()];
    expect([first.status, second.body.id]).toEqual([201, first.body.id]);
    expect((await act(first.body.id, 'take', office.clerk, {}, { 'if-match': '"7"' })).status).toBe(412);
  });
});

describe('reminders of a print job (R2.2, G4, G5)', () => {
  const reminded = async (id: string) =>
    (await documents.events(id)).filter(({ type }) => type === 'documents.print-job-escalated.v1').map(({ data }) => [data.promise, data.level, (data.told as Array<{ personId: string }>).map(({ personId }) => personId)]);

  it('its clerk before the date and on it, then director and company', async () => {
    const [waiting, taken] = [await requested(), await requested()];
    await act(taken, 'take', office.director);
    await documents.pass(25);
    expect((await reminded(waiting)).slice(0, 2)).toEqual([['print-soon', 'responsible', [office.clerk.personId]], ['print', 'responsible', [office.clerk.personId]]]);
    expect((await reminded(taken)).slice(0, 3)).toEqual([
      ['print-soon', 'responsible', [office.director.personId]],
      ['print', 'responsible', [office.director.personId]],
      ['print', 'lead', [office.clerk.personId]],
    ]);
  });

  it('nobody of what is done or was handed back, nor of a confidential one who may not know of it', async () => {
    const [done, returned, hidden] = [await requested(), await requested(), await requested({ confidential: true })];
    await act(done, 'take', office.clerk);
    await act(done, 'finish', office.clerk);
    await act(returned, 'return', office.clerk, { reason: '缺页' });
    await documents.pass(30);
    expect([await reminded(done), await reminded(returned)]).toEqual([[], []]);
    const told = JSON.stringify(await reminded(hidden));
    expect(told).toContain(office.director.personId);
    expect(told).not.toContain(office.company.personId);
  });
});
