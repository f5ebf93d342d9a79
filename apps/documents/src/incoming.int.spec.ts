import { newId } from '@property-office/kernel';
import { DocumentsUnderTest } from './documents.fixture';
import { PaperOffice } from './paper-office.fixture';

let documents: DocumentsUnderTest;
let office: PaperOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
beforeEach(async () => {
  office = await PaperOffice.open(documents);
});
afterAll(() => documents.close());

describe('an incoming document (W1.1)', () => {
  it('is registered, checked, proposed, decided, acted on, answered and filed', async () => {
    const { status, body } = await office.register({ urgency: 'urgent', copies: 2, documentDate: '2026-11-20T00:00:00+08:00' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ number: expect.stringMatching(/^收文〔\d{4}〕\d+号$/), status: 'registered', statusName: 'registered', urgency: 'urgent', copies: 2, paper: true });
    const { id } = body;
    expect(await office.does(id, 'check', office.clerk)).toMatchObject({ status: 'checked' });
    expect(await office.does(id, 'propose', office.clerk, { proposal: '请工程部办理，主任批示' })).toMatchObject({ status: 'proposed', statusName: 'proposed' });
    const dueAt = office.inHours(72);
    const decision = { decision: '请工程部牵头，三日内回复', actingPersonId: office.head.personId, dueAt, answerBy: office.inHours(96) };
    expect(await office.does(id, 'decide', office.director, decision)).toMatchObject({ status: 'decided', actingPersonId: office.head.personId, dueAt, answerNeeded: true });
    expect(await office.does(id, 'finish', office.head, { result: '已检查，隐患两处已整改' })).toMatchObject({ status: 'acted-on', result: '已检查，隐患两处已整改' });
    expect((await office.act(id, 'file', office.clerk)).body).toMatchObject({ status: 409, code: 'not-yet-to-file', detail: expect.stringContaining('answer') });
    expect(await office.does(id, 'answer', office.head, { how: '书面', answer: '已按要求完成' })).toMatchObject({ answer: '已按要求完成', answeredHow: '书面' });
    expect((await office.act(id, 'answer', office.head, { how: '书面', answer: 'x' })).body).toMatchObject({ status: 409, code: 'no-answer-needed' });
    expect(await office.does(id, 'file', office.clerk)).toMatchObject({ status: 'filed', allowed: ['scan'] });
    expect(await documents.told(id)).toEqual(['incoming-registered', 'incoming-checked', 'incoming-proposed', 'incoming-decided', 'incoming-acted-on', 'incoming-answered', 'incoming-filed']);
  });

  it('announces what archives will date its record from: the end of the matter, not the day it was filed', async () => {
    const id = await office.decided({ documentDate: '2026-11-20T00:00:00+08:00' }, { answerNeeded: true });
    await office.does(id, 'finish', office.head, { result: '已办' });
    const answered = await office.does(id, 'answer', office.clerk, { how: '电话', answer: '已办结' });
    await documents.later(26 * 3600);
    await office.does(id, 'file', office.clerk);
    const { data } = (await documents.events(id)).at(-1)!;
    expect(data).toMatchObject({ documentDate: '2026-11-19T16:00:00.000Z', concludedAt: answered.answeredAt, registerNumber: expect.any(Number) });
  });

  it('bears a date that has come', async () => {
    const { body } = await office.register({ documentDate: office.inHours(48) });
    expect(body).toMatchObject({ status: 400, code: 'document-date-ahead', errors: [{ pointer: '/documentDate', message: 'it cannot be in the future' }] });
  });

  it('says nothing of what it is about in any event', async () => {
    const id = await office.decided({ title: '机密事项甲', sender: '某机关' }, { answerNeeded: true });
    await office.does(id, 'finish', office.head, { result: '结果乙' });
    await office.does(id, 'answer', office.head, { how: '书面', answer: '答复丙' });
    const all = JSON.stringify(await documents.events(id));
    for (const words of ['机密事项甲', '某机关', '结果乙', '答复丙', '请工程部']) expect(all).not.toContain(words);
  });

  it('is sent back with a reason, and that is the end of it', async () => {
    const id = await office.registered();
    expect((await office.act(id, 'send-back', office.clerk)).body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    expect(await office.does(id, 'send-back', office.clerk, { reason: '主送单位有误' })).toMatchObject({ status: 'sent-back', sentBackReason: '主送单位有误' });
    expect((await office.act(id, 'propose', office.clerk, { proposal: 'x' })).body).toMatchObject({ status: 409, detail: expect.stringContaining('scan its slip') });
  });

  it('names the legal moves where one is not', async () => {
    const id = await office.registered();
    const refused = (await office.act(id, 'decide', office.director, { decision: '同意', actingPersonId: office.head.personId })).body;
    expect(refused).toMatchObject({ status: 409, code: 'document-move-illegal', detail: expect.stringContaining('check, send back, correct its registration, void, scan its slip.') });
  });

  it('is decided by another person than who proposed, whatever the roles, and whoever acts for whom (G1)', async () => {
    const both = office.person('director');
    await office.employ(both);
    const id = await office.registered();
    await office.does(id, 'check', both);
    await office.does(id, 'propose', both, { proposal: '自己办' });
    const decision = { decision: '同意', actingPersonId: office.head.personId };
    expect((await office.act(id, 'decide', both, decision)).body).toMatchObject({ status: 403, code: 'own-proposal' });
    const deputy = { ...office.desk, deputyships: [{ forPersonId: both.personId, kind: 'approvals' as const, roles: both.roles }] };
    expect((await office.act(id, 'decide', deputy, decision)).body).toMatchObject({ status: 403, code: 'own-proposal' });
    await office.does(id, 'decide', office.director, decision);
    expect((await office.act(await office.proposed(), 'decide', office.clerk, decision)).status).toBe(403);
  });

  it('for reading only, has nobody who acts on it', async () => {
    const id = await office.proposed();
    expect(await office.does(id, 'decide', office.director, { decision: '已阅，存档' })).toMatchObject({ status: 'acted-on', actingPersonId: null, dueAt: null });
    expect(await office.does(id, 'file', office.clerk)).toMatchObject({ status: 'filed' });
  });

  it('goes only to people who work on the site, by a date that lies ahead', async () => {
    const id = await office.proposed();
    const decide = (more: object) => office.act(id, 'decide', office.director, { decision: '请办', actingPersonId: office.head.personId, ...more });
    expect((await decide({ actingPersonId: newId() })).body).toMatchObject({ status: 400, code: 'staff-unknown', errors: [{ pointer: '/actingPersonId' }] });
    for (const date of [office.inHours(-1), office.inHours(40 * 365 * 24)]) {
      expect((await decide({ dueAt: date })).body).toMatchObject({ status: 400, code: 'decision-date-impossible', errors: [{ pointer: '/dueAt' }] });
      expect((await decide({ answerBy: date })).body).toMatchObject({ status: 400, errors: [{ pointer: '/answerBy' }] });
    }
  });

  it('given to somebody else, is known no more to who acted on it or supervised it before, if it is confidential and nothing else of it is theirs', async () => {
    const id = await office.decided({ confidentiality: 'confidential' });
    expect((await office.read(id, office.head)).status).toBe(200);
    await office.does(id, 'assign', office.clerk, { actingPersonId: office.technician.personId });
    expect((await office.read(id, office.head)).status).toBe(404);
    expect((await office.read(id, office.technician)).status).toBe(200);
    await office.does(id, 'assign', office.clerk, { actingPersonId: office.head.personId });
    expect((await office.read(id, office.head)).status).toBe(200);
    expect((await office.read(id, office.technician)).status).toBe(404);
    await office.does(id, 'supervise', office.director, { supervisorId: office.lead.personId });
    await office.does(id, 'supervise', office.director, { supervisorId: office.lead.personId });
    expect((await office.read(id, office.lead)).status).toBe(200);
    await office.does(id, 'supervise', office.director, { supervisorId: office.desk.personId });
    expect((await office.read(id, office.lead)).status).toBe(404);
    expect((await office.read(id, office.desk)).status).toBe(200);
  });

  it('is done when who acts on it says so, given to somebody else, reminded, and supervised by another person', async () => {
    const id = await office.decided();
    expect((await office.act(id, 'finish', office.clerk, { result: 'x' })).body).toMatchObject({ status: 403, code: 'not-acting-person' });
    expect(await office.does(id, 'remind', office.clerk)).toMatchObject({ reminders: 1, status: 'decided' });
    expect((await office.act(id, 'supervise', office.director, { supervisorId: office.head.personId })).body).toMatchObject({ status: 409, code: 'own-supervision' });
    expect(await office.does(id, 'supervise', office.director, { supervisorId: office.lead.personId })).toMatchObject({ supervisedBy: office.lead.personId });
    expect((await office.act(id, 'remind', office.head)).body).toMatchObject({ status: 403, code: 'not-supervisor' });
    expect(await office.does(id, 'remind', office.lead)).toMatchObject({ reminders: 2 });
    expect((await office.act(id, 'assign', office.clerk, { actingPersonId: office.lead.personId })).body).toMatchObject({ status: 409, code: 'own-supervision' });
    await office.does(id, 'assign', office.clerk, { actingPersonId: office.technician.personId });
    expect((await office.act(id, 'finish', office.head, { result: 'x' })).status).toBe(404);
    await office.does(id, 'finish', office.technician, { result: '已修复' });
    expect((await documents.told(id)).slice(4)).toEqual(['incoming-reminded', 'incoming-supervised', 'incoming-reminded', 'incoming-assigned', 'incoming-acted-on']);
  });

  it('is checked or sent back by mistake, and taken back within five minutes if nothing followed (G3)', async () => {
    const id = await office.registered();
    await office.does(id, 'send-back', office.clerk, { reason: '点错了' });
    expect((await office.act(id, 'take-back', office.director)).body).toMatchObject({ status: 409, code: 'too-late-to-take-back' });
    expect(await office.does(id, 'take-back', office.clerk)).toMatchObject({ status: 'registered', sentBackReason: null });
    // Its clock runs on as if it had never been sent back.
    expect(await documents.rows(`SELECT state FROM deadline WHERE aggregate_id = $1 AND promise = 'propose'`, [id])).toEqual([{ state: 'running' }]);
    await office.does(id, 'check', office.clerk);
    await documents.later(301);
    expect((await office.act(id, 'take-back', office.clerk)).status).toBe(409);
    await office.does(id, 'propose', office.clerk, { proposal: '请办' });
    expect((await office.act(id, 'take-back', office.clerk)).status).toBe(409);
  });

  it('takes acts that happened earlier with a reason, none before what they follow, and none on a stale page (G2)', async () => {
    const { body } = await office.register();
    await documents.later(3600);
    const happenedAt = office.inHours(-0.5);
    expect((await office.act(body.id, 'check', office.clerk, { happenedAt })).body).toMatchObject({ status: 400, code: 'late-reason-missing' });
    await office.does(body.id, 'check', office.clerk, { happenedAt, lateReason: '停电' });
    expect((await office.act(body.id, 'propose', office.clerk, { proposal: 'x', happenedAt: office.inHours(-0.9), lateReason: 'x' })).body).toMatchObject({ status: 400, code: 'happened-before-previous' });
    expect((await office.act(body.id, 'propose', office.clerk, { proposal: 'x' }, { 'if-match': '"1"' })).status).toBe(412);
  });

  it('is found by title, sender and numbers, in Chinese and English, page by page', async () => {
    const ids = [await office.registered({ title: 'Annual fire inspection 年度检查', sender: '消防救援大队' }), await office.registered({ title: '关于用水的函', theirNumber: 'WS-2026-77' })];
    const found = (q: string) => office.list(`q=${encodeURIComponent(q)}`);
    for (const q of ['inspection', '消防', '年度检查']) expect(await found(q)).toEqual([ids[0]]);
    for (const q of ['ws-2026', '用水']) expect(await found(q)).toEqual([ids[1]]);
    expect(await found('？')).toEqual([]);
    const first = (await documents.ask('GET /api/incoming-documents?limit=1', office.clerk)).body;
    expect(first.items).toMatchObject([{ id: ids[1] }]);
    expect((await documents.ask(`GET /api/incoming-documents?limit=1&cursor=${first.nextCursor}`, office.clerk)).body).toMatchObject({ items: [{ id: ids[0] }], nextCursor: null });
    expect(await office.list(`status=checked`)).toEqual([]);
  });
});
