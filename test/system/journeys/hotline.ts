import { waitFor } from '@property-office/testing';
import { Complaints, complaintsPath } from '../../support/complaints';
import { contactAct, recordContact, siteOf } from '../../support/contacts';
import type { Problem } from '../../support/http';
import { told } from '../../support/inbox';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { accepted } from '../../support/repairs';
import type { Session } from '../../support/session';
import type { PageView, TimelineView } from '../../support/views';

interface CaseView {
  id: string;
  number: string;
  status: string;
  handlerId: string | null;
  major: boolean;
  hotlineNumber: string | null;
  hotlineDeadline: string | null;
  dueAt: string;
  extendedUntil: string | null;
  complainants: Array<{ hotlineNumber: string | null; contactId: string | null }>;
}

const day = 86_400_000;
const complaints = new Complaints<CaseView>({ kind: 'facility', words: '地下车库道闸常坏 12345' });

/** What the mayor's hotline (12345) sends, and the one extension (W2.3). */
export const hotline = journey('complaints of the hotline and the one extension', (given) => {
  let office: Office;
  let resident: Session;
  let desk: Session;
  let director: Session;
  let company: Session;

  beforeAll(async () => {
    ({ office } = given);
    [resident, desk, director, company] = (await Promise.all(['resident', 'desk', 'director', 'company'].map((login) => office.as(login)))) as [Session, Session, Session, Session];
    await office.comeToRest();
  });

  const at = async (days: number): Promise<string> => new Date((await office.clock.now()).getTime() + days * day).toISOString();
  const listed = async (q: string): Promise<CaseView[]> => accepted(await desk.get<PageView<CaseView>>(`${complaintsPath}?siteId=${siteOf(desk)}&hotline=true&q=${q}`), 200).items;
  const before = (one: string, other: string): void => expect(Date.parse(one)).toBeLessThan(Date.parse(other));

  it('W2.3: number and deadline of the hotline lead, ours is earlier; extended once, approved by another, told before the old date', async () => {
    const [hotlineNumber, hotlineDeadline] = ['12345-2026112801', await at(6)];
    const half = await desk.post<Problem>(complaintsPath, { kind: 'facility', words: 'x', homeId: resident.homeId, outside: 'hotline', hotlineDeadline });
    expect(half.body).toMatchObject({ status: 400, code: 'hotline-incomplete', errors: [{ pointer: '/hotlineNumber' }] });
    const { id } = accepted(await desk.post<CaseView>(complaintsPath, { kind: 'facility', words: '地下车库道闸常坏', homeId: resident.homeId, onBehalfOf: resident.who.id, outside: 'hotline', hotlineNumber, hotlineDeadline }), 201);
    const [first] = await listed(hotlineNumber);
    expect(first).toMatchObject({ id, hotlineNumber, hotlineDeadline, major: true, handlerId: director.who.id });
    before(first!.dueAt, hotlineDeadline);
    expect(await complaints.read(resident, id)).toMatchObject({ hotlineNumber });

    const asks = async (until: string) => director.post<Problem>(`${complaintsPath}/${id}/request-extension`, { until, reason: '等厂家配件' });
    expect((await asks(hotlineDeadline)).body).toMatchObject({ status: 400, code: 'extension-date', errors: [{ pointer: '/until' }] });
    const until = new Date((Date.parse(first!.dueAt) + Date.parse(hotlineDeadline)) / 2).toISOString();
    accepted(await asks(until), 200);
    expect((await director.post<Problem>(`${complaintsPath}/${id}/announce-extension`, { how: 'telephone' })).body).toMatchObject({ status: 409, code: 'extension-missing' });
    expect((await director.post<Problem>(`${complaintsPath}/${id}/approve-extension`, { approved: true })).body).toMatchObject({ status: 403, code: 'extension-own' });
    expect(await complaints.does(company, id, 'approve-extension', { approved: true })).toMatchObject({ dueAt: first!.dueAt, extendedUntil: null });
    expect(await complaints.does(director, id, 'announce-extension', { how: 'telephone' })).toMatchObject({ dueAt: until, extendedUntil: until });
    await told(resident, id, 'complaint-extended');
    const entry = await waitFor(
      async () => accepted(await resident.get<TimelineView>(`${complaintsPath}/${id}/timeline`), 200).items.find(({ type }) => type === 'complaints.extension-told.v1'),
      { what: 'the extension on the timeline' },
    );
    before(entry.happenedAt, first!.dueAt);
    expect((await asks(new Date(Date.parse(until) + 3_600_000).toISOString())).body).toMatchObject({ status: 409, code: 'extension-used' });

    await complaints.does(director, id, 'acknowledge', { how: 'telephone' });
    await complaints.does(director, id, 'verify', { findings: '道闸控制器老化' });
    await complaints.does(director, id, 'decide', { decision: 'unfounded', reason: '已更换，投诉的是旧情况' });
    await complaints.does(director, id, 'explain', { explanation: '上周已更换' });
    await complaints.does(director, id, 'feedback', { how: 'telephone', words: '知道了' });
    expect(await complaints.does(resident, id, 'answer', { answer: 'accepted' })).toMatchObject({ status: 'closed' });
  }, 120_000);

  it('W2.3, W2.1: a caller whom the hotline sent joins an open complaint, which is due before their deadline then', async () => {
    const { id, dueAt } = await complaints.file(resident, { words: '大堂玻璃破了 12345' });
    const contact = await recordContact(desk, { ownWords: '大堂玻璃还没换，我打了市长热线' });
    const [hotlineNumber, hotlineDeadline] = ['12345-2026112802', await at(3)];
    const joining = { joins: id, signs: ['hotline'], hotlineNumber, hotlineDeadline };
    expect((await contactAct(desk, contact.id, 'convert', { to: 'complaint', complaint: { ...joining, hotlineNumber: undefined } })).body).toMatchObject({ status: 400, code: 'hotline-incomplete' });
    accepted(await contactAct(desk, contact.id, 'convert', { to: 'complaint', complaint: joining }), 200);
    const led = await waitFor(async () => (await listed(hotlineNumber)).at(0), { what: 'the complaint under the number of the hotline' });
    expect(led).toMatchObject({ id, hotlineNumber, hotlineDeadline, major: true });
    before(led.dueAt, hotlineDeadline);
    before(led.dueAt, dueAt);
    expect((await complaints.read(director, id)).complainants).toMatchObject([{ hotlineNumber: null }, { hotlineNumber, contactId: contact.id }]);
    expect(await complaints.read(resident, id)).toMatchObject({ hotlineNumber: null, hotlineDeadline: null });
  });
});
