import { describeAttachmentsPath, noticeKinds, type EventData, type Principal, type RecordMatter, type WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { announced, type Told } from '@property-office/service-testing';
import { waitFor } from '@property-office/testing';
import { ArchiveOffice } from './archive-office.fixture';
import { ArchivesUnderTest } from './archives.fixture';

const hash = (letter: string): string => letter.repeat(64);
const signedOffAt = '2026-03-05T02:00:00.000Z';

let archives: ArchivesUnderTest;
let office: ArchiveOffice;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());
beforeEach(() => void (office = new ArchiveOffice(archives)));

/** What its source tells of it, with one step of how it was handled. */
function matter(id: string, more: Partial<RecordMatter> = {}): RecordMatter {
  const step = { type: 'documents.outgoing-signed-off.v1', happenedAt: signedOffAt, recordedAt: signedOffAt, actorId: office.director.personId, actorRole: 'director', actorFor: null };
  const told = { id, title: '关于防火的通知', responsibleParty: '阳光花园物业管理处', documentNumber: '发文〔2026〕9号', pages: null, copies: null, paper: true, confidentiality: 'open' as const };
  const made = { ...told, text: `正文 ${id}`, attachmentIds: [], trail: [step], ...more };
  office.matters.set(id, made);
  return made;
}

type Outgoing = EventData<'documents.outgoing-filed.v1'>;
function filed(more: Partial<Outgoing> = {}, by = office.clerk): WireEvent<'documents.outgoing-filed.v1'> {
  const data: Outgoing = {
    number: '发文〔2026〕9号', registerId: newId(), registerYear: 2026, registerNumber: 9, kind: 'notice', confidentiality: 'open', title: '关于防火的通知', signedOffAt, signerId: office.director.personId,
    numberedAt: '2026-03-06T02:00:00.000Z', releasedAt: '2026-03-07T02:00:00.000Z', pages: 13, copies: 20, textVersion: 3, textHash: hash('a'), attachmentIds: [], ...more,
  };
  return announced('documents.outgoing-filed.v1', newId(), office.siteId, data, { actorid: by.personId, actorrole: 'clerk' });
}

function closedComplaint(hiddenFrom: EventData<'complaints.complaint-closed.v1'>['hiddenFrom']): WireEvent<'complaints.complaint-closed.v1'> {
  return announced('complaints.complaint-closed.v1', newId(), office.siteId, {
    number: 'C-1', round: 1, major: false, majorBecause: [], kind: 'attitude', decision: 'ours', answer: 'accepted', level: 0, households: 1, handlerIds: [], hiddenFrom, attachmentIds: [],
    complainedAt: '2026-03-01T02:00:00.000Z', decidedAt: '2026-03-02T02:00:00.000Z', feedbackAt: '2026-03-03T02:00:00.000Z', closedAt: '2026-03-04T02:00:00.000Z',
  });
}

/** What is asked for while somebody else holds the proposal, who does something meanwhile. */
async function whileLocked<T>(id: string, ask: () => Promise<T>, meanwhile: (tx: Transaction) => Promise<unknown>): Promise<T> {
  const asked = await archives.transaction(async (tx) => {
    await tx.query('SELECT 1 FROM record_proposal WHERE id = $1 FOR UPDATE', [id]);
    const answer = ask();
    await waitFor(async () => ((await archives.admin.query('SELECT 1 FROM pg_locks WHERE NOT granted')).rowCount ?? 0) > 0, { what: 'the act to wait for the proposal' });
    await meanwhile(tx);
    return { answer };
  });
  return asked.answer;
}

/** A proposal of an outgoing document, with what its source tells. */
async function proposed(more: Partial<Outgoing> = {}, told: Partial<RecordMatter> = {}, by = office.clerk): Promise<string> {
  const event = filed(more, by);
  matter(event.subject, { documentNumber: `发文 ${event.subject}`, attachmentIds: event.data.attachmentIds, ...told });
  await archives.hear(event);
  return (await of(event.subject)).id;
}

const list = async (query: string, who: Principal = office.clerk): Promise<Told['body'][]> => (await archives.ask(`GET /api/record-proposals?${query}`, who)).body.items;
const of = async (sourceId: string): Promise<Told['body']> => (await list(`sourceId=${sourceId}`))[0];
const read = (id: string, who: Principal = office.clerk): Promise<Told> => archives.ask(`GET /api/record-proposals/${id}`, who);
const act = (id: string, verb: string, body: object = {}, who: Principal = office.clerk, headers: Record<string, string> = {}): Promise<Told> =>
  archives.ask(`POST /api/record-proposals/${id}/${verb}`, who, body, headers);
