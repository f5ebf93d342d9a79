import { currentNoticesPath } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Neighbourhood } from './neighbourhood.fixture';
import { NoticesUnderTest } from './notices.fixture';

let notices: NoticesUnderTest;
let area: Neighbourhood;

beforeAll(async () => {
  notices = await NoticesUnderTest.open();
});
beforeEach(async () => {
  area = await Neighbourhood.open(notices);
});
afterAll(() => notices.close());

const current = async (homeIds: readonly string[], siteId = area.siteId) => {
  const told = await notices.askInside(currentNoticesPath, { siteId, homeIds });
  expect(told.status).toBe(200);
  return told.body.items as Array<{ number: string; title: object; validUntil: string | null }>;
};
const numberOf = async (id: string): Promise<string> => (await area.read(id)).body.number;
const numbers = async (...asked: Parameters<typeof current>) => (await current(...asked)).map(({ number }) => number);

describe('the notices that concern the home of a caller (W2.4)', () => {
  it('are those in force for the site, its building, entrance or itself, in both languages', async () => {
    const [home, , elsewhere] = area.homes;
    const all = await area.released();
    const building = await area.released({ audience: [{ scope: 'building', placeId: area.buildings[0] }] });
    await area.released({ audience: [{ scope: 'home', placeId: area.homes[1] }] });
    expect(await numbers([home])).toEqual([await numberOf(building), await numberOf(all)]);
    expect(await numbers([elsewhere])).toEqual([await numberOf(all)]);
    expect((await current([home]))[0]).toMatchObject({ title: { zh: '停水通知', en: 'Water cut' }, validUntil: null });
  });

  it('are none that are not out, over, for the staff, or of another site', async () => {
    const [home] = area.homes;
    await area.approved();
    await area.moved(await area.released(), 'withdraw', area.lead, { reason: '停水取消' });
    await area.released({ audience: [{ scope: 'role', role: 'clerk' }], channels: ['in-app'] });
    expect(await numbers([home])).toEqual([]);
    await area.released();
    expect(await numbers([home])).toHaveLength(1);
    expect([await numbers([home], newId()), await numbers([newId()]), await numbers([])]).toEqual([[], [], []]);
  });

  it('are for reception to ask', async () => {
    expect((await notices.ask(`POST ${currentNoticesPath}`, area.writer, { siteId: area.siteId, homeIds: [] })).status).toBe(401);
  });
});
