import { askedPrincipal } from '@property-office/backbone';
import { caseBelongingsPath, type Principal } from '@property-office/contracts';
import { autumn } from './clocks.fixture';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  await complaints.showTime(autumn('11-09 09:00'));
  office = await Office.open(complaints);
});
afterAll(() => complaints.close());

const inHand = async ({ personId }: Principal, reader: Principal) => {
  const asked = { personId, reader: askedPrincipal(reader) };
  const { items } = (await complaints.askInside(caseBelongingsPath, asked, 'directory')).body as { items: Array<{ kind: string; id: string; number: string }> };
  return items.map(({ kind, id }) => [kind, id]);
};

/** One that the lead handles, with a task of theirs. */
async function handled(more: object = {}): Promise<[id: string, taskId: string]> {
  const id = await office.recorded(more);
  await office.verified(id, office.lead);
  await office.does(id, 'decide', office.lead, { decision: 'ours', reason: '漏扫' });
  await office.does(id, 'begin-handling', office.lead, { apology: '对不起', promisedAt: autumn('11-18 12:00').toISOString() });
  await office.does(id, 'tasks', office.lead, { what: '回电', ownerId: office.lead.personId, dueAt: autumn('11-13 16:00').toISOString() });
  return [id, (await office.read(id)).body.file.tasks[0].id];
}

describe('what somebody has in hand of cases (G6)', () => {
  it('is each complaint they handle, their tasks, what they are to carry out and measures of theirs, until it is over', async () => {
    const [id, taskId] = await handled();
    const { id: suggestion } = (await complaints.ask('POST /api/suggestions', office.desk, { words: '大堂放伞架', siteId: office.siteId })).body;
    const act = (verb: string, body: object) => complaints.ask(`POST /api/suggestions/${suggestion}/${verb}`, office.lead, body);
    await act('review', { opinion: '可行' });
    await act('adopt', { plan: '十二月采购', ownerId: office.lead.personId, dueAt: autumn('11-27 16:00').toISOString() });
    complaints.neighbours = () => ({ count: 7, isLarge: true });
    const measure = { siteId: office.siteId, month: '2026-10', source: 'complaints', cause: 'noise', measure: '巡查', ownerId: office.lead.personId, dueAt: autumn('11-13 16:00').toISOString() };
    const { id: measureId } = (await complaints.ask('POST /api/cause-measures', office.director, measure)).body;
    expect(await inHand(office.lead, office.director)).toEqual([['cause-measure', measureId], ['complaint', id], ['complaint-task', taskId], ['suggestion', suggestion]]);
    expect(await inHand(office.desk2, office.director)).toEqual([]);

    await complaints.ask(`POST /api/cause-measures/${measureId}/finish`, office.lead, { done: '已巡查' });
    await act('answer', { how: 'telephone', answer: '已采纳' });
    await act('carry-out', { outcome: '已放置', how: 'telephone' });
    await office.does(id, 'finish-task', office.lead, { taskId, done: '已回电' });
    expect(await inHand(office.lead, office.director)).toEqual([['complaint', id]]);
    await office.does(id, 'assign', office.company, { handlerId: office.director.personId });
    expect([await inHand(office.lead, office.director), await inHand(office.director, office.company)]).toEqual([[], [['complaint', id]]]);
  });

  it('is nothing that is hidden from whoever reads it, from their crew, or from whose deputy they are (W2.3)', async () => {
    const [id, taskId] = await handled({ kind: 'attitude', aboutPersonIds: [office.technician.personId] });
    const all = [['complaint', id], ['complaint-task', taskId]];
    expect(await inHand(office.lead, office.director)).toEqual(all);
    for (const reader of [office.technician, office.mate]) {
      expect(await inHand(office.lead, reader)).toEqual([]);
      const { personId: forPersonId, roles, crews } = reader;
      expect(await inHand(office.lead, { ...office.director, deputyships: [{ forPersonId, kind: 'duty', roles, crews }] })).toEqual([]);
    }
  });
});