const batch = async (body: object = {}, who: Principal = office.clerk): Promise<Told> => archives.ask('POST /api/record-proposals/accept-batch', who, { siteId: office.siteId, ...body });

describe('what events propose (W4.5)', () => {
  it('a filed outgoing document, once: dated from its sign-off, with its true page count, by the rule of its source (what the closest systems get wrong: the archived date is the draft’s; page count 13 became 131)', async () => {
    const event = filed();
    matter(event.subject);
    await archives.hear(event);
    await archives.hearAgain(event);
    const [one, ...more] = await list(`siteId=${office.siteId}`);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      number: expect.stringMatching(/^A-\d{8}-\d+$/), status: 'proposed', statusName: 'proposed', source: { type: 'outgoing-document', id: event.subject, number: '发文〔2026〕9号' }, title: '关于防火的通知',
      datedAt: signedOffAt, pages: 13, category: 'WS', office: 'BGS', retention: 'D30', filedBy: office.clerk.personId, allowed: ['accept', 'return'],
    });
    expect(await archives.told(one.id)).toEqual(['record-proposed']);
  });

  it('a filed incoming document by its own date, or the day it came; a released notice by its approval, one of the night by its release', async () => {
    const data = { number: '收文〔2026〕3号', registerId: newId(), registerYear: 2026, registerNumber: 3, confidentiality: 'open' as const, receivedAt: '2026-02-02T02:00:00.000Z', concludedAt: '2026-02-09T02:00:00.000Z', attachmentIds: [] };
    const notice = { number: 'T-1', edition: 1, kind: noticeKinds[0], contentHash: hash('b'), attachmentIds: [], title: '停电', lane: 'reviewed' as const, approvedAt: '2026-04-01T02:00:00.000Z', approvedBy: newId(), releasedAt: '2026-04-02T02:00:00.000Z', validUntil: null, reviewBy: null, channels: [], audience: [], onPublicBoard: false, correctsId: null };
    const dated: Array<[WireEvent, string]> = [
      [announced('documents.incoming-filed.v1', newId(), office.siteId, { ...data, documentDate: '2026-01-30T00:00:00.000Z' }), '2026-01-30T00:00:00.000Z'],
      [announced('documents.incoming-filed.v1', newId(), office.siteId, { ...data, documentDate: null }), '2026-02-02T02:00:00.000Z'],
      [announced('notifications.notice-released.v1', newId(), office.siteId, notice), '2026-04-01T02:00:00.000Z'],
      [announced('notifications.notice-released.v1', newId(), office.siteId, { ...notice, lane: 'night', approvedAt: null, approvedBy: null }), '2026-04-02T02:00:00.000Z'],
    ];
    for (const [event, datedAt] of dated) {
      await archives.hear(event);
      expect(await of(event.subject)).toMatchObject({ datedAt, status: 'proposed' });
    }
  });

  it('a closed complaint: confidential, and hidden from whom it is about, be it the director, as a record, too (W2.3)', async () => {
    const accused = office.person('director');
    const closed = closedComplaint({ personIds: [accused.personId], crewIds: [] });
    matter(closed.subject, { confidentiality: 'confidential', documentNumber: null, paper: false });
    await archives.hear(closed);
    const { id } = await of(closed.subject);
    expect((await read(id)).body).toMatchObject({ confidentiality: 'confidential', datedAt: '2026-03-04T02:00:00.000Z', category: 'YZ', office: 'KFB', retention: 'D10' });
    expect([(await read(id, accused)).status, (await act(id, 'accept', {}, accused)).status, (await list(`siteId=${office.siteId}`, accused)).length]).toEqual([404, 404, 0]);
    const record = (await act(id, 'accept')).body;
    expect([(await office.read(record.id)).status, (await office.read(record.id, accused)).status, (await office.read(record.id, office.head)).status]).toEqual([200, 404, 404]);
    const [member, lead] = [office.person('clerk'), office.person('clerk')];
    expect((await office.read(record.id, member)).status).toBe(200);
    await archives.hear(announced('complaints.complaint-hidden.v1', closed.subject, office.siteId, { number: 'C-1', round: 1, hiddenFrom: { personIds: [member.personId], crewIds: [] } }));
    expect([(await office.read(record.id, member)).status, (await read(id, member)).status, (await office.read(record.id, lead)).status]).toEqual([404, 404, 200]);
    await office.works(accused);
    expect((await office.act(record.id, 'admit', office.director, { readerId: accused.personId })).body).toMatchObject({ status: 409, code: 'hidden-from-reader' });
  });

  it('a complaint that is hidden before its closing is heard, or while it becomes a record, stays hidden (W2.3)', async () => {
    const hiddenFrom = (who: Principal) => ({ number: 'C-2', round: 1, hiddenFrom: { personIds: [who.personId], crewIds: [] } });
    const [early, meanwhile] = [office.person('clerk'), office.person('clerk')];
    const closed = closedComplaint({ personIds: [], crewIds: [] });
    matter(closed.subject, { confidentiality: 'confidential', documentNumber: null, paper: false });
    await archives.hear(announced('complaints.complaint-hidden.v1', closed.subject, office.siteId, hiddenFrom(early)));
    await archives.hear(closed);
    const { id } = await of(closed.subject);
    expect([(await read(id, early)).status, (await read(id, meanwhile)).status]).toEqual([404, 200]);
    const record = await whileLocked(id, () => act(id, 'accept'), () => archives.hear(announced('complaints.complaint-hidden.v1', closed.subject, office.siteId, hiddenFrom(meanwhile))));
    for (const who of [early, meanwhile]) expect((await office.read(record.body.id, who)).status).toBe(404);
  });
});

