import { march, RunningRepair } from './clocks.fixture';
import { Office } from './office.fixture';
import { TicketsUnderTest } from './tickets.fixture';

describe('whether the work was done by when it was promised (Q1, Q2)', () => {
  let tickets: TicketsUnderTest;
  let office: Office;

  beforeAll(async () => {
    tickets = await TicketsUnderTest.open();
  });
  beforeEach(async () => {
    await tickets.rows(`UPDATE tickets.timer SET status = 'cancelled' WHERE status = 'set'`);
    office = await Office.open(tickets);
  });
  afterAll(() => tickets.close());

  /** By the wall clock of the site. */
  const endOf = (day: number) => new Date(march('00:00', day + 1).getTime() - 1).toISOString();
  async function arrivedAt(category: string): Promise<RunningRepair> {
    await tickets.showTime(march('10:00'));
    const repair = new RunningRepair(tickets, office, await office.reported({ category, happenedAt: march('10:00').toISOString() }));
    for (const move of ['assigned', 'accepted', 'arrived'] as const) await repair.work(move, march('10:05'));
    return repair;
  }
  async function finished(repair: RunningRepair, at: Date): Promise<unknown> {
    await tickets.showTime(at);
    await repair.work('finished', at);
    const resolved = (await tickets.events(repair.id)).find(({ type }) => type === 'tickets.repair-resolved.v1');
    return (resolved!.data as { target?: unknown }).target;
  }

  it('says the time and whether it was kept', async () => {
    expect(await finished(await arrivedAt('pipe-burst'), march('23:00'))).toEqual({ dueAt: endOf(3), inTime: true });
    expect(await finished(await arrivedAt('pipe-burst'), march('01:00', 4))).toEqual({ dueAt: endOf(3), inTime: false });
  });

  it('without a time that was waited for a listed reason, also one that had not ended', async () => {
    const reviewAt = march('20:00', 4);
    const waited = await arrivedAt('pipe-burst');
    await waited.work('paused', march('15:00'), { reviewAt });
    await waited.work('resumed', march('11:00', 4));
    expect(await finished(waited, march('19:00', 4))).toEqual({ dueAt: endOf(4), inTime: true });
    const waiting = await arrivedAt('pipe-burst');
    await waiting.work('paused', march('15:00', 3), { reviewAt });
    expect(await finished(waiting, march('19:30', 4))).toMatchObject({ inTime: true });
  });

  it('says nothing where no time was promised', async () => {
    expect(await finished(await arrivedAt('live-wire'), march('11:00'))).toBeUndefined();
  });
});
