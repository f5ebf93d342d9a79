import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(complaints);
});
afterAll(() => complaints.close());

const suggest = (more: object = {}, who = office.resident) => complaints.ask('POST /api/suggestions', who, { words: '大堂增加一部 umbrella stand', siteId: office.siteId, ...more });
const act = (id: string, verb: string, who = office.lead, body: object = {}) => complaints.ask(`POST /api/suggestions/${id}/${verb}`, who, body);

describe('a suggestion (W2.3)', () => {
  it('is reviewed, adopted with plan and owner, answered, and its maker hears later what came of it', async () => {
    const { status, body } = await suggest();
    expect(status).toBe(201);
    const { id } = body;
    expect(await act(id, 'review', office.lead, { opinion: '可行' })).toMatchObject({ status: 200, body: { status: 'reviewed' } });
    expect(await act(id, 'adopt', office.lead, { plan: '十二月采购', ownerId: office.technician.personId, dueAt: office.inDays(20) })).toMatchObject({ body: { status: 'adopted', statusName: 'adopted' } });
    expect(await act(id, 'answer', office.lead, { how: 'message', answer: '已采纳，谢谢' })).toMatchObject({ body: { status: 'answered' } });
    expect(await act(id, 'carry-out', office.technician, { outcome: '已放置' })).toMatchObject({ body: { status: 'carried-out', outcome: '已放置' } });
    expect(await complaints.rows('SELECT kind FROM complainant_notice WHERE person_id = $1 ORDER BY kind', [office.resident.personId])).toEqual([
      { kind: 'suggestion-accepted' },
      { kind: 'suggestion-answered' },
      { kind: 'suggestion-carried-out' },
    ]);
    expect((await complaints.ask(`GET /api/suggestions/${id}`, office.resident)).body).toMatchObject({ answer: '已采纳，谢谢', outcome: '已放置' });
    const events = JSON.stringify(await complaints.rows('SELECT actor_id, data FROM ledger WHERE aggregate_id = $1', [id]));
    for (const secret of [office.resident.personId, '大堂', '采购']) expect(events).not.toContain(secret);
  });

  it('is declined with a reason, answered, and never carried out', async () => {
    const { id } = (await suggest()).body;
    expect(await act(id, 'adopt', office.lead, { plan: 'x', ownerId: office.technician.personId, dueAt: office.inDays(1) })).toMatchObject({ status: 409, body: { code: 'suggestion-move-illegal' } });
    await act(id, 'review', office.lead, { opinion: '空间不足' });
    expect((await act(id, 'decline')).status).toBe(400);
    expect(await act(id, 'decline', office.lead, { reason: '消防通道' })).toMatchObject({ body: { status: 'declined' } });
    await act(id, 'answer', office.lead, { how: 'telephone', answer: '因消防通道不能放置' });
    expect(await act(id, 'carry-out', office.lead, { outcome: 'x' })).toMatchObject({ status: 409, body: { code: 'suggestion-not-adopted' } });
  });

  it('reviewed by two at once has the opinion of one, adopted and declined at once is one of the two; the other hears how it stands', async () => {
    const adoption = { plan: '十二月采购', ownerId: office.technician.personId, dueAt: office.inDays(20) };
    for (let i = 0; i < 3; i += 1) {
      const { id } = (await suggest()).body;
      const reviews = await Promise.all([office.lead, office.director].map((who) => act(id, 'review', who, { opinion: who.personId })));
      const decisions = await Promise.all([act(id, 'adopt', office.lead, adoption), act(id, 'decline', office.director, { reason: '消防通道' })]);
      const won = [reviews, decisions].map((told) => {
        const [one, other] = told.toSorted((before, after) => before.status - after.status);
        expect([one, other]).toMatchObject([{ status: 200 }, { status: 409, body: { code: 'suggestion-move-illegal', detail: expect.stringContaining('Allowed now') } }]);
        return one!.body;
      });
      expect((await complaints.ask(`GET /api/suggestions/${id}`, office.lead)).body).toMatchObject({ opinion: won[0].opinion, status: won[1].status, version: 3 });
      expect(await complaints.told(id)).toEqual(['suggestion-recorded', 'suggestion-reviewed', `suggestion-${won[1].status}`]);
    }
  });

  it('is adopted only with an owner who works on the site', async () => {
    const { id } = (await suggest()).body;
    await act(id, 'review', office.lead, { opinion: '可行' });
    expect(await act(id, 'adopt', office.lead, { plan: 'x', ownerId: office.resident.personId, dueAt: office.inDays(1) })).toMatchObject({ status: 400, body: { code: 'owner-unknown' } });
  });

  it('is found in Chinese and English, and read by its maker and the staff of its site alone', async () => {
    const { id } = (await suggest()).body;
    for (const q of ['大堂', 'umbrella']) expect((await complaints.ask(`GET /api/suggestions?q=${encodeURIComponent(q)}`, office.lead)).body.items).toMatchObject([{ id }]);
    const elsewhere = await Office.open(complaints);
    for (const who of [elsewhere.lead, office.holding('resident')]) {
      expect(await complaints.ask(`GET /api/suggestions/${id}`, who)).toMatchObject({ status: 404, body: { code: 'suggestion-unknown' } });
      expect((await complaints.ask('GET /api/suggestions', who)).body.items).toEqual([]);
    }
    expect((await act(id, 'review', office.resident, { opinion: 'x' })).status).toBe(403);
  });

  it('is taken by the desk for somebody, and by nobody else', async () => {
    expect(await suggest({ onBehalfOf: office.desk.personId })).toMatchObject({ status: 403, body: { code: 'complaint-on-behalf' } });
    const { id } = (await suggest({ onBehalfOf: office.resident.personId }, office.desk)).body;
    expect((await complaints.ask(`GET /api/suggestions/${id}`, office.resident)).status).toBe(200);
  });
});
