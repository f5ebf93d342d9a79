import { dueAt, proposedHours, siteCalendars, startClock, type Clock } from '@property-office/calendar';
import { agreed, cappedAt, closed, paused, reopened, resumed } from './move-clock';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 0, 5, 0, minutes));
const clock = startClock({ ruleId: 'rule', function: 'duty', limits: [{ amount: 1, unit: 'hours' }] }, at(10));
const wait = (from: number, reviewAt: number) => ({ state: 'parts', at: at(from), reviewAt: at(reviewAt) });
const waits = (of: Clock) => of.pauses.map(({ from, leftAt }) => [from, leftAt]);

describe('a clock moved by what has happened', () => {
  it('is never moved back: what comes too early counts with what it follows', () => {
    expect(paused(clock, wait(5, 60), ['parts']).pauses[0]!.from).toBe(at(10).toISOString());
    const waiting = paused(clock, wait(20, 60), ['parts']);
    expect(waits(resumed(waiting, at(15)))).toEqual([[at(20).toISOString(), at(20).toISOString()]]);
    expect(closed(clock, at(5)).closedAt).toBe(at(10).toISOString());
  });

  it('does not wait until before it waits', () => {
    expect(paused(clock, wait(20, 20), ['parts'])).toBe(clock);
  });

  it('is closed when it happened, and a wait after that was none of it (G2)', () => {
    const left = resumed(paused(clock, wait(30, 60), ['parts']), at(40));
    expect(closed(left, at(20))).toMatchObject({ pauses: [], closedAt: at(20).toISOString() });
    expect(waits(closed(left, at(35)))).toEqual([[at(30).toISOString(), undefined]]);
    expect(waits(closed(left, at(50)))).toEqual([[at(30).toISOString(), at(40).toISOString()]]);
  });

  it('once closed is left alone, and reopened with its pauses when its closing was taken back', () => {
    const over = closed(resumed(paused(clock, wait(20, 60), ['parts']), at(30)), at(45));
    expect([paused(over, wait(50, 60), ['parts']), resumed(over, at(50)), closed(over, at(50))]).toEqual([over, over, over]);
    expect(reopened(over)).toEqual({ ...clock, pauses: over.pauses });
  });
});

describe('a date that leads', () => {
  const hours = { workday: [{ from: '00:00', to: '24:00' }], saturday: [], sunday: [], holiday: [] };
  const calendars = siteCalendars('UTC', { ...proposedHours, duty: hours }, []);
  const due = (of: Clock) => dueAt(of, calendars);

  it('caps what has just started, and allows no more than the rules do', () => {
    expect(due(cappedAt(clock, at(30)))).toEqual(at(30));
    expect(due(cappedAt(clock, at(500)))).toEqual(at(70));
    expect(due(cappedAt(clock, at(5)))).toEqual(at(10));
    expect(cappedAt(clock, undefined)).toBe(clock);
  });

  it('takes the place of the old one to the millisecond, less the same pauses', () => {
    const until = new Date(at(200).getTime() + 7);
    expect(due(agreed(clock, until, at(20), calendars))).toEqual(until);
    const waited = resumed(paused(clock, wait(20, 60), ['parts']), at(40));
    const moved = agreed(waited, until, at(45), calendars);
    expect(due(moved)).toEqual(until);
    expect(moved).toMatchObject({ pauses: waited.pauses, target: { ruleId: 'rule' } });
  });

  it('moves nothing that was late already, or is closed', () => {
    expect(agreed(clock, at(200), at(70), calendars)).toBe(clock);
    const over = closed(clock, at(20));
    expect(agreed(over, at(200), at(15), calendars)).toBe(over);
  });
});
