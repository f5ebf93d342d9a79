import { newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import { DocumentsUnderTest } from './documents.fixture';
import { ReadRecordEventsController } from './features/read-record-events/read-record-events.controller';
import { OutgoingOffice } from './outgoing-office.fixture';

let documents: DocumentsUnderTest;
let outgoing: OutgoingOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
  outgoing = await OutgoingOffice.open(documents);
});
afterAll(() => documents?.close());

const names = (trail: ReadonlyArray<{ type: string }>): string[] => trail.map(({ type }) => type.split('.')[1]!.replace(/^(incoming|outgoing)-/, ''));

it('archives are told what an incoming document is, what was written while it was handled, and each step of it (W4.5)', async () => {
  const { office } = outgoing;
  const attachmentIds = [newId()];
  const id = await office.decided({ attachmentIds });
  await office.does(id, 'finish', office.head, { result: '已检查' });
  const [matter] = await documents.matters(id, newId());
  expect(matter).toMatchObject({ id, title: '关于开展消防安全检查的通知', responsibleParty: '街道办事处', documentNumber: '街办〔2026〕8号', confidentiality: 'open', attachmentIds });
  expect(matter!.text!.replace(/^.+\n/, '')).toBe('拟办意见：请工程部办理\n领导批示：请工程部牵头\n办理结果：已检查');
  expect(names(matter!.trail)).toEqual(['registered', 'checked', 'proposed', 'decided', 'acted-on']);
  expect(matter!.trail.at(-1)).toMatchObject({ actorId: office.head.personId, actorRole: 'department-head', actorFor: null });
});

it('they have the pages of its files, or as many as whoever registered it says; of a file that nobody counts, none (W4.5)', async () => {
  const { office } = outgoing;
  const counted = await office.registered({ attachmentIds: [outgoing.annexOf(13), outgoing.annexOf(1)] });
  const stated = await office.registered({ attachmentIds: [outgoing.annexOf(13)], pages: 14 });
  const uncounted = await office.registered({ attachmentIds: [outgoing.annexOf(null)] });
  await waitFor(async () => (await office.read(counted)).body.countedPages === 14 && (await office.read(stated)).body.countedPages === 13, { what: 'the files to be counted' });
  expect((await office.read(stated)).body).toMatchObject({ pages: 14, countedPages: 13 });
  const told = await documents.matters(counted, stated, uncounted);
  const pages = [counted, stated, uncounted].map((id) => told.find((matter) => matter.id === id)).map((matter) => [matter!.pages, matter!.pagesCounted]);
  expect(pages).toEqual([[14, 14], [14, 13], [null, null]]);
});

it('of an outgoing one they have the last text, to the letter, and the number it stands under', async () => {
  const id = await outgoing.printed();
  const document = (await outgoing.read(id)).body;
  const [matter] = await documents.matters(id);
  expect(matter).toMatchObject({ id, documentNumber: document.number, text: `${document.title}\n\n${document.body}\n\n主送：社区居委会`, copies: 3, paper: true });
  expect(names(matter!.trail)).toEqual(expect.arrayContaining(['drafted', 'signed-off', 'numbered', 'printed']));
});

it('of minutes they have who was there, too, and of all that goes out whom it is to and who else has it', async () => {
  const said = { kind: 'minutes', title: '例会会议纪要', body: '会议议定：备齐沙袋。', attendance: { present: ['王主任', '张工'], observers: ['业主代表'] }, copiesTo: ['业主委员会'] };
  const [matter] = await documents.matters(await outgoing.drafted(said));
  expect(matter!.text).toBe('例会会议纪要\n\n会议议定：备齐沙袋。\n\n出席：王主任、张工\n列席：业主代表\n主送：社区居委会\n抄送：业主委员会');
});

it('nobody else is told', async () => {
  const { office } = outgoing;
  const id = await office.registered();
  expect((await documents.askInside('/internal/documents/record-matters', { ids: [id] })).status).toBe(401);
});

it('archives are told which papers were filed in a time (W4.5)', async () => {
  const id = await outgoing.filed();
  const now = (await documents.now()).getTime();
  const asked = { siteId: outgoing.office.siteId, from: new Date(now - 90 * 86_400_000), to: new Date(now + 3_600_000) };
  const { events, next } = await documents.part(ReadRecordEventsController).read(asked);
  expect([events.map(({ type, subject }) => [type, subject]), next]).toEqual([[['documents.outgoing-filed.v1', id]], null]);
});