describe('a proposal (W4.5)', () => {
  it('accepted, becomes a record with its final text, its files and how it was handled; once', async () => {
    const file = office.file();
    const id = await proposed({ attachmentIds: [file] });
    const told = await act(id, 'accept', { keywords: ['消防'], shelf: 'A-1', remarks: '附回执' });
    expect(told.body).toMatchObject({ archiveNumber: expect.stringMatching(/-WS·2026-D30-BGS-0001$/), datedAt: signedOffAt, pages: 13, copies: 20, carrier: 'both', responsibleParty: '阳光花园物业管理处', source: { type: 'outgoing-document' }, shelf: 'A-1' });
    const { files, sheets } = (await office.read(told.body.id)).body;
    expect(files).toMatchObject([{ sha256: office.hashes.get(file) }]);
    expect(sheets.map(({ kind }: { kind: string }) => kind)).toEqual(['card', 'text', 'trail']);
    expect(JSON.parse(sheets[2].content)).toMatchObject([{ type: 'documents.outgoing-signed-off.v1', actorId: office.director.personId }]);
    expect((await read(id)).body).toMatchObject({ status: 'accepted', recordId: told.body.id, allowed: [], duplicates: [] });
    expect((await act(id, 'accept')).body).toMatchObject({ status: 409, code: 'proposal-move-illegal' });
    expect((await archives.events(told.body.id))[0]!.data).toMatchObject({ proposalId: id, attachmentIds: [file] });
    expect(await archives.told(id)).toEqual(['record-proposed', 'proposal-accepted']);
    const again = await Promise.all([proposed(), proposed()].map(async (other) => act(await other, 'accept')));
    expect(again.map(({ body }) => body.archiveNumber.slice(-4)).sort()).toEqual(['0002', '0003']);
  });

  it('that names nobody responsible becomes a record of the office of the site, by its letterhead or the name of the site', async () => {
    const nobody = () => proposed({}, { responsibleParty: null });
    const place = { placeId: office.siteId, kind: 'site' as const, parentId: null, buildingId: null, code: 'YG', nameZh: '阳光花园', nameEn: null, label: 'YG', labelEn: 'YG', timeZone: null, externalCode: null };
    await archives.hear(announced('directory.place-registered.v1', office.siteId, office.siteId, place));
    expect((await act(await nobody(), 'accept')).body).toMatchObject({ responsibleParty: '阳光花园' });
    await archives.hear(announced('documents.letterhead-set.v1', newId(), office.siteId, { office: '阳光花园物业服务中心' }));
    expect((await act(await nobody(), 'accept')).body).toMatchObject({ responsibleParty: '阳光花园物业服务中心' });
  });

  it('has the pages its source has; another number that somebody stated there stands in its remarks, and what nobody counted the archivist may say', async () => {
    const stated = await proposed({ pages: 14 }, { pages: 14, pagesCounted: 13 });
    expect((await read(stated)).body).toMatchObject({ pages: 14, pagesCounted: 13 });
    expect((await act(stated, 'accept', { pages: 131 })).body).toMatchObject({ status: 400, code: 'pages-known', errors: [{ pointer: '/pages', message: expect.stringContaining('14') }] });
    expect((await act(stated, 'accept', { pages: 14, remarks: '附回执' })).body).toMatchObject({ pages: 14, remarks: '页数：来源填报 14 页，按文件计 13 页。\n附回执' });
    expect((await act(await proposed({ pages: 13 }, { pages: 13, pagesCounted: 13 }), 'accept')).body).toMatchObject({ pages: 13, remarks: null });
    const uncounted = await proposed({ pages: null });
    expect((await read(uncounted)).body).toMatchObject({ pages: null, pagesCounted: null });
    expect((await act(uncounted, 'accept', { pages: 5 })).body).toMatchObject({ pages: 5, remarks: null });
  });

  it('is kept for longer than by its rule where somebody says so, never for less', async () => {
    const [one, other] = [await proposed(), await proposed()];
    expect((await act(one, 'accept', { retention: 'D10' })).body).toMatchObject({ status: 400, code: 'retention-too-short', errors: [{ pointer: '/retention' }] });
    expect((await act(one, 'accept', { retention: 'Y' })).body).toMatchObject({ retention: 'Y', archiveNumber: expect.stringContaining('-Y-') });
    expect((await act(other, 'accept', { office: 'x' })).body).toMatchObject({ code: 'office-code-wrong' });
    expect((await act(other, 'accept', {}, office.head)).status).toBe(403);
    expect((await act(other, 'accept', {}, office.clerk, { 'if-match': '"7"' })).status).toBe(412);
  });

  it('returned with a reason, is seen by who filed it alone, who adds what was missing and proposes it again', async () => {
    const filer = office.technician;
    const id = await proposed({ confidentiality: 'confidential', title: null }, { confidentiality: 'confidential' }, filer);
    expect((await act(id, 'return')).status).toBe(400);
    expect((await act(id, 'return', { reason: '缺回执' })).body).toMatchObject({ status: 'returned', returnedReason: '缺回执', allowed: ['propose-again'] });
    expect((await archives.events(id)).at(-1)).toMatchObject({ type: 'archives.proposal-returned.v1', data: { filedBy: filer.personId } });
    expect(JSON.stringify(await archives.events(id))).not.toContain('缺回执');
    expect([(await read(id, filer)).status, (await read(id, office.person('technician'))).status, (await read(id, office.head)).status]).toEqual([200, 404, 404]);
    expect((await act(id, 'accept')).body).toMatchObject({ code: 'proposal-move-illegal', detail: expect.stringContaining('propose again') });
    const receipt = office.file();
    expect((await act(id, 'propose-again', { remarks: '已补回执', attachmentIds: [receipt] }, filer)).body).toMatchObject({ status: 'proposed', remarks: '已补回执' });
    expect((await archives.events(id)).at(-1)).toMatchObject({ type: 'archives.proposal-renewed.v1', data: { attachmentIds: [receipt] } });
    const record = (await act(id, 'accept')).body;
    expect((await office.read(record.id)).body.files).toMatchObject([{ sha256: office.hashes.get(receipt) }]);
    expect((await office.read(record.id, filer)).status).toBe(404);
  });

  it('shows records with the same file, text or number, and needs a reason to become another (what the closest systems get wrong: duplicate archive entries)', async () => {
    const same = { attachmentIds: [office.file(hash('e'))] };
    const first = (await act(await proposed(same, { documentNumber: '消〔2026〕1号' }), 'accept')).body;
    const byFile = await proposed({ attachmentIds: [office.file(hash('e'))] });
    expect((await read(byFile)).body.duplicates).toEqual([{ recordId: first.id, archiveNumber: first.archiveNumber, because: 'content' }]);
    expect((await act(byFile, 'accept')).body).toMatchObject({ status: 409, code: 'record-duplicate', errors: [{ pointer: '/duplicateReason' }] });
    expect((await act(byFile, 'accept', { duplicateReason: '两份原件' })).body).toMatchObject({ duplicateReason: '两份原件' });
    expect((await read(await proposed({}, { documentNumber: '消〔2026〕1号' }))).body.duplicates).toMatchObject([{ because: 'document-number' }]);
    const words = (await office.read(first.id)).body.sheets[1].content;
    expect((await read(await proposed({}, { text: words }))).body.duplicates).toMatchObject([{ recordId: first.id, because: 'content' }]);
  });

  it('tells whoever may not know of a record that it is the same as one, not as which (W2.3, W4.2)', async () => {
    const accused = office.person('clerk');
    const closed = closedComplaint({ personIds: [accused.personId], crewIds: [] });
    matter(closed.subject, { confidentiality: 'confidential', documentNumber: '投〔2026〕1号', attachmentIds: [office.file(hash('9'))] });
    await archives.hear(closed);
    const secret = (await act((await of(closed.subject)).id, 'accept')).body;
    const same = await proposed({ attachmentIds: [office.file(hash('9'))] }, {}, office.technician);
    const unseen = [{ recordId: null, archiveNumber: null, because: 'content' }];
    expect((await read(same)).body.duplicates).toEqual([{ recordId: secret.id, archiveNumber: secret.archiveNumber, because: 'content' }]);
    for (const who of [office.technician, accused]) expect((await read(same, who)).body.duplicates).toEqual(unseen);
    const refused = [await act(same, 'accept', {}, accused), await office.register({ documentNumber: '投〔2026〕1号' }, accused)];
    for (const { body } of refused) {
      expect(body).toMatchObject({ status: 409, code: 'record-duplicate', detail: expect.stringContaining('a record you may not see') });
      expect(JSON.stringify(body)).not.toContain(secret.archiveNumber);
    }
    expect((await act(same, 'accept')).body).toMatchObject({ code: 'record-duplicate', detail: expect.stringContaining(secret.archiveNumber) });
  });

  it('that was changed after its source was asked is not accepted as it was', async () => {
    const id = await proposed();
    const change = (tx: Transaction) => tx.query('UPDATE record_proposal SET version = version + 2 WHERE id = $1', [id]);
    expect((await whileLocked(id, () => act(id, 'accept'), change)).body).toMatchObject({ status: 412 });
    expect((await whileLocked(id, () => batch({ ids: [id] }), change)).body).toMatchObject({ accepted: [], left: [{ id, because: 'changed' }] });
    expect((await batch({ ids: [id] })).body).toMatchObject({ accepted: [{ id }] });
  });

  it('whose source or file is gone is no record', async () => {
    const [gone, missing] = [await proposed(), await proposed({ attachmentIds: [office.file()] })];
    office.matters.delete((await read(gone)).body.source.id);
    const answers = archives.neighbours;
    archives.neighbours = (service, path, body) => (path === describeAttachmentsPath ? { attachments: [] } : answers(service, path, body));
    for (const id of [gone, missing]) {
      expect((await read(id)).body).toMatchObject({ complete: false });
      expect((await act(id, 'accept')).body).toMatchObject({ status: 409, code: 'proposal-incomplete' });
    }
    expect((await batch()).body.left.map(({ because }: { because: string }) => because)).toEqual(['incomplete', 'incomplete']);
    archives.neighbours = answers;
  });

  it('is accepted in a batch by rule; what may be a duplicate, also within the batch, waits for somebody', async () => {
    const twins = [await proposed({ attachmentIds: [office.file(hash('f'))] }), await proposed({ attachmentIds: [office.file(hash('f'))] })];
    const others = [await proposed(), await proposed()];
    expect((await batch({}, office.head)).status).toBe(403);
    expect((await batch({ ids: [others[0]] })).body).toMatchObject({ accepted: [{ id: others[0] }], left: [] });
    const { accepted, left } = (await batch({ source: 'outgoing-document' })).body;
    expect(accepted.map(({ archiveNumber }: { archiveNumber: string }) => archiveNumber.slice(-4)).sort()).toEqual(['0002', '0003']);
    expect([accepted.length, left]).toEqual([2, [{ id: expect.any(String), number: expect.stringMatching(/^A-/), because: 'duplicate' }]]);
    expect(twins).toContain(left[0].id);
    const both = await Promise.all([batch({ ids: twins }), batch({ ids: twins })]);
    expect(both.flatMap(({ body }) => body.accepted)).toEqual([]);
    for (let i = 0; i < 48; i += 1) await proposed({ attachmentIds: [office.file(hash('f'))] });
    const [next, last] = [await proposed({ attachmentIds: [office.file(hash('f'))] }), await proposed()];
    expect((await batch()).body).toMatchObject({ accepted: [], next });
    expect((await batch({ after: next })).body).toMatchObject({ accepted: [{ id: last }], left: [], next: null });
    const racing = [await proposed(), await proposed(), await proposed()];
    const [a, b] = await Promise.all([batch({ ids: racing }), batch({ ids: racing.toReversed() })]);
    expect([...a!.body.accepted, ...b!.body.accepted].map(({ id }: { id: string }) => id).sort()).toEqual(racing.toSorted());
  });
});
