import { Office } from './office.fixture';
import { TicketsUnderTest } from './tickets.fixture';

let tickets: TicketsUnderTest;
let office: Office;

beforeAll(async () => {
  tickets = await TicketsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(tickets);
});
afterAll(() => tickets.close());

interface Listed {
  items: Array<{ id: string; siteId: string }>;
  nextCursor: string | null;
}

const list = async (query: string, who = office.desk): Promise<Listed> => (await tickets.ask(`GET /api/repair-requests?${query}`, who)).body as Listed;

describe('finding repair requests', () => {
  it.each(['漏水', '水', '水管漏', 'basement', 'BASE'])('by %s', async (q) => {
    const id = await office.reported({ description: '厨房水管漏水 Basement pump' });
    await office.indexed(id);
    await office.indexed(await office.reported({ description: '门锁坏了' }));
    expect(await office.found(q)).toEqual([id]);
  });

  it('by its number, and by nothing it does not say', async () => {
    const told = (await office.report()).body as { id: string; number: string };
    await office.indexed(told.id);
    expect(await office.found(told.number)).toEqual([told.id]);
    expect(await office.found(told.number.toLowerCase())).toEqual([told.id]);
    expect(await office.found('电梯')).toEqual([]);
    expect(await office.found('%%')).toEqual([]);
  });

  it('page by page, newest first, each once, also while new ones come in', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) ids.unshift(await office.reported());
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Listed = await list(`limit=3${cursor === null ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      await office.reported();
    } while (cursor !== null);
    expect(seen).toEqual(ids);
  });

  it('shows nobody what is of another site or another person (I11)', async () => {
    const mine = await office.reported();
    const elsewhere = await Office.open(tickets);
    const theirs = await elsewhere.reported();
    expect((await list('limit=100')).items.map(({ id }) => id)).toEqual([mine]);
    expect((await list(`siteId=${elsewhere.siteId}`)).items).toEqual([]);
    expect((await office.read(theirs)).status).toBe(404);
    expect((await list('limit=100', office.holding('resident', { homes: [office.home] }))).items).toEqual([]);
    expect((await list('limit=100', office.resident)).items.map(({ id }) => id)).toEqual([mine]);
  });
});
