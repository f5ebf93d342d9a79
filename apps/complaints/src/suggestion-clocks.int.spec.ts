import type { EventData } from '@property-office/contracts';
import { autumn } from './clocks.fixture';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  await complaints.rows(`UPDATE timer SET status = 'cancelled' WHERE status = 'set'`);
  await complaints.showTime(autumn('11-09 09:00'));
  office = await Office.open(complaints);
});
afterAll(() => complaints.close());

const act = async (id: string, verb: string, body: object, who = office.lead) => {
  const told = await complaints.ask(`POST /api/suggestions/${id}/${verb}`, who, body);
  expect(told.status).toBe(200);
};
const suggested = async (): Promise<string> => (await complaints.ask('POST /api/suggestions', office.resident, { words: '大堂放一个伞架', siteId: office.siteId })).body.id;
const promises = async (id: string) => (await complaints.ask(`GET /api/suggestions/${id}`, office.lead)).body.promises as Array<{ promise: string; state: string; dueAt: string; overdue: boolean }>;
const levels = async (id: string) =>
  (await complaints.events(id))
    .filter(({ type }) => type === 'complaints.suggestion-escalated.v1')
    .map(({ data }) => data as unknown as EventData<'complaints.suggestion-escalated.v1'>)
    .map(({ promise, level, told }) => `${promise} ${level}: ${told.map(({ personId }) => personId).sort().join(' ') || 'nobody'}`);
const adopted = async (dueAt: string): Promise<string> => {
  const id = await suggested();
  await act(id, 'review', { opinion: '可行' });
  await act(id, 'adopt', { plan: '采购', ownerId: office.technician.personId, dueAt: autumn(dueAt).toISOString() });
  await act(id, 'answer', { how: 'message', answer: '已采纳' });
  return id;
};

describe('the clocks of a suggestion (G4, G5)', () => {
  it('say by when it is to be reviewed, in workdays, and end with the review', async () => {
    const id = await suggested();
    expect(await promises(id)).toMatchObject([{ promise: 'review-suggestion', state: 'running', dueAt: autumn('11-16 17:30').toISOString(), overdue: false }]);
    await act(id, 'review', { opinion: '可行' });
    expect(await promises(id)).toMatchObject([{ state: 'closed', overdue: false }]);
    await complaints.until(autumn('12-01 10:00'));
    expect(await levels(id)).toEqual([]);
  });

  it('tell the desk of one that nobody reviews, then their lead and the director, and never who made it', async () => {
    const id = await suggested();
    await complaints.until(autumn('11-20 17:00'));
    const desk = [office.desk, office.desk2, office.lead].map(({ personId }) => personId).sort().join(' ');
    const told = await levels(id);
    expect(told.slice(0, 3)).toEqual([
      `review-suggestion responsible: ${desk}`,
      `review-suggestion lead: ${office.lead.personId}`,
      `review-suggestion director: ${office.director.personId}`,
    ]);
    expect(JSON.stringify(await complaints.events(id))).not.toContain(office.resident.personId);
    await act(id, 'review', { opinion: '可行', happenedAt: autumn('11-20 16:50').toISOString() });
    expect((await promises(id))[0]).toMatchObject({ state: 'closed', overdue: true });
  });

  it('watch over what was promised to come of it, on the date its owner has, until whoever made it hears of it', async () => {
    const id = await adopted('11-20 12:00');
    expect((await promises(id))[1]).toMatchObject({ promise: 'outcome', state: 'running', dueAt: autumn('11-20 12:00').toISOString() });
    await complaints.until(autumn('11-20 14:30'));
    expect(await levels(id)).toEqual([`outcome responsible: ${office.technician.personId}`]);
    await act(id, 'carry-out', { outcome: '已放置' }, office.technician);
    expect((await promises(id))[1]).toMatchObject({ state: 'closed', overdue: true });
    await complaints.until(autumn('12-10 10:00'));
    expect(await levels(id)).toHaveLength(1);
  });

  it('say nothing of what was carried out in time, nor of what was declined', async () => {
    const done = await adopted('11-20 12:00');
    await act(done, 'carry-out', { outcome: '已放置' });
    const declined = await suggested();
    await act(declined, 'review', { opinion: '空间不足' });
    await act(declined, 'decline', { reason: '消防通道' });
    await complaints.until(autumn('12-10 10:00'));
    expect([await levels(done), await levels(declined)]).toEqual([[], []]);
  });

  it('need a date that lies ahead', async () => {
    const id = await suggested();
    await act(id, 'review', { opinion: '可行' });
    for (const dueAt of [autumn('11-09 08:00').toISOString(), '2099-01-01T00:00:00Z'])
      expect((await complaints.ask(`POST /api/suggestions/${id}/adopt`, office.lead, { plan: 'x', ownerId: office.technician.personId, dueAt })).body).toMatchObject({ status: 400, code: 'task-date' });
  });
});
