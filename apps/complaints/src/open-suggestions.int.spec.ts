import { askedPrincipal } from '@property-office/backbone';
import { openSuggestionsPath, type Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
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

const ask = async (who: Principal, maker = office.resident, siteId = office.siteId) => {
  const told = await complaints.askInside(openSuggestionsPath, { siteId, makerId: maker.personId, principal: askedPrincipal(who) });
  expect(told.status).toBe(200);
  return told.body.items as Array<{ state: { en: string } }>;
};
const states = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).map(({ state }) => state.en);
const suggested = async (who = office.resident): Promise<string> => {
  const { status, body } = await complaints.ask('POST /api/suggestions', who, { words: '大堂增加一个伞架', siteId: office.siteId });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
};
const does = async (id: string, verb: string, body: object) => expect((await complaints.ask(`POST /api/suggestions/${id}/${verb}`, office.lead, body)).status).toBe(200);

describe('what a caller has suggested, for the desk to say it', () => {
  it('is what they are still to hear of, the newest first, without a number or a word of it', async () => {
    const first = await suggested();
    await suggested();
    await does(first, 'review', { opinion: '可行' });
    const items = await ask(office.desk);
    expect(items).toMatchObject([{ state: { zh: '已登记', en: 'recorded' } }, { state: { zh: '已评审', en: 'reviewed' } }]);
    expect(JSON.stringify(items)).not.toMatch(/S-\d|伞架/);
    await does(first, 'decline', { reason: '没有位置' });
    expect(await states(office.desk)).toEqual(['recorded', 'declined']);
    await does(first, 'answer', { how: 'telephone', answer: '暂时没有位置' });
    expect(await states(office.desk)).toEqual(['recorded']);
  });

  it('goes on where it was adopted until they hear what came of it', async () => {
    const id = await suggested();
    await does(id, 'review', { opinion: '可行' });
    await does(id, 'adopt', { plan: '放在门口', ownerId: office.lead.personId, dueAt: office.inDays(3) });
    await does(id, 'answer', { how: 'telephone', answer: '已采纳' });
    expect(await states(office.desk)).toEqual(['answered']);
    await does(id, 'carry-out', { outcome: '已放置' });
    expect(await states(office.desk)).toEqual([]);
  });

  it('is nobody else’s, none of another site, and told to nobody who may not read it', async () => {
    await suggested();
    expect(await states(office.desk, office.holding('resident'))).toEqual([]);
    expect(await states(office.desk, office.resident, newId())).toEqual([]);
    expect(await states({ ...office.desk, roles: [{ role: 'desk', siteId: newId() }] })).toEqual([]);
    for (const who of [office.technician, office.resident]) expect(await states(who)).toEqual([]);
  });

  it('is written down as a look, and for reception to ask', async () => {
    const id = await suggested();
    await ask(office.desk);
    expect(await complaints.rows(`SELECT actor_id, details FROM audit WHERE object_id = $1 AND operation = 'complaints.readSuggestion'`, [id])).toMatchObject([
      { actor_id: office.desk.personId, details: { purpose: 'reception: say this now' } },
    ]);
    expect((await complaints.ask(`POST ${openSuggestionsPath}`, office.desk, {})).status).toBe(401);
  });
});
