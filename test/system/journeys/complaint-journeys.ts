import { waitFor } from '@property-office/testing';
import { Complaints, complaintsPath } from '../../support/complaints';
import type { Problem } from '../../support/http';
import { inboxOf, told } from '../../support/inbox';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { accepted, report, repairsPath } from '../../support/repairs';
import type { Session } from '../../support/session';
import type { PageView, RepairView, TimelineView } from '../../support/views';

const patienceMs = 120_000;
/** Too old to be waited for, and never recorded. */
const nobodys = '01900000-0000-7000-8000-00000000dead';

interface ComplaintView {
  id: string;
  number: string;
  status: string;
  round: number;
  level: number;
  major: boolean;
  handlerId: string | null;
  words: string;
}

interface PromiseView {
  promise: string;
  state: string;
  dueAt: string;
  overdue: boolean;
}

interface EscalationView {
  id: string;
  object: { type: string; id: string };
  promise: string;
  level: string;
  title: string;
}

const complaints = new Complaints<ComplaintView>({ kind: 'cleaning', words: '三号楼楼道三天没有打扫' });

export const complaintJourneys = journey('complaints and suggestions', (given) => {
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
    // Who works where reaches complaints by events.
    await office.comeToRest();
  });

  const inTwoDays = async (): Promise<string> => new Date((await office.clock.now()).getTime() + 2 * 86_400_000).toISOString();

  /** From the record to the feedback, by the desk. */
  async function untilFeedback(id: string): Promise<void> {
    await complaints.does(desk, id, 'assign', { handlerId: desk.who.id });
    await complaints.does(desk, id, 'acknowledge', { how: 'telephone' });
    await complaints.does(desk, id, 'verify', { findings: '保洁记录缺三天' });
    await complaints.does(desk, id, 'decide', { decision: 'ours', reason: '漏扫' });
    const early = await desk.post<Problem>(`${complaintsPath}/${id}/begin-handling`, { apology: '对不起' });
    expect(early.body).toMatchObject({ status: 400, code: 'branch-incomplete', errors: [{ pointer: '/promisedAt' }] });
    await complaints.does(desk, id, 'begin-handling', { apology: '对不起，我们疏忽了', promisedAt: await inTwoDays() });
    await complaints.does(desk, id, 'result', { result: '已补扫，排班已改' });
    await complaints.does(desk, id, 'feedback', { how: 'telephone', words: '好的' });
  }

  it('W2.3: ours, with apology and date, a linked repair, accepted and closed; the complainant follows it all', async () => {
    const { id, number } = await complaints.file(resident);
    await complaints.does(desk, id, 'assign', { handlerId: desk.who.id });
    await complaints.does(desk, id, 'acknowledge', { how: 'telephone' });
    await complaints.does(desk, id, 'verify', { findings: '灯坏了没人修' });
    await complaints.does(desk, id, 'decide', { decision: 'ours', reason: '属我方维护' });
    await complaints.does(desk, id, 'begin-handling', { apology: '对不起', promisedAt: await inTwoDays() });
    const repair = await report(resident);
    await complaints.does(desk, id, 'link-repair', { repairRequestId: repair.id });
    expect((await desk.post<Problem>(`${complaintsPath}/${id}/result`, { result: 'x' })).body).toMatchObject({ status: 409, code: 'work-open' });
    accepted(await resident.post<RepairView>(`${repairsPath}/${repair.id}/cancel`, { reason: '自己修好了' }), 200);
    await waitFor(async () => (await desk.post(`${complaintsPath}/${id}/result`, { result: '已无需维修' })).status === 200, { what: 'the repair to be known as over' });
    await complaints.does(desk, id, 'feedback', { how: 'visit', words: '知道了' });
    expect(await complaints.does(resident, id, 'answer', { answer: 'accepted', words: '谢谢' })).toMatchObject({ status: 'closed' });

    const timeline = await waitFor(
      async () => {
        const { items } = accepted(await resident.get<TimelineView>(`${complaintsPath}/${id}/timeline`), 200);
        return items.some(({ type }) => type === 'followups.complaint-follow-up-due.v1') && items;
      },
      { what: 'the whole timeline' },
    );
    expect(timeline[0]).toMatchObject({ type: 'complaints.complaint-recorded.v1', summary: `投诉已登记，编号 ${number}` });
    expect(timeline.map(({ summary }) => summary)).toEqual(expect.arrayContaining(['已判定：属我方责任', '已致歉，并承诺办结日期', '关联的维修已完成', '已结案：投诉人接受']));
    expect(JSON.stringify(timeline)).not.toContain(resident.who.id);
    expect(await told(resident, id, 'complaint-closed')).toMatchObject({ title: `投诉 ${number} 已结案` });
  });

  it('R3.2: not satisfied never stays closed: not followed up by the handler, then one level up to somebody new', async () => {
    const { id } = await complaints.file(resident);
    await untilFeedback(id);
    await complaints.does(resident, id, 'answer', { answer: 'accepted' });
    const followUp = await waitFor(
      async () => accepted(await director.get<PageView<{ id: string; status: string }>>(`/api/follow-ups?complaintId=${id}`), 200).items[0],
      { what: 'the follow-up of the complaint' },
    );
    expect((await desk.post<Problem>(`/api/follow-ups/${followUp.id}/outcome`, { result: 'satisfied' })).body).toMatchObject({ status: 403, code: 'own-work' });
    accepted(await director.post(`/api/follow-ups/${followUp.id}/outcome`, { result: 'unsatisfied', comment: '还是不干净' }), 200);
    await waitFor(async () => (await complaints.read(desk, id)).status === 'disputed', { what: 'the dispute' });
    expect(await complaints.read(desk, id)).toMatchObject({ level: 1, round: 2, handlerId: null });
    expect((await desk.post<Problem>(`${complaintsPath}/${id}/assign`, { handlerId: desk.who.id })).body).toMatchObject({ status: 409, code: 'handler-before' });
    expect(await complaints.does(director, id, 'assign', { handlerId: director.who.id })).toMatchObject({ handlerId: director.who.id });
    await told(resident, id, 'complaint-disputed');
  });

  it('W2.3: hidden from the person, from their crew, and from a lead of that crew who leads the desk, too', async () => {
    const lead = await office.as('lead');
    const technician2 = await office.as('technician2');
    const { id } = await complaints.file(resident2, { kind: 'repair-work', words: '周师傅态度差 rude', aboutPersonIds: [technician.who.id] });
    await untilFeedback(id);
    await complaints.does(resident2, id, 'answer', { answer: 'accepted' });
    await waitFor(async () => accepted(await director.get<PageView<object>>(`/api/follow-ups?complaintId=${id}`), 200).items.length === 1, { what: 'the follow-up' });
    await office.comeToRest();
    const same = async (who: Session, path: string): Promise<void> => {
      const strip = ({ status, body }: { status: number; body: Problem }) => ({ status, code: body.code, title: body.title, detail: body.detail });
      const hidden = strip(await who.get<Problem>(path.replace('$', id)));
      expect(hidden).toEqual(strip(await who.get<Problem>(path.replace('$', nobodys))));
      expect(hidden.status).toBe(404);
    };
    for (const who of [technician, technician2, lead]) {
      for (const path of [`${complaintsPath}/$`, `${complaintsPath}/$/timeline`]) await same(who, path);
      for (const query of ['', '?q=rude', '?status=closed', `?handlerId=${desk.who.id}`, '?limit=100'])
        expect(accepted(await who.get<PageView<{ id: string }>>(`${complaintsPath}${query}`), 200).items.map((each) => each.id)).not.toContain(id);
      expect((await inboxOf(who)).map(({ subject }) => subject.id)).not.toContain(id);
    }
    await same(lead, `${complaintsPath}/$/complainants`);
    expect(accepted(await lead.get<PageView<object>>(`/api/follow-ups?complaintId=${id}`), 200).items).toEqual([]);
    expect((await lead.post<Problem>(`${complaintsPath}/${id}/assign`, { handlerId: lead.who.id })).status).toBe(404);
    expect((await director.post<Problem>(`${complaintsPath}/${id}/assign`, { handlerId: lead.who.id })).status).toBe(409);
    expect(accepted(await director.get<{ items: Array<{ personId: string }> }>(`${complaintsPath}/${id}/complainants`), 200).items[0]!.personId).toBe(resident2.who.id);
    const events = JSON.stringify(
      await office.query(
        `SELECT actor_id, data FROM complaints.ledger WHERE aggregate_id = $1
         UNION ALL SELECT actor_id, data FROM followups.ledger WHERE data ->> 'complaintId' = $1::text`,
        [id],
      ),
    );
    for (const secret of [resident2.who.id, resident2.homeId, '态度差']) expect(events).not.toContain(secret);
  });

  it('R1.4: a major complaint is the director’s at once, and handled by their deputy in their name while they are away (G1)', async () => {
    const { id } = await complaints.file(resident, { kind: 'theft', words: '快递被员工拿走' });
    expect(await complaints.read(desk, id)).toMatchObject({ major: true, handlerId: director.who.id });
    await told(director, id, 'complaint-major');
    expect((await desk.post<Problem>(`${complaintsPath}/${id}/decide`, { decision: 'unfounded', reason: 'x' })).status).toBe(403);
    const absence = accepted(await director.post<{ id: string }>('/api/absences', {}), 201);
    await office.comeToRest();
    const deputy = await office.as('deputy');
    const theirs = await complaints.file(resident, { kind: 'theft', words: '快递不见了' });
    await told(deputy, theirs.id, 'complaint-major');
    await complaints.does(deputy, theirs.id, 'acknowledge');
    expect(await complaints.does(deputy, theirs.id, 'verify', { findings: '查看了监控' })).toMatchObject({ handlerId: director.who.id });
    const verified = await waitFor(
      async () => accepted(await desk.get<TimelineView>(`${complaintsPath}/${theirs.id}/timeline`), 200).items.find(({ type }) => type === 'complaints.complaint-verified.v1'),
      { what: 'the findings in the timeline' },
    );
    expect(verified).toMatchObject({ actor: { personId: deputy.who.id, role: 'director', forPersonId: director.who.id } });
    accepted(await director.post(`/api/absences/${absence.id}/end`, {}), 200);
  });

  /** A major one that the director and then the company handled, and of which somebody else is asked to follow it up. */
  async function passedOn(asked: Session): Promise<{ id: string; outcome: string; passedOnTo: string | null }> {
    const company = await office.as('company');
    const { id } = await complaints.file(resident2, { kind: 'theft', words: '快递又被员工拿走' });
    await complaints.does(director, id, 'acknowledge', { how: 'telephone' });
    for (const [who, answer] of [[director, 'disputed'], [company, 'accepted']] as const) {
      if (who === company) await complaints.does(who, id, 'assign', { handlerId: who.who.id });
      await complaints.does(who, id, 'verify', { findings: '查看了监控' });
      await complaints.does(who, id, 'decide', { decision: 'ours', reason: '属实' });
      await complaints.does(who, id, 'begin-handling', { apology: '对不起', promisedAt: await inTwoDays() });
      await complaints.does(who, id, 'result', { result: '已赔偿' });
      await complaints.does(who, id, 'feedback', { how: 'telephone', words: '知道了' });
      await complaints.does(resident2, id, 'answer', { answer, words: '赔偿' });
    }
    const { id: followUpId, passedOnTo } = await waitFor(
      async () => accepted(await asked.get<PageView<{ id: string; passedOnTo: string | null }>>(`/api/follow-ups?complaintId=${id}`), 200).items.find((each) => each.passedOnTo),
      { what: 'the follow-up that was passed on' },
    );
    const outcome = `/api/follow-ups/${followUpId}/outcome`;
    await told(asked, id, 'follow-up-passed-on');
    for (const who of [director, company]) expect((await who.post<Problem>(outcome, { result: 'satisfied' })).body).toMatchObject({ status: 403, code: 'own-work' });
    return { id, outcome, passedOnTo };
  }
  const isFollowedUp = (id: string): Promise<unknown> =>
    waitFor(async () => accepted(await resident2.get<TimelineView>(`${complaintsPath}/${id}/timeline`), 200).items.some(({ type }) => type === 'followups.complaint-follow-up-completed.v1'), {
      what: 'the outcome on the timeline',
    });

  it('G1: a major one that the director and then the company handled is followed up by somebody who had no part in it', async () => {
    const lead = await office.as('lead');
    const { id, outcome, passedOnTo } = await passedOn(lead);
    expect(passedOnTo).toBe('same-site');
    accepted(await lead.post(outcome, { result: 'satisfied', rating: 4 }), 200);
    await isFollowedUp(id);
  });

  it('G1: where another site has a director of its own they are asked first, and have the case until they did', async () => {
    const operator = await office.as('operator');
    const { siteId } = (await office.as('desk2')).who.roles[0]!;
    const { id: personId } = accepted(await operator.post<{ id: string }>('/api/people', { siteId, name: '蒋华' }), 201);
    accepted(await operator.post('/api/role-grants', { personId, role: 'director', siteId }), 201);
    accepted(await operator.post('/api/accounts', { personId, login: 'director2', password: office.password }), 201);
    const [other, lead] = [await office.as('director2'), await office.as('lead')];
    await office.comeToRest();
    const { id, outcome, passedOnTo } = await passedOn(other);
    expect(passedOnTo).toBe('another-site');
    expect(await complaints.read(other, id)).toMatchObject({ words: '快递又被员工拿走' });
    const toCall = await other.get<{ items: object[] }>(`${complaintsPath}/${id}/complainants`);
    expect(accepted(toCall, 200).items).toMatchObject([{ personId: resident2.who.id }]);
    expect((await lead.post<Problem>(outcome, { result: 'satisfied' })).body).toMatchObject({ status: 403, code: 'directors-own' });
    accepted(await other.post(outcome, { result: 'satisfied', rating: 4 }), 200);
    await isFollowedUp(id);
    await waitFor(async () => (await other.get(`${complaintsPath}/${id}`)).status === 404, { what: 'the case to be of their site again' });
  });

  it('W2.3: a suggestion is adopted with plan and owner, answered, and its maker hears what came of it', async () => {
    const path = '/api/suggestions';
    const { id } = accepted(await resident.post<{ id: string }>(path, { words: '大堂放一个伞架' }), 201);
    accepted(await desk.post(`${path}/${id}/review`, { opinion: '可行' }), 200);
    accepted(await director.post(`${path}/${id}/adopt`, { plan: '下月采购', ownerId: desk.who.id, dueAt: await inTwoDays() }), 200);
    await told(desk, id, 'suggestion-yours');
    accepted(await desk.post(`${path}/${id}/answer`, { how: 'message', answer: '已采纳' }), 200);
    await told(resident, id, 'suggestion-answered');
    accepted(await desk.post(`${path}/${id}/carry-out`, { outcome: '已放置' }), 200);
    await told(resident, id, 'suggestion-carried-out');
    const types = await waitFor(
      async () => {
        const items = accepted(await resident.get<TimelineView>(`${path}/${id}/timeline`), 200).items.map(({ type }) => type.split('.')[1]);
        return items.length === 5 && items;
      },
      { what: 'the timeline of the suggestion' },
    );
    expect(types).toEqual(['suggestion-recorded', 'suggestion-reviewed', 'suggestion-adopted', 'suggestion-answered', 'suggestion-carried-out']);
    expect((await resident2.get<Problem>(`${path}/${id}`)).status).toBe(404);
  });

  it('G5: what nobody takes goes up, to nobody it is hidden from; they answer, and the clock of a major one is the director’s (G4, Q1)', async () => {
    const lead = await office.as('lead');
    const promisesOf = async (who: Session, id: string): Promise<Record<string, PromiseView>> => {
      const { promises } = accepted(await who.get<{ promises: PromiseView[] }>(`${complaintsPath}/${id}`), 200);
      return Object.fromEntries(promises.map((each) => [each.promise, each]));
    };
    const escalatedTo = async (who: Session, id: string): Promise<EscalationView[]> =>
      accepted(await who.get<PageView<EscalationView>>('/api/escalations?limit=100'), 200).items.filter(({ object }) => object.id === id);
    const { id, number } = await complaints.file(resident);
    const hidden = await complaints.file(resident2, { kind: 'repair-work', aboutPersonIds: [technician.who.id] });
    const major = await complaints.file(resident, { kind: 'theft', words: '车里的东西不见了' });
    const { answer, solved } = await promisesOf(resident, id);
    expect([answer, solved]).toMatchObject([{ state: 'running', overdue: false }, { state: 'running' }]);
    expect(Object.keys(await promisesOf(desk, major.id))).toEqual(['answer', 'first-contact', 'reply', 'solved', 'taken-by-director', 'first-result']);

    await office.clock.forward(Date.parse(answer!.dueAt) - (await office.clock.now()).getTime() + 60_000);
    const mine = await waitFor(async () => (await escalatedTo(lead, id)).find(({ level }) => level === 'lead'), { what: 'the escalation to the lead' });
    expect(mine).toMatchObject({ object: { type: 'complaint' }, promise: 'answer', title: `${number} 的“响应”已升级给您` });
    await waitFor(async () => (await escalatedTo(director, hidden.id)).length > 0, { what: 'the escalation past the lead' });
    expect(await escalatedTo(lead, hidden.id)).toEqual([]);
    await told(director, major.id, 'promise-late');
    expect((await escalatedTo(director, major.id)).map(({ promise, level }) => `${promise} ${level}`)).toContain('taken-by-director responsible');

    accepted(await lead.post(`/api/escalations/${mine.id}/act`, { note: '马上联系业主' }), 200);
    await complaints.does(desk, id, 'acknowledge', { how: 'telephone' });
    expect(await promisesOf(resident, id)).toMatchObject({ answer: { state: 'closed', overdue: true }, 'first-contact': { state: 'closed' } });
    const timeline = await waitFor(
      async () => {
        const { items } = accepted(await resident.get<TimelineView>(`${complaintsPath}/${id}/timeline`), 200);
        return items.some(({ type }) => type === 'notifications.escalation-answered.v1') && items;
      },
      { what: 'the answer on the timeline' },
    );
    const summaries = timeline.map(({ summary }) => summary);
    expect(summaries.filter((summary) => summary === '“响应”升级提醒：客服主管，已通知')).toHaveLength(1);
    expect(summaries).toContain('“响应”的升级提醒：已处理');
    expect(JSON.stringify(timeline)).not.toContain('马上联系业主');
  }, patienceMs);
});
