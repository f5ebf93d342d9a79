import { askedPrincipal } from '@property-office/backbone';
import { paperBelongingsPath, type Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { DirectiveOffice } from './directive-office.fixture';
import { DocumentsUnderTest } from './documents.fixture';
import { OutgoingOffice } from './outgoing-office.fixture';
import type { PaperOffice } from './paper-office.fixture';

let documents: DocumentsUnderTest;
let outgoing: OutgoingOffice;
let office: PaperOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
beforeEach(async () => {
  outgoing = await OutgoingOffice.open(documents);
  ({ office } = outgoing);
});
afterAll(() => documents.close());

const asked = ({ personId }: Principal, reader: Principal) => ({ personId, reader: askedPrincipal(reader) });
const inHand = async (who: Principal, reader: Principal = office.company) => {
  const { items } = (await documents.askInside(paperBelongingsPath, asked(who, reader), 'directory')).body as { items: Array<{ kind: string; id: string; siteId: string; from: string }> };
  for (const { siteId, from } of items) expect([siteId, from]).toEqual([office.siteId, expect.stringMatching(/Z$/)]);
  return items.map(({ kind, id }) => [kind, id]);
};
const made = async (path: string, who: Principal, body: object): Promise<string> => {
  const told = await documents.ask(`POST ${path}`, who, { siteId: office.siteId, ...body });
  if (told.status !== 201) throw new Error(JSON.stringify(told.body));
  return told.body.id as string;
};

describe('what somebody has in hand of papers (G6)', () => {
  it('is each document they are to act on or to read, or whose original they hold, until it is filed', async () => {
    const acting = await office.decided({ paper: false });
    const reading = await office.decided({ paper: false }, { actingPersonId: office.lead.personId });
    await office.does(reading, 'circulate', office.clerk, { readerIds: [office.head.personId, office.desk.personId] });
    const paper = await office.registered();
    expect(await inHand(office.head)).toEqual([['incoming-document', acting], ['incoming-document', reading]]);
    expect(await inHand(office.clerk)).toEqual([['incoming-document', paper]]);
    const { slipToken } = (await office.read(paper)).body;
    expect((await documents.ask('POST /api/incoming-documents/scan', office.head, { token: slipToken })).status).toBe(200);
    await office.does(reading, 'mark-read', office.head);
    await office.does(acting, 'finish', office.head, { result: '已整改' });
    expect([await inHand(office.head), await inHand(office.clerk)]).toEqual([[['incoming-document', paper]], []]);
    await office.does(reading, 'change-readers', office.clerk, { leaveOut: [office.desk.personId], reason: '无需知悉' });
    await office.does(paper, 'send-back', office.clerk, { reason: '误投' });
    expect([await inHand(office.head), await inHand(office.desk)]).toEqual([[], []]);
  });

  it('is the original of a registration that is void, which is with them all the same', async () => {
    const id = await office.registered();
    await office.does(id, 'void', office.clerk, { reason: '重复登记' });
    expect([await inHand(office.clerk), await inHand(office.head)]).toEqual([[['incoming-document', id]], []]);
  });

  it('is each draft of theirs, and what they are to review or to countersign', async () => {
    const drafted = await outgoing.drafted();
    const submitted = await outgoing.submitted({}, [office.lead.personId]);
    const draftOf = async (who: Principal) => (await inHand(who)).filter(([kind]) => kind === 'outgoing-document').map(([, id]) => id);
    expect([await draftOf(office.clerk), await draftOf(office.head), await draftOf(office.lead)]).toEqual([[drafted], [submitted], []]);
    await outgoing.does(submitted, 'review', office.head, { opinion: '同意' });
    expect([await draftOf(office.head), await draftOf(office.lead)]).toEqual([[], [submitted]]);
    await outgoing.does(submitted, 'countersign', office.lead, { opinion: '同意' });
    expect(await draftOf(office.lead)).toEqual([]);
  });

  it('is mail that waits for them, a directive they have not acknowledged, and a print job they have taken', async () => {
    const directives = await DirectiveOffice.open(documents);
    ({ office } = directives);
    const mail = await made('/api/mail', office.desk, { kind: 'letter', sender: '街道办', addresseeId: office.head.personId });
    const directive = await directives.given();
    const job = await made('/api/print-jobs', office.technician, {
      work: 'bind', title: '培训手册', forWhom: '工程部', copies: 20, sides: 'two', binding: 'glue', attachmentIds: [newId()], dueAt: office.inHours(7 * 24),
    });
    expect([await inHand(office.head), await inHand(office.clerk)]).toEqual([[['directive', directive], ['mail', mail]], []]);
    expect((await documents.ask(`POST /api/print-jobs/${job}/take`, office.clerk)).status).toBe(200);
    await directives.does(directive, 'acknowledge', office.head);
    expect((await documents.ask(`POST /api/mail/${mail}/collect`, office.head)).status).toBe(200);
    expect([await inHand(office.head), await inHand(office.technician), await inHand(office.clerk)]).toEqual([[], [['directive', directive]], [['print-job', job]]]);
    expect((await documents.ask(`POST /api/print-jobs/${job}/finish`, office.clerk)).status).toBe(200);
    expect(await inHand(office.clerk)).toEqual([]);
  });

  it('is nothing confidential for whoever may not know of it (W1.1)', async () => {
    const id = await office.decided({ confidentiality: 'confidential', paper: false });
    const draft = await outgoing.drafted({ confidentiality: 'confidential' });
    const { personId: forPersonId, roles } = office.director;
    const deputy = { ...office.lead, deputyships: [{ forPersonId, kind: 'approvals' as const, roles }] };
    for (const reader of [office.company, office.lead, office.desk]) expect([await inHand(office.head, reader), await inHand(office.clerk, reader)]).toEqual([[], []]);
    for (const reader of [office.director, deputy]) expect([await inHand(office.head, reader), await inHand(office.clerk, reader)]).toEqual([[['incoming-document', id]], [['outgoing-document', draft]]]);
  });

  it('is told to directory alone', async () => {
    expect((await documents.ask(`POST ${paperBelongingsPath}`, office.director, asked(office.head, office.director))).status).toBe(401);
    expect((await documents.askInside(paperBelongingsPath, asked(office.head, office.director))).body).toMatchObject({ status: 401, code: 'service-only' });
  });
});
