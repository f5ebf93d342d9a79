import { waitFor } from '@property-office/testing';
import { siteOf } from '../../support/contacts';
import type { Problem } from '../../support/http';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { accepted } from '../../support/repairs';
import type { Session } from '../../support/session';
import { docxOf, upload, writtenPdf } from '../../support/uploads';
import type { PageView } from '../../support/views';

const path = '/api/incoming-documents';
const outgoing = '/api/outgoing-documents';

interface DocumentView {
  id: string;
  number: string;
  folder: string | null;
}
interface OutgoingView {
  title: string;
  templateVersion: number;
}
interface TidyUpView {
  id: string;
  year: number;
  status: string;
  dueAt: string;
}
interface HitView {
  id: string;
  kind: string;
  direction: string | null;
  passages: Array<{ kind: string; attachmentId: string | null; excerpt: string }>;
}

export const keptPapers = journey('papers found and kept', (given) => {
  let office: Office;
  let clerk: Session;
  let director: Session;
  let technician: Session;
  let company: Session;
  let resident: Session;

  beforeAll(async () => {
    ({ office } = given);
    const sessions: Session[] = [];
    for (const login of ['clerk', 'director', 'technician', 'company', 'resident']) sessions.push(await office.as(login));
    [clerk, director, technician, company, resident] = sessions as [Session, Session, Session, Session, Session];
    await office.comeToRest();
  });

  const register = async (more: object = {}): Promise<DocumentView> =>
    accepted(await clerk.post<DocumentView>(path, { siteId: siteOf(clerk), title: '关于用电检查的通知', sender: '供电公司', ...more }), 201);

  it('W1.3: what a paper and its attachments say is found in Chinese and English, by who may know of it', async () => {
    const attach = async (content: Uint8Array, name: string): Promise<string> => accepted(await upload(clerk, content, name), 201).id;
    const search = async (person: Session, q: string) => accepted(await person.get<PageView<HitView>>(`/api/document-hits?q=${encodeURIComponent(q)}`), 200).items;
    const [inspection, annex] = [await attach(await docxOf('消火栓出水压力偏低，限期整改'), '检查记录.docx'), await attach(writtenPdf('Sprinkler pump inspected'), 'annex.pdf')];
    const { id } = await register({ title: '关于消防检查结果的函', confidentiality: 'confidential', attachmentIds: [inspection, annex] });
    await waitFor(async () => (await search(clerk, 'sprinkler PUMP')).length > 0, { what: 'the annex to be found' });
    await waitFor(async () => (await search(clerk, '出水压力')).length > 0, { what: 'the record to be found' });
    expect(await search(clerk, '出水压力')).toMatchObject([{ id, direction: 'incoming', passages: [{ attachmentId: inspection, excerpt: '消火栓出水压力偏低，限期整改' }] }]);
    expect([await search(director, '偏低'), await search(company, '出水压力'), await search(technician, '出水压力')]).toMatchObject([[{ id }], [], []]);
    expect((await upload<Problem>(clerk, await docxOf('x', { 'word/vbaProject.bin': 'macro' }), '宏.docx')).body).toMatchObject({ status: 415, code: 'macros-refused', title: '不接受带宏的文件' });
    expect((await resident.get('/api/document-hits?q=x')).status).toBe(403);
  });

  it('W1.3: so are directives, mail and what was written while a paper was handled', async () => {
    const search = async (person: Session, q: string) => accepted(await person.get<PageView<HitView>>(`/api/document-hits?q=${encodeURIComponent(q)}`), 200).items;
    const { id } = await register({ title: '关于绿化养护的函' });
    for (const [verb, body] of [['check', {}], ['propose', { proposal: '拟请绿化班组补种银杏十二株' }]] as const) accepted(await clerk.post(`${path}/${id}/${verb}`, body), 200);
    expect(await search(director, '补种银杏')).toMatchObject([{ id, kind: 'incoming-document', passages: [{ kind: 'handling' }] }]);
    const acknowledgeBy = new Date((await office.clock.now()).getTime() + 72 * 3_600_000).toISOString();
    const directive = accepted(await director.post<DocumentView>('/api/directives', { siteId: siteOf(clerk), title: '关于值守的指示', text: '请备足 sandbags 并值守泵房', addresseeIds: [technician.who.id], acknowledgeBy }), 201);
    const mail = accepted(await clerk.post<DocumentView>('/api/mail', { siteId: siteOf(clerk), kind: 'letter', sender: '园林绿化局', subject: '古树名木普查', addresseeId: technician.who.id }), 201);
    for (const [q, found] of [['Sandbags', { id: directive.id, kind: 'directive' }], ['古树名木', { id: mail.id, kind: 'mail-item' }]] as const) {
      expect(await search(technician, q)).toMatchObject([found]);
      expect(await search(clerk, q)).toMatchObject([found]);
    }
    expect(await search(company, '古树名木')).toEqual([]);
    // Nobody is reminded of them in the weeks that go by here.
    accepted(await technician.post(`/api/directives/${directive.id}/acknowledge`, {}), 200);
    accepted(await technician.post(`/api/mail/${mail.id}/collect`, {}), 200);
  });

  it('W1.3: a paper lies by category, year and number, and says so on itself, in its folder and on its slip', async () => {
    const { id, number } = await register({ title: '关于年度检查的函' });
    const does = async (person: Session, verb: string, body: object = {}) => accepted(await person.post<DocumentView>(`${path}/${id}/${verb}`, body), 200);
    await does(clerk, 'check');
    await does(clerk, 'propose', { proposal: '请存档' });
    await does(director, 'decide', { decision: '存档', actingPersonId: technician.who.id });
    await does(technician, 'finish', { result: '已阅' });
    expect((await does(clerk, 'file')).folder).not.toBeNull();
    const [, code, year, n] = /^(.*)〔(\d+)〕(\d+)号$/u.exec(number)!;
    const folder = `${code}/${year}/${n!.padStart(4, '0')}`;
    const { items: folders } = accepted(await clerk.get<PageView<{ registerId: string; category: string }>>(`/api/document-folders?siteId=${siteOf(clerk)}&limit=100`), 200);
    const { registerId } = folders.find(({ category }) => category === code)!;
    const papers = accepted(await clerk.get<PageView<{ id: string; folder: string }>>(`/api/filed-papers?registerId=${registerId}&year=${year}&limit=100`), 200).items;
    expect(papers.find((paper) => paper.id === id)).toMatchObject({ folder });
    expect((await clerk.get(`${path}/${id}/slip`)).text).toContain(folder);
    expect(accepted(await clerk.get<DocumentView>(`${path}/${id}`), 200).folder).toBe(folder);
  });

  it('W1.2: the office writes the template of its letters, and drafts begin with it from then on', async () => {
    const versions = '/api/outgoing-document-template-versions';
    const last = accepted(await clerk.get<PageView<{ version: number }>>(`${versions}?siteId=${siteOf(clerk)}&kind=reply`), 200).items[0]?.version ?? 0;
    const template = { siteId: siteOf(clerk), kind: 'reply', title: '〈事项〉复函', body: '〈收件人〉：\n〈内容〉', replaces: last };
    expect(accepted(await director.post<{ version: number }>(versions, template), 201).version).toBe(last + 1);
    expect((await clerk.post<Problem>(versions, template)).body).toMatchObject({ status: 409, code: 'template-changed', title: '模板已被别人修改' });
    const begun = accepted(await clerk.post<OutgoingView>(outgoing, { siteId: siteOf(clerk), kind: 'reply', recipients: ['居委会'] }), 201);
    expect(begun).toMatchObject({ title: '〈事项〉复函', templateVersion: last + 1 });
    expect((await technician.post(versions, template)).status).toBe(403);
  });

  it('W1.3, R2.1: the papers of a year are tidied up when it is over, with what is missing; those of last year were', async () => {
    const { items } = accepted(await clerk.get<PageView<TidyUpView>>(`/api/tidy-ups?siteId=${siteOf(clerk)}&limit=100`), 200);
    const last = items.find(({ status }) => status === 'finished')!;
    expect(last).toMatchObject({ finishedBy: clerk.who.id, finishedAt: expect.any(String), missing: { unfiled: 0, unaccepted: 0, gaps: 0 } });
    const { id, number } = await register();
    const { items: open } = accepted(await clerk.get<PageView<TidyUpView>>(`/api/tidy-ups?siteId=${siteOf(clerk)}&limit=100`), 200);
    const now = open.find(({ year }) => number.includes(`〔${year}〕`))!;
    expect(now.dueAt).toBe(`${now.year + 1}-06-30T16:00:00.000Z`);
    const detail = accepted(await director.get<TidyUpView & { unfiled: Array<{ id: string }>; gaps: object[] }>(`/api/tidy-ups/${now.id}`), 200);
    expect(detail.gaps).toEqual([]);
    expect(detail.unfiled.map((paper) => paper.id)).toContain(id);
    expect((await clerk.post<Problem>(`/api/tidy-ups/${now.id}/finish`, {})).body).toMatchObject({ status: 409, code: 'year-not-over', title: '年度尚未结束' });
    for (const person of [technician, resident]) expect((await person.get('/api/tidy-ups')).status).toBe(403);
  });
});
