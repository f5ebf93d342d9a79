import { waitFor } from '@property-office/testing';
import { siteOf } from '../../support/contacts';
import { walkDirective } from '../../support/directives';
import type { Problem } from '../../support/http';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { pagesOfPdf, wordsOfDocx, wordsOfSlip } from '../../support/papers';
import { walkPrintJob } from '../../support/print-jobs';
import { accepted } from '../../support/repairs';
import type { Session } from '../../support/session';
import { attachmentsPath, pdfOf, upload, writtenPdf } from '../../support/uploads';
import type { PageView, TimelineView } from '../../support/views';

const patienceMs = 120_000;
const path = '/api/incoming-documents';
const outgoing = '/api/outgoing-documents';

interface DocumentView {
  id: string;
  number: string;
  status: string;
  title: string;
  sender: string;
  version: number;
  holderId: string | null;
  slipToken: string;
  turn: string[];
  attachments: Array<{ id: string; url: string }>;
  corrections: object[];
}
interface OutgoingView {
  id: string;
  number: string | null;
  draftNumber: string;
  status: string;
  textHash: string;
  version: number;
  body: string;
  versions: Array<{ n: number; change: string; textHash: string }>;
  differences: Array<{ was: string; became: string }>;
  prints: Array<{ firstShare: number | null }>;
  attachments: Array<{ id: string; url: string }>;
  attachmentTexts: Array<{ state: string }>;
}
interface Inbox {
  items: Array<{ kind: string; subject: { type: string; id: string } }>;
}

