import type { Principal } from '@property-office/contracts';
import { DispatchUnderTest, type Told } from './dispatch.fixture';
import { Site } from './site.fixture';

let dispatch: DispatchUnderTest;
let site: Site;

beforeAll(async () => {
  dispatch = await DispatchUnderTest.open();
});
beforeEach(() => {
  site = new Site(dispatch);
});
afterAll(() => dispatch.close());

/** As a client does: who is told to come again does. There are more rivals than connections. */
async function claim(orderId: string, rival: Principal): Promise<Told> {
  for (;;) {
    const answer = await dispatch.act(orderId, 'claim', rival);
    if (answer.status !== 503) return answer;
  }
}

const stateOf = async (id: string) => (await dispatch.rows<{ state: string }>('SELECT state FROM work_order WHERE id = $1', [id]))[0]!.state;

describe('an offered order', () => {
  it('is won by exactly one of all who claim it, each of 200 times', async () => {
    const [a, b] = [await site.crew(['cleaning'], 4), await site.crew(['cleaning'], 4)];
    const rivals = [...a.members, ...b.members];
    const winners: number[] = [];
    for (let race = 0; race < 200; race += 1) {
      const { orderId } = await site.report('claim', 'cleaning');
      const answers = await Promise.all(rivals.map((rival) => claim(orderId, rival)));
      winners.push(answers.filter(({ status }) => status === 200).length);
      const others = new Set(answers.map(({ status }) => status).filter((status) => status !== 200));
      expect([...others].filter((status) => status !== 409 && status !== 404)).toEqual([]);
    }
    expect(winners).toEqual(Array.from({ length: 200 }, () => 1));
  }, 120_000);

  it('is accepted by who claims it, and no longer there for the others', async () => {
    const [a, b] = [await site.crew(['cleaning']), await site.crew(['cleaning'])];
    const { orderId } = await site.report('claim', 'cleaning');
    expect(await stateOf(orderId)).toBe('offered');
    expect((await dispatch.act(orderId, 'claim', b.members[0]!)).body).toMatchObject({ status: 'accepted', crewId: b.id, offeredTo: [] });
    expect((await dispatch.ask(`GET /api/work-orders/${orderId}`, a.members[0]!)).status).toBe(404);
    expect((await dispatch.events(a.id)).map(({ data }) => data.how ?? data.why)).toEqual(['offered', 'elsewhere']);
    expect((await dispatch.events(b.id)).map(({ data }) => data.how ?? data.why)).toEqual(['offered', 'claimed']);
  });
});
