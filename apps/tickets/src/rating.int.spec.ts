import type { EventData, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { march } from './clocks.fixture';
import type { CrossingFact } from './domain/crossing-fact';
import { Office } from './office.fixture';
import { announced, TicketsUnderTest } from './tickets.fixture';

const outcomes = ['follow-up-satisfied', 'follow-up-unsatisfied', 'follow-up-unreachable'] as const satisfies ReadonlyArray<CrossingFact['fact']>;

describe("the reporter's own rating (评价, main flow 6)", () => {
  let tickets: TicketsUnderTest;
  let office: Office;

  beforeAll(async () => {
    tickets = await TicketsUnderTest.open();
  });
  beforeEach(async () => {
    await tickets.rows(`UPDATE tickets.timer SET status = 'cancelled' WHERE status = 'set'`);
    await tickets.showTime(march('10:00'));
    office = await Office.open(tickets);
  });
  afterAll(() => tickets.close());

  const rate = (id: string, rating: number, who = office.resident, words?: string) => tickets.act(id, 'rating', who, { rating, ...(words && { words }) });
  async function done(): Promise<string> {
    const id = await office.reported();
    await tickets.fact(id, 'work-finished');
    return id;
  }

  it('is given after the work and not before, is shown, and closes nothing', async () => {
    const id = await office.reported();
    expect(await rate(id, 5)).toMatchObject({ status: 409, body: { code: 'illegal-move' } });
    await tickets.fact(id, 'work-finished');
    expect(await rate(id, 5, office.resident, '很快')).toMatchObject({ status: 200, body: { status: 'resolved', rating: 5, episode: 1 } });
    expect((await tickets.events(id)).at(-1)).toMatchObject({ type: 'tickets.repair-rated.v1', data: { episode: 1, rating: 5, result: 'satisfied', words: '很快' } });
  });

  it.each(['resolved', 'closed'])('of one or two stars reopens at once what is %s, for all to see, in the words of the reporter (what the closest systems get wrong: a questionnaire silently reopens)', async (state) => {
    const id = await done();
    if (state === 'closed') await tickets.fact(id, 'follow-up-satisfied');
    expect(await rate(id, 2, office.resident, '还在漏')).toMatchObject({ status: 200, body: { status: 'reopened', episode: 2, rating: null } });
    expect((await tickets.events(id)).slice(-2)).toMatchObject([
      { type: 'tickets.repair-rated.v1', data: { episode: 1, rating: 2, result: 'unsatisfied' } },
      { type: 'tickets.repair-reopened.v1', data: { episode: 2, reason: '还在漏' } },
    ]);
    expect((await rate(id, 5)).status).toBe(409);
  });

  it.each(outcomes)('that is bad never closes, whichever is first, it or %s (what the closest systems get wrong: a "bad" rating closes the ticket)', async (outcome) => {
    const first = await done();
    await rate(first, 1);
    await tickets.fact(first, outcome);
    const second = await done();
    await tickets.fact(second, outcome);
    expect((await rate(second, 1)).status).toBe(outcome === 'follow-up-unsatisfied' ? 409 : 200);
    for (const id of [first, second]) expect((await office.read(id)).body).toMatchObject({ status: 'reopened', episode: 2 });
    expect((await tickets.told(first)).at(-1)).toBe('fact-came-too-late');
  });

  it('that is good changes no outcome, whichever is first', async () => {
    for (const outcome of outcomes) {
      const ends = outcome === 'follow-up-unsatisfied' ? 'reopened' : 'closed';
      const first = await done();
      await rate(first, 4);
      await tickets.fact(first, outcome);
      expect([outcome, await office.status(first)]).toEqual([outcome, ends]);
      const second = await done();
      await tickets.fact(second, outcome);
      expect((await rate(second, 4)).status).toBe(ends === 'closed' ? 200 : 409);
      expect([outcome, await office.status(second)]).toEqual([outcome, ends]);
    }
  });

  it('is changed within a day, also to one that reopens, and then no more', async () => {
    const [id, other] = [await done(), await done()];
    for (const each of [id, other]) await rate(each, 5);
    await tickets.showTime(march('09:00', 4));
    expect(await rate(id, 4)).toMatchObject({ status: 200, body: { rating: 4 } });
    expect(await rate(other, 1)).toMatchObject({ status: 200, body: { status: 'reopened' } });
    await tickets.showTime(march('11:00', 4));
    expect(await rate(id, 1)).toMatchObject({ status: 409, body: { code: 'rating-settled' } });
    expect((await office.read(id)).body).toMatchObject({ status: 'resolved', rating: 4 });
  });

  it('is not changed after a day by who says that it happened before', async () => {
    const id = await done();
    await rate(id, 5);
    await tickets.showTime(march('10:30', 4));
    const said = { happenedAt: march('09:55', 4).toISOString(), lateReason: '没有网络' };
    expect(await tickets.act(id, 'rating', office.resident, { rating: 4, ...said })).toMatchObject({ status: 409, body: { code: 'rating-settled' } });
  });

  it('belongs to the reporter alone', async () => {
    const given = await done();
    expect((await rate(given, 1, office.desk)).status).toBe(403);
    expect((await rate(given, 1, office.holding('resident', { homes: [office.home] }))).status).toBe(404);
    const agent = office.holding('desk', { roles: (['desk', 'resident'] as const).map((role) => ({ role, siteId: office.siteId })) });
    const id = await office.reported({ onBehalfOf: office.resident.personId }, agent);
    await tickets.fact(id, 'work-finished');
    expect(await rate(id, 5, agent)).toMatchObject({ status: 403, body: { code: 'rating-of-another' } });
    expect((await rate(id, 5)).status).toBe(200);
  });

  it('that followups hands back closes where it is good, and is no news where it has reopened', async () => {
    const answered = async (id: string, result: 'satisfied' | 'unsatisfied', rating: number) => {
      const data: EventData<'followups.follow-up-completed.v1'> = { repairRequestId: id, repairNumber: 'R-1', episode: 1, result, rating, comment: null, byRating: true };
      await tickets.hear(announced('followups.follow-up-completed.v1', newId(), office.siteId, data) as WireEvent, ['tickets__outcome_v1']);
    };
    const [good, bad] = [await done(), await done()];
    await rate(good, 5);
    await answered(good, 'satisfied', 5);
    expect(await office.status(good)).toBe('closed');
    await rate(bad, 1);
    await answered(bad, 'unsatisfied', 1);
    expect((await tickets.told(bad)).at(-1)).toBe('repair-reopened');
  });
});