export const documents = journey('documents through the gateway', (given) => {
  let office: Office;
  let clerk: Session;
  let director: Session;
  let lead: Session;
  let desk: Session;
  let technician: Session;
  let company: Session;
  let resident: Session;

  beforeAll(async () => {
    ({ office } = given);
    const logins = ['clerk', 'director', 'lead', 'desk', 'technician', 'company', 'resident'];
    const sessions: Session[] = [];
    for (const login of logins) sessions.push(await office.as(login));
    [clerk, director, lead, desk, technician, company, resident] = sessions as [Session, Session, Session, Session, Session, Session, Session];
    await office.comeToRest();
  });

  const act = <T = DocumentView>(person: Session, id: string, verb: string, body: object = {}) => person.post<T>(`${path}/${id}/${verb}`, body);
  const does = async (person: Session, id: string, verb: string, body: object = {}): Promise<DocumentView> => accepted(await act(person, id, verb, body), 200);
  const read = async (id: string, person = clerk): Promise<DocumentView> => accepted(await person.get<DocumentView>(`${path}/${id}`), 200);
  const isTold = async (person: Session, kind: string, id: string): Promise<void> =>
    void (await waitFor(async () => (await person.get<Inbox>('/api/inbox?limit=100')).body.items.some((item) => item.kind === kind && item.subject.id === id), {
      what: `${kind} in the inbox`,
    }));
  const register = async (more: object = {}): Promise<DocumentView> =>
    accepted(await clerk.post<DocumentView>(path, { siteId: siteOf(clerk), title: '关于用电检查的通知', sender: '供电公司', ...more }), 201);

  it('W1.1: from the post to the file: mail, document, decision, ordered readers, answer, and where the paper is', async () => {
    const attachment = accepted(await upload(desk, pdfOf(2_000), '来文.pdf'), 201).id;
    const letter = { siteId: siteOf(desk), kind: 'letter', sender: '消防救援大队', addresseeId: clerk.who.id, subject: '关于冬季防火的通知', official: true, attachmentIds: [attachment] };
    const mail = accepted(await desk.post<{ id: string; number: string }>('/api/mail', letter), 201);
    await isTold(clerk, 'mail-waiting', mail.id);

    const convert = () => clerk.post<DocumentView>(`/api/mail/${mail.id}/convert`, { urgency: 'urgent' });
    const clicks = await Promise.all([convert(), convert(), convert()]);
    expect(new Set(clicks.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    const { id, number } = accepted(clicks[0]!, 200);
    const registered = await read(id);
    // Whoever wrote the envelope had another name for them: the register says what was there before (G3).
    const corrected = await clerk.post(`${path}/${id}/correct`, { sender: '区消防救援大队', reason: '以落款为准' }, { headers: { 'if-match': `"${registered.version}"` } });
    expect(corrected).toMatchObject({ status: 200, body: { number, sender: '区消防救援大队' } });
    expect((await clerk.post<Problem>(`/api/mail/${mail.id}/convert`, { confidentiality: 'confidential' })).body).toMatchObject({ status: 409, code: 'mail-converted-otherwise' });
    const document = await read(id);
    expect(document.corrections).toMatchObject([{ was: { sender: '消防救援大队' }, became: { sender: '区消防救援大队' }, reason: '以落款为准', correctedBy: clerk.who.id }]);
    expect(document).toMatchObject({ status: 'registered', title: '关于冬季防火的通知', sender: '区消防救援大队', holderId: clerk.who.id });
    expect(document.attachments.map((each) => each.id)).toEqual([attachment]);
    expect((await office.nobody().get(document.attachments[0]!.url)).status).toBe(200);
    expect((await desk.get(`${attachmentsPath}/${attachment}`)).status).toBe(404);

    await does(clerk, id, 'check');
    await does(clerk, id, 'propose', { proposal: '请客服部办理，各岗位传阅' });
    await isTold(director, 'document-to-decide', id);
    const early = await act<Problem>(lead.in('en'), id, 'finish', { result: '已办' });
    expect(early.body).toMatchObject({ status: 409, code: 'document-move-illegal', title: 'The state does not allow this' });
    await does(director, id, 'decide', { decision: '请客服部牵头，书面答复', actingPersonId: lead.who.id, answerNeeded: true });
    await isTold(lead, 'document-to-act-on', id);

    await does(clerk, id, 'circulate', { readerIds: [desk.who.id, technician.who.id], ordered: true });
    await isTold(desk, 'document-to-read', id);
    expect((await act<Problem>(technician, id, 'mark-read')).body).toMatchObject({ status: 409, code: 'not-your-turn-to-read', title: '还没有轮到您传阅' });
    expect((await technician.get<Inbox>('/api/inbox?limit=100')).body.items.some((item) => item.subject.id === id)).toBe(false);
    await does(desk, id, 'mark-read');
    const slip = async (kind: string): Promise<string> => wordsOfSlip((await clerk.get(`${path}/${id}/slip?kind=${kind}`)).text);
    for (const said of ['收文处理单', number, '来文单位区消防救援大队', '拟办意见请客服部办理，各岗位传阅', `承办${lead.who.name}`]) expect(await slip('handling')).toContain(said);
    for (const said of ['文件传阅单', `1${desk.who.name}`, `2${technician.who.name}`]) expect(await slip('circulation')).toContain(said);
    await isTold(technician, 'document-to-read', id);
    const scanned = accepted(await technician.post<{ holderId: string; scan: number }>(`${path}/scan`, { token: document.slipToken, place: '工程部' }), 200);
    expect(scanned).toMatchObject({ scan: 1, holderId: technician.who.id });
    await does(lead, id, 'finish', { result: '已张贴提示并检查楼道' });
    expect((await act<Problem>(clerk, id, 'file')).body).toMatchObject({ status: 409, code: 'not-yet-to-file' });
    await does(technician, id, 'mark-read');
    await does(lead, id, 'answer', { how: '书面', answer: '已按要求完成' });
    expect(await does(clerk, id, 'file')).toMatchObject({ status: 'filed', number });
    expect(await read(id)).toMatchObject({ holderId: technician.who.id, turn: [] });

    await office.comeToRest();
    const timeline = accepted(await lead.get<TimelineView>(`${path}/${id}/timeline`), 200).items;
    expect(timeline.map(({ type }) => type.split('.')[1]!.replace('incoming-', ''))).toEqual(
      ['registered', 'corrected', 'checked', 'proposed', 'decided', 'circulated', 'read', 'scanned', 'acted-on', 'read', 'answered', 'filed'],
    );
    expect(timeline.slice(0, 2).map(({ summary }) => summary)).toEqual([`收文已登记，编号 ${number}`, '已更正登记，原来文单位：消防救援大队']);
    expect((await clerk.post<Problem>(`${path}/${id}/correct`, { title: '防火通知', reason: '写错' }, { headers: { 'if-match': `"${(await read(id)).version}"` } })).body).toMatchObject({ status: 409, code: 'document-move-illegal' });
    const links = await office.query<{ type: string }>('SELECT object_type AS type FROM files.attachment_link WHERE attachment_id = $1 ORDER BY 1', [attachment]);
    expect(links).toEqual([{ type: 'incoming-document' }, { type: 'mail-item' }]);
    for (const target of ['', '/timeline']) expect((await resident.get(`${path}/${id}${target}`)).status).toBe(403);
  }, patienceMs);

  it('W1.1: numbers have no gaps, a void one stays, and a register of paper is carried on', async () => {
    const numbers = (await Promise.all(Array.from({ length: 10 }, () => register()))).map(({ number }) => Number(/〕(\d+)号/.exec(number)![1])).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, i) => numbers[0]! + i));
    const { id, number } = await register();
    expect(await does(clerk, id, 'void', { reason: '重复登记' })).toMatchObject({ status: 'voided', number });
    expect((await register()).number).not.toBe(number);
    const opened = accepted(await clerk.post<{ id: string }>('/api/registers', { siteId: siteOf(clerk), code: '党收', firstNumber: 58 }), 201);
    expect((await register({ registerId: opened.id })).number).toMatch(/^党收〔\d{4}〕58号$/);
    expect((await clerk.post<Problem>('/api/registers', { siteId: siteOf(clerk), code: '党收' })).body).toMatchObject({ status: 409, code: 'register-exists' });
  });

  it('W1.1: a confidential document is known to clerk, director and who is named, in lists, search, timeline and inbox', async () => {
    const { id } = await register({ title: '关于人员处分的函', confidentiality: 'confidential' });
    const search = async (person: Session) => accepted(await person.get<PageView<{ id: string }>>(`${path}?q=${encodeURIComponent('人员处分')}`), 200).items.map((each) => each.id);
    await office.comeToRest();
    expect([await search(clerk), await search(director), await search(company)]).toEqual([[id], [id], []]);
    for (const target of ['', '/timeline']) expect((await company.get(`${path}/${id}${target}`)).status).toBe(404);
    await does(clerk, id, 'check');
    await does(clerk, id, 'propose', { proposal: '请主任批示' });
    await isTold(director, 'document-to-decide', id);
    await does(director, id, 'decide', { decision: '请查实', actingPersonId: technician.who.id });
    await isTold(technician, 'document-to-act-on', id);
    expect(await search(technician)).toEqual([id]);
    expect((await technician.get(`${path}/${id}/timeline`)).status).toBe(200);
    expect(await search(company)).toEqual([]);
    expect((await company.get<Inbox>('/api/inbox?limit=100')).body.items.some((item) => item.subject.id === id)).toBe(false);
  });

  describe('what goes out', () => {
    const body = '社区居委会：\n我中心定于12月5日开展消防演练，请派员指导。';
    const letter = { kind: 'letter', title: '关于开展消防演练的函', body, recipients: ['社区居委会'], copiesTo: ['业主委员会'] };
    const go = <T = OutgoingView>(person: Session, id: string, verb: string, input: object = {}, headers: Record<string, string> = {}) =>
      person.post<T>(`${outgoing}/${id}/${verb}`, input, { headers });
    const goes = async (person: Session, id: string, verb: string, input: object = {}): Promise<OutgoingView> => accepted(await go(person, id, verb, input), 200);
    const page = async (id: string, person = clerk): Promise<OutgoingView> => accepted(await person.get<OutgoingView>(`${outgoing}/${id}`), 200);
    const correct = async (id: string, said: object): Promise<OutgoingView> =>
      accepted(await go(clerk, id, 'correct', { ...said, reason: '校对' }, { 'if-match': `"${(await page(id)).version}"` }), 200);
    const draft = async (more: object = {}): Promise<string> => accepted(await clerk.post<OutgoingView>(outgoing, { siteId: siteOf(clerk), ...letter, ...more }), 201).id;
    const signed = async (more: object = {}): Promise<string> => {
      const id = await draft(more);
      await goes(clerk, id, 'submit', { reviewerId: lead.who.id });
      await goes(lead, id, 'review');
      await goes(director, id, 'sign', { textHash: (await page(id)).textHash });
      return id;
    };

    it('W1.2: from the draft to the file: reviewed, countersigned, signed off, corrected, signed again, numbered, printed, sealed, released, received', async () => {
      const attachment = accepted(await upload(clerk, writtenPdf('Map of the site'), '附图.pdf'), 201).id;
      const id = await draft({ attachmentIds: [attachment] });
      expect((await go<Problem>(clerk, id, 'submit', { reviewerId: clerk.who.id })).body).toMatchObject({ status: 400, code: 'author-named', title: '拟稿人不能核稿或会签' });
      await goes(clerk, id, 'submit', { reviewerId: lead.who.id, countersignerIds: [technician.who.id] });
      await isTold(lead, 'outgoing-to-review', id);
      await goes(lead, id, 'review', { opinion: '属实' });
      await isTold(technician, 'outgoing-to-countersign', id);
      expect((await page(id, technician)).attachments.map((each) => each.id)).toEqual([attachment]);
      await goes(technician, id, 'countersign');
      await isTold(director, 'outgoing-to-sign', id);
      const first = await page(id, director);
      await goes(director, id, 'sign', { textHash: first.textHash });
      await isTold(clerk, 'outgoing-signed', id);

      const typography = await correct(id, { body: body.replace('，', ',').replace('5日', ' 5 日') });
      expect(typography).toMatchObject({ status: 'signed-off', substance: false, textHash: first.textHash });
      expect(typography.differences).toHaveLength(1);
      expect(await correct(id, { body: body.replace('5日', '6日') })).toMatchObject({ status: 'to-sign', substance: true });
      await isTold(director, 'outgoing-to-sign-again', id);
      expect((await go<Problem>(director.in('en'), id, 'sign', { textHash: first.textHash })).body).toMatchObject({ status: 409, code: 'text-changed', title: 'The text has changed' });
      const last = await page(id, director);
      expect(last.versions.map(({ change }) => change)).toEqual(['draft', 'typography', 'substance']);
      const compared = accepted(await director.get<{ same: boolean; differences: object[] }>(`${outgoing}/${id}/compare?from=1&to=3`), 200);
      expect(compared).toMatchObject({ same: false, differences: [{ paragraph: 2, was: expect.stringContaining('5日'), became: expect.stringContaining('6日') }] });
      await goes(director, id, 'sign', { textHash: last.textHash });

      await goes(clerk, id, 'check');
      const { number } = await goes(clerk, id, 'number');
      expect(number).toMatch(/^发文〔\d{4}〕\d+号$/);
      const pages = await pagesOfPdf(await clerk.download(`${outgoing}/${id}/paper`));
      const word = await wordsOfDocx(await clerk.download(`${outgoing}/${id}/paper?format=docx`));
      for (const words of [pages.join(''), word]) for (const said of [number!, letter.title, '12月6日', '附件：附图', '抄送：业主委员会。']) expect(words).toContain(said);
      // A copy has the page that is drawn and that of what is attached; another number is said with a reason, for all to see.
      await waitFor(async () => (await page(id)).attachmentTexts.every(({ state }) => state !== 'waiting'), { what: 'the attachment to be counted' });
      expect((await go<Problem>(clerk, id, 'print', { copies: 3, pages: 13 })).body).toMatchObject({ status: 400, code: 'pages-unlike', errors: [{ pointer: '/pages' }] });
      expect(await goes(clerk, id, 'print', { copies: 3 })).toMatchObject({ pages: pages.length + 1, countedPages: pages.length + 1, pagesReason: null });
      await isTold(director, 'outgoing-seal-to-approve', id);
      await goes(director, id, 'approve-seal', { seal: '物业服务中心公章', reason: '发函', copies: 2 });
      expect((await go<Problem>(director, id, 'use-seal')).body).toMatchObject({ status: 403, code: 'own-seal-approval', title: '批准用印的人不能自己用印' });
      await goes(clerk, id, 'use-seal');
      const uses = accepted(await clerk.get<PageView<{ documentId: string }>>('/api/seal-uses?limit=1'), 200).items;
      expect(uses).toMatchObject([{ documentId: id, number, reason: '发函', usedCopies: 2, approvedBy: director.who.id, usedBy: clerk.who.id }]);
      const sheet = async (kind: string): Promise<string> => wordsOfSlip((await clerk.get(`${outgoing}/${id}/slip?kind=${kind}`)).text);
      for (const said of ['发文稿纸', '主送社区居委会', '抄送业主委员会', `拟稿${clerk.who.name}`, `签发${director.who.name}`, `会签`, '12月6日']) expect(await sheet('draft')).toContain(said);
      for (const said of ['用印登记', '物业服务中心公章', '发函', director.who.name, clerk.who.name]) expect(await sheet('seal')).toContain(said);
      expect((await go<Problem>(clerk, id, 'release', { deliveries: [{ recipient: '社区居委会', how: '专人送达', copies: 1 }] })).body).toMatchObject({ code: 'deliveries-unfit' });
      const deliveries = [...letter.recipients, ...letter.copiesTo].map((recipient) => ({ recipient, how: '专人送达', copies: 1 }));
      await goes(clerk, id, 'release', { deliveries });
      await goes(clerk, id, 'record-receipt', { delivery: 1, receivedBy: '李主任' });
      expect((await go<Problem>(clerk, id, 'file')).body).toMatchObject({ status: 409, code: 'receipts-outstanding', detail: expect.stringContaining('业主委员会') });
      await goes(clerk, id, 'record-receipt', { delivery: 2, missingReason: '拒收，已邮寄' });
      expect(await goes(clerk, id, 'file')).toMatchObject({ status: 'filed', number });

      await office.comeToRest();
      const timeline = accepted(await lead.get<TimelineView>(`${outgoing}/${id}/timeline`), 200).items;
      expect(timeline.map(({ type }) => type.split('.')[1]!.replace('outgoing-', ''))).toEqual(
        ['drafted', 'submitted', 'reviewed', 'countersigned', 'signed-off', 'corrected', 'corrected', 'signed-off', 'checked', 'numbered', 'printed', 'seal-approved', 'sealed', 'released', 'receipt-recorded', 'receipt-recorded', 'filed'],
      );
      expect(timeline.at(-1)!.summary).toBe('已归档');
      expect(accepted(await clerk.get<PageView<object>>(`/api/record-proposals?sourceId=${id}`), 200).items).toMatchObject([{ pages: pages.length + 1 }]);
      const links = await office.query<{ type: string }>('SELECT object_type AS type FROM files.attachment_link WHERE attachment_id = $1', [attachment]);
      expect(links).toEqual([{ type: 'outgoing-document' }]);
      for (const target of ['', '/timeline', '/compare?from=1&to=2']) expect((await resident.get(`${outgoing}/${id}${target}`)).status).toBe(403);
    }, patienceMs);

    it('W1.2: minutes say who was there, on paper, too, which is signed anew where it changes; a letter says nothing of that', async () => {
      const attendance = { present: ['王主任', '李主管'], absent: ['刘工'], observers: ['业主委员会代表'] };
      expect((await clerk.post<Problem>(outgoing, { siteId: siteOf(clerk), ...letter, attendance })).body).toMatchObject({ status: 400, code: 'attendance-unfit' });
      const id = await signed({ kind: 'minutes', title: '防汛工作会议纪要', body: '会议议定：十二月前备齐沙袋。', attendance });
      const said = ['会议纪要', '防汛工作会议纪要', '出席：王主任、李主管', '请假：刘工', '列席：业主委员会代表'];
      const words = [(await pagesOfPdf(await clerk.download(`${outgoing}/${id}/paper`))).join(''), await wordsOfDocx(await clerk.download(`${outgoing}/${id}/paper?format=docx`))];
      for (const each of words) for (const part of said) expect(each).toContain(part);
      expect(await correct(id, { attendance: { ...attendance, absent: [] } })).toMatchObject({ status: 'to-sign', substance: true, differences: [{ part: 'absent', was: '刘工', became: '' }] });
    }, patienceMs);

    it('W1.2: a confidential one is known to who is named in it, each of its copies by its number; numbers at once have no gaps', async () => {
      const id = await signed({ title: '关于人员处分的报告', recipients: ['集团公司'], confidentiality: 'confidential' });
      await office.comeToRest();
      expect((await lead.get(`${outgoing}/${id}/timeline`)).status).toBe(200);
      for (const person of [company, desk]) for (const target of ['', '/timeline']) expect((await person.get(`${outgoing}/${id}${target}`)).status).toBe(404);
      const others = [await signed(), await signed(), await signed()];
      for (const each of [id, ...others]) await goes(clerk, each, 'check');
      const numbers = (await Promise.all([id, ...others].map((each) => goes(clerk, each, 'number')))).map(({ number }) => Number(/〕(\d+)号/.exec(number!)![1])).sort((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: 4 }, (_, i) => numbers[0]! + i));
      await goes(clerk, id, 'print', { copies: 2 });
      expect((await page(id)).prints).toMatchObject([{ firstShare: 1 }]);
      expect(await goes(clerk, others[0]!, 'void', { reason: '会议取消' })).toMatchObject({ status: 'voided' });
    }, patienceMs);
  });

  it('W1.1: mail is collected by its addressee; left over, they are reminded, then the clerk', async () => {
    const sign = async () =>
      accepted(await desk.post<{ id: string }>('/api/mail', { siteId: siteOf(desk), kind: 'express', sender: '五金商行', addresseeId: technician.who.id }), 201).id;
    const [taken, left] = [await sign(), await sign()];
    await isTold(technician, 'mail-waiting', left);
    expect((await desk.post<Problem>(`/api/mail/${taken}/collect`, {})).body).toMatchObject({ status: 403, code: 'not-your-mail' });
    accepted(await technician.post(`/api/mail/${taken}/collect`, {}), 200);
    await office.comeToRest();
    // Whenever this runs, two workdays lie on the way: weekends and holidays are shorter than that.
    await office.clock.forward(12 * 24 * 3_600_000);
    await isTold(technician, 'promise-late', left);
    await isTold(clerk, 'promise-late', left);
    expect((await technician.get<Inbox>('/api/inbox?limit=100')).body.items.some((item) => item.kind === 'promise-late' && item.subject.id === taken)).toBe(false);
  }, patienceMs);

  it('W3.1: a directive reaches people by name and by role, each acknowledges it once, who has not is reminded; corrected by a new one alone', async () => {
    expect((await walkDirective(office, { company, director, lead, desk, technician, resident })).acknowledged).toBeGreaterThanOrEqual(2);
  }, patienceMs);

  it('R2.2: a print job is asked for, taken by one, done or handed back, reminded; a confidential one is known to few', async () => {
    expect(await walkPrintJob(office, { clerk, director, company, lead, technician, resident })).toMatchObject({ status: 'done' });
  }, patienceMs);
});
