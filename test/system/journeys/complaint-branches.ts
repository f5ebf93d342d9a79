import { waitFor } from '@property-office/testing';
import { Complaints, complaintsPath } from '../../support/complaints';
import { contactAct, contactsPath, recordContact, siteOf, type ContactView } from '../../support/contacts';
import type { Problem } from '../../support/http';
import { told } from '../../support/inbox';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { accepted } from '../../support/repairs';
import type { Session } from '../../support/session';
import type { PageView, TimelineView } from '../../support/views';

const patienceMs = 120_000;

interface CaseView {
  id: string;
  number: string;
  status: string;
  major: boolean;
  majorBecause: string[];
  handlerId: string | null;
  households: number;
  file: { tasks: Array<{ id: string; done: string | null; cancelReason: string | null }>; aboutPersonIds: string[]; corrections: object[] } | null;
  complainants: Array<{ words: string | null; contactId: string | null }>;
}

interface TaskView {
  id: string;
  complaintId: string;
  status: string;
  overdue: boolean;
}

const complaints = new Complaints<CaseView>({ kind: 'facility', words: '东门的门禁坏了' });

/** Branches of a complaint that are not gone every day. */
export const complaintBranches = journey('branches of complaints and suggestions', (given) => {
  let office: Office;
  let resident: Session;
  let resident2: Session;
  let desk: Session;
  let director: Session;
  let technician: Session;

  beforeAll(async () => {
    ({ office } = given);
    [resident, resident2, desk, director, technician] = (await Promise.all(
      ['resident', 'resident2', 'desk', 'director', 'technician'].map((login) => office.as(login)),
    )) as [Session, Session, Session, Session, Session];
    await office.comeToRest();
  });

  const inDays = async (days: number): Promise<string> => new Date((await office.clock.now()).getTime() + days * 86_400_000).toISOString();
  const decided = async (id: string, decision: string): Promise<void> => {
    await complaints.does(desk, id, 'assign', { handlerId: desk.who.id });
    await complaints.does(desk, id, 'acknowledge', { how: 'telephone' });
    await complaints.does(desk, id, 'verify', { findings: '到现场看过' });
    await complaints.does(desk, id, 'decide', { decision, reason: '按规约' });
  };
  /** Told to who complains, who accepts it. */
  const closes = async (id: string): Promise<void> => {
    await complaints.does(desk, id, 'feedback', { how: 'telephone', words: '知道了' });
    expect(await complaints.does(resident, id, 'answer', { answer: 'accepted' })).toMatchObject({ status: 'closed' });
  };

  it('W2.3, W2.1: households that ring about one matter are one complaint, which the fifth makes a major one', async () => {
    const { id, number } = await complaints.file(resident, { words: '地库漏水 garage' });
    const homes = await office.query<{ id: string }>(`SELECT id FROM directory.place WHERE site_id = $1 AND kind = 'home' AND id <> $2 ORDER BY id LIMIT 4`, [siteOf(desk), resident.homeId]);
    expect(homes).toHaveLength(4);
    const contacts: string[] = [];
    for (const [nth, { id: homeId }] of homes.entries()) {
      const contact = await recordContact(desk, { ownWords: `我家车位也漏 ${nth}`, caller: { name: '邻居', homeId } });
      const offered = accepted(await desk.get<{ items: Array<{ id: string }> }>(`${complaintsPath}/joinable?siteId=${siteOf(desk)}&q=garage`), 200);
      expect(offered.items.map((each) => each.id)).toContain(id);
      const clicks = await Promise.all([0, 1].map(() => contactAct(desk, contact.id, 'convert', { to: 'complaint', complaint: { joins: id } })));
      expect(clicks.map((each) => accepted(each, 200).convertedTo)).toEqual([expect.objectContaining({ id }), expect.objectContaining({ id })]);
      contacts.push(contact.id);
    }
    const joined = await waitFor(async () => {
      const complaint = await complaints.read(director, id);
      return complaint.households === 5 && complaint.major && complaint;
    }, { what: 'the fifth household to make it a major one' });
    expect(joined).toMatchObject({ major: true, majorBecause: ['five-households'], handlerId: director.who.id });
    expect(joined.complainants.flatMap(({ contactId }) => contactId ?? []).sort()).toEqual(contacts.toSorted());
    await told(director, id, 'complaint-major');
    expect(accepted(await desk.get<ContactView>(`${contactsPath}/${contacts[0]!}`), 200).convertedTo).toMatchObject({ id, number });
    expect((await complaints.read(resident, id)).complainants).toHaveLength(1);
  }, patienceMs);

  it('W2.3: two that were filed of one matter become one, of which each complainant answers for themselves', async () => {
    const lead = await office.as('lead');
    const into = await complaints.file(resident, { kind: 'cleaning', words: '八号楼的垃圾没人清' });
    const { id } = await complaints.file(resident2, { kind: 'cleaning', words: '八号楼垃圾堆了两天', aboutWords: '早班的保洁' });
    expect((await lead.post<Problem>(`${complaintsPath}/${id}/merge`, { into: into.id, reason: '同一处' })).body).toMatchObject({ status: 409, code: 'about-open' });
    await complaints.does(lead, id, 'correct-about', { aboutPersonIds: [], aboutCrewIds: [], reason: '当天早班没有排人' });
    expect(await complaints.does(lead, id, 'merge', { into: into.id, reason: '同一处' })).toMatchObject({ status: 'merged', mergedInto: { id: into.id, number: into.number } });
    expect(await told(resident2, into.id, 'complaint-merged')).toMatchObject({ title: `您的投诉与投诉 ${into.number} 为同一事项，已并入一并办理` });
    await decided(into.id, 'unfounded');
    await complaints.does(desk, into.id, 'explain', { explanation: '当天已补清' });
    await complaints.does(desk, into.id, 'feedback', { how: 'telephone', words: '知道了' });
    expect(await complaints.does(resident, into.id, 'answer', { answer: 'accepted', words: '好' })).toMatchObject({ status: 'awaiting-feedback' });
    expect((await complaints.read(resident2, into.id)).complainants).toMatchObject([{ words: '八号楼垃圾堆了两天', answer: null }]);
    expect(await complaints.does(resident2, into.id, 'answer', { answer: 'accepted' })).toMatchObject({ status: 'closed' });
    const said = async (who: Session, which: string): Promise<string[]> => accepted(await who.get<TimelineView>(`${complaintsPath}/${which}/timeline`), 200).items.map(({ summary }) => summary);
    const double = await complaints.read(resident2, id);
    await waitFor(async () => (await said(resident, into.id)).includes('已结案'), { what: 'the end of both' });
    expect(await said(resident, into.id)).toEqual(expect.arrayContaining([`${double.number} 并入本案，现共 2 人、2 户`, '登记了投诉人的答复情况（1/2）']));
    expect((await said(resident2, id)).at(-1)).toBe(`与 ${into.number} 为同一事项，已并入一并办理`);
  }, patienceMs);

  it('W2.3, G3: corrected to be about its handler, it passes to another and is hidden from them', async () => {
    const { id } = await complaints.file(resident2);
    await complaints.does(desk, id, 'assign', { handlerId: desk.who.id });
    await complaints.does(director, id, 'correct-about', { aboutPersonIds: [desk.who.id], aboutCrewIds: [], reason: '业主指认' });
    const { handlerId, file: kept } = await complaints.read(director, id);
    expect(handlerId).not.toBe(desk.who.id);
    expect(kept).toMatchObject({ aboutPersonIds: [desk.who.id], corrections: [{ formerPersonIds: [] }] });
    expect((await desk.get<Problem>(`${complaintsPath}/${id}`)).status).toBe(404);
    await waitFor(async () => (await desk.get(`${complaintsPath}/${id}/timeline`)).status === 404, { what: 'the timeline to be hidden' });
  });

  it('W2.3: partly ours has apology, date and explanation; its tasks are their owners’ to do by a date, or are cancelled (G5)', async () => {
    const { id } = await complaints.file(resident);
    await decided(id, 'partly-ours');
    expect((await desk.post<Problem>(`${complaintsPath}/${id}/begin-handling`, { apology: '对不起', promisedAt: await inDays(3) })).body).toMatchObject({ code: 'branch-incomplete' });
    await complaints.does(desk, id, 'begin-handling', { apology: '对不起', promisedAt: await inDays(3), explanation: '另一半是业主自装设备' });
    for (const what of ['更换读卡器', '通知厂家']) await complaints.does(desk, id, 'tasks', { what, ownerId: technician.who.id, dueAt: await inDays(2) });
    await told(technician, id, 'complaint-task');
    const own = async (): Promise<TaskView[]> => accepted(await technician.get<PageView<TaskView>>('/api/complaint-tasks?limit=100'), 200).items.filter(({ complaintId }) => complaintId === id);
    const [second, first] = await own();
    expect((await desk.post<Problem>(`${complaintsPath}/${id}/result`, { result: 'x' })).body).toMatchObject({ status: 409, code: 'work-open' });
    await complaints.does(technician, id, 'finish-task', { taskId: first!.id, done: '已更换' });
    await told(desk, id, 'complaint-task-done');
    await complaints.does(desk, id, 'cancel-task', { taskId: second!.id, reason: '厂家已知' });
    await told(technician, id, 'complaint-task-cancelled');
    expect((await own()).map(({ status }) => status)).toEqual(['cancelled', 'finished']);
    await complaints.does(desk, id, 'result', { result: '门禁已恢复' });
    await closes(id);
  });

  it('W2.3: not ours is explained with the help given; what is unlawful is stopped, recorded and reported to the authority', async () => {
    const { id } = await complaints.file(resident, { kind: 'neighbour', words: '邻居在楼道堆放杂物' });
    await decided(id, 'not-ours');
    expect((await desk.post<Problem>(`${complaintsPath}/${id}/explain`, { explanation: '属业主之间' })).body).toMatchObject({ status: 400, code: 'branch-incomplete' });
    const unlawful = { stopped: '当面劝阻', record: '拍照留存', authority: '消防救援站', reportedAt: (await office.clock.now()).toISOString() };
    await complaints.does(desk, id, 'explain', { explanation: '属业主之间', helpGiven: '已协助沟通', unlawful });
    await closes(id);
    const types = (await waitFor(
      async () => {
        const { items } = accepted(await resident.get<TimelineView>(`${complaintsPath}/${id}/timeline`), 200);
        return items.some(({ type }) => type === 'complaints.complaint-closed.v1') && items;
      },
      { what: 'the timeline' },
    )).map(({ type }) => type.split('.')[1]);
    expect(types).toContain('complaint-explained');
  });

  it('W2.3: unfounded is explained, and closed once they have heard it', async () => {
    const { id } = await complaints.file(resident);
    await decided(id, 'unfounded');
    await complaints.does(desk, id, 'explain', { explanation: '监控显示门禁正常' });
    await closes(id);
  });

  it('W2.3, G4: a suggestion says by when it is reviewed, and is declined with a reason', async () => {
    const { id } = accepted(await resident.post<{ id: string }>('/api/suggestions', { words: '电梯里放音乐' }), 201);
    const promises = async () => accepted(await resident.get<{ promises: Array<{ promise: string; state: string }> }>(`/api/suggestions/${id}`), 200).promises;
    expect(await promises()).toMatchObject([{ promise: 'review-suggestion', state: 'running' }]);
    accepted(await desk.post(`/api/suggestions/${id}/review`, { opinion: '有人怕吵' }), 200);
    accepted(await director.post(`/api/suggestions/${id}/decline`, { reason: '会打扰住户' }), 200);
    accepted(await desk.post(`/api/suggestions/${id}/answer`, { how: 'message', answer: '谢谢，暂不采纳' }), 200);
    await told(resident, id, 'suggestion-answered');
    expect(await promises()).toMatchObject([{ promise: 'review-suggestion', state: 'closed' }]);
  });
});
