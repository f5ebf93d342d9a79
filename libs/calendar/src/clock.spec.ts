import { china, chineseSite } from './china.fixture';
import { closeClock, pauseClock, resumeClock, retargetClock, startClock, type Clock } from './clock';
import type { Duration } from './duration';
import { dueAt, elapsed, isOverdue, isPaused, remaining } from './read-clock';
import type { ServiceFunction } from './service-hours';
import type { Target } from './targets';

function target(of: ServiceFunction, ...limits: [Duration, ...Duration[]]): Target {
  return { ruleId: 'rule', function: of, limits };
}

const hours = (amount: number): Duration => ({ amount, unit: 'service-hours' });
const workdays = (amount: number): Duration => ({ amount, unit: 'workdays' });
const start = (of: ServiceFunction, from: string, ...limits: [Duration, ...Duration[]]): Clock =>
  startClock(target(of, ...limits), china(from));
const wait = (clock: Clock, at: string, reviewAt: string, state = 'parts'): Clock =>
  pauseClock(clock, { state, at: china(at), reviewAt: china(reviewAt) }, ['parts', 'resident']);
const due = (clock: Clock): Date => dueAt(clock, chineseSite);

describe('a clock that runs', () => {
  const clock = start('repairs', '2025-10-01 16:00', hours(4));

  it('counts on the calendar of its function', () => {
    expect(due(clock)).toEqual(china('2025-10-02 10:30'));
    expect(elapsed(clock, chineseSite, china('2025-10-02 09:30'), 'service-hours')).toBe(3);
    expect(remaining(clock, chineseSite, china('2025-10-02 09:30'), 'service-hours')).toBe(1);
    expect(elapsed(clock, chineseSite, china('2025-10-01 08:00'), 'service-hours')).toBe(0);
  });

  it('is overdue once its target has passed, not when it is met', () => {
    expect(isOverdue(clock, chineseSite, china('2025-10-02 10:30'))).toBe(false);
    expect(isOverdue(clock, chineseSite, china('2025-10-02 10:30:00.001'))).toBe(true);
    expect(remaining(clock, chineseSite, china('2025-10-02 12:00'), 'service-hours')).toBe(-1.5);
  });

  it('is due by the earliest of its limits: 24 service hours, at most 3 days', () => {
    const limits = [hours(24), { amount: 3, unit: 'days' }] as const;
    expect(due(start('repairs', '2025-10-01 16:00', ...limits))).toEqual(china('2025-10-04 16:00'));
    expect(due(start('papers', '2025-10-01 16:00', ...limits))).toEqual(china('2025-10-09 17:30'));
  });
});

describe('a clock that waits', () => {
  const clock = wait(start('repairs', '2025-10-10 09:00', hours(4)), '2025-10-10 10:00', '2025-10-12 08:00');

  it('is never breached meanwhile, and runs again on the review date', () => {
    expect(due(clock)).toEqual(china('2025-10-12 11:30'));
    expect(isOverdue(clock, chineseSite, china('2025-10-12 07:59'))).toBe(false);
    expect(isOverdue(clock, chineseSite, china('2025-10-12 11:31'))).toBe(true);
    expect(isPaused(clock, china('2025-10-12 07:59'))).toBe(true);
    expect(isPaused(clock, china('2025-10-12 08:00'))).toBe(false);
  });

  it('is due earlier when it is resumed before', () => {
    const resumed = resumeClock(clock, china('2025-10-11 09:30'));
    expect(due(resumed)).toEqual(china('2025-10-11 14:00'));
    expect(elapsed(resumed, chineseSite, china('2025-10-11 10:00'), 'service-hours')).toBe(1.5);
    expect(isPaused(resumed, china('2025-10-11 09:30'))).toBe(false);
  });

  it('is due as it was when nobody resumes it before the review date', () => {
    expect(due(resumeClock(clock, china('2025-10-12 17:00')))).toEqual(due(clock));
    expect(resumeClock(resumeClock(clock, china('2025-10-11 09:30')), china('2025-10-12 09:00'))).toEqual(
      resumeClock(clock, china('2025-10-11 09:30')),
    );
  });

  it('waits on in another state until the other date', () => {
    const both = wait(clock, '2025-10-11 09:00', '2025-10-13 08:30', 'resident');
    expect(both.pauses.map(({ state, leftAt }) => [state, leftAt])).toEqual([
      ['parts', china('2025-10-11 09:00').toISOString()],
      ['resident', undefined],
    ]);
    expect(due(both)).toEqual(china('2025-10-13 11:30'));
  });

  it('is not moved by a wait that began after it was due', () => {
    const late = wait(start('repairs', '2025-10-10 09:00', hours(1)), '2025-10-10 11:00', '2025-10-12 08:00');
    expect(due(late)).toEqual(china('2025-10-10 10:00'));
    expect(remaining(late, chineseSite, china('2025-10-11 12:00'), 'service-hours')).toBe(-1);
  });
});

describe('a clock of workdays that waits', () => {
  const clock = start('complaint-replies', '2025-10-13 09:00', workdays(3));

  it('is due as many workdays later', () => {
    expect(due(clock)).toEqual(china('2025-10-16 17:30'));
    expect(
      due(resumeClock(wait(clock, '2025-10-14 10:00', '2025-10-24 08:30'), china('2025-10-14 16:00'))),
    ).toEqual(due(clock));
    expect(due(wait(clock, '2025-10-14 10:00', '2025-10-16 08:30'))).toEqual(china('2025-10-20 17:30'));
  });

  it('does not come due while it waits over the end of its last day', () => {
    expect(due(wait(clock, '2025-10-16 10:00', '2025-10-16 20:00'))).toEqual(china('2025-10-17 17:30'));
    expect(due(wait(clock, '2025-10-16 10:00', '2025-10-18 10:00'))).toEqual(china('2025-10-20 17:30'));
  });

  it('does not come due in the moment in which it runs again', () => {
    expect(due(wait(clock, '2025-10-16 10:00', '2025-10-16 17:30'))).toEqual(china('2025-10-17 17:30'));
    expect(due(wait(clock, '2025-10-16 10:00', '2025-10-16 17:29'))).toEqual(china('2025-10-16 17:30'));
  });
});

describe('another target (G4)', () => {
  const waited = resumeClock(
    wait(start('repairs', '2025-10-10 09:00', hours(4)), '2025-10-10 10:00', '2025-10-12 08:00'),
    china('2025-10-11 09:30'),
  );

  it('remembers start and earlier pauses', () => {
    expect(due(retargetClock(waited, target('repairs', hours(8))))).toEqual(china('2025-10-11 18:00'));
    const urgent = retargetClock(waited, target('duty', { amount: 2, unit: 'hours' }));
    expect(due(urgent)).toEqual(china('2025-10-11 10:30'));
  });
});

describe('a closed clock', () => {
  const closed = closeClock(start('repairs', '2025-10-10 09:00', hours(4)), china('2025-10-10 11:00'));

  it('is frozen: on time for ever, or late for ever', () => {
    const late = closeClock(start('repairs', '2025-10-10 09:00', hours(1)), china('2025-10-10 11:00'));
    const yearsLater = china('2030-10-10 11:00');
    expect([closed, late].map((clock) => isOverdue(clock, chineseSite, yearsLater))).toEqual([false, true]);
    expect([closed, late].map((clock) => elapsed(clock, chineseSite, yearsLater, 'service-hours'))).toEqual([
      2, 2,
    ]);
    expect([closed, late].map((clock) => remaining(clock, chineseSite, yearsLater, 'service-hours'))).toEqual(
      [2, -1],
    );
  });

  it('answers for earlier instants as it did then', () => {
    expect(elapsed(closed, chineseSite, china('2025-10-10 10:00'), 'service-hours')).toBe(1);
  });

  it('takes no further move', () => {
    const refused = expect.objectContaining({ code: 'clock-closed' });
    const at = china('2025-10-11 11:00');
    expect(() => closeClock(closed, at)).toThrow(refused);
    expect(() => resumeClock(closed, at)).toThrow(refused);
    expect(() => wait(closed, '2025-10-11 11:00', '2025-10-12 11:00')).toThrow(refused);
    expect(() => retargetClock(closed, closed.target)).toThrow(refused);
  });
});

describe('a move', () => {
  const clock = start('repairs', '2025-10-10 09:00', hours(4));
  const refused = (code: string) => expect.objectContaining({ code });

  it('stops only in a listed waiting state, until a later date', () => {
    expect(() => wait(clock, '2025-10-10 10:00', '2025-10-12 08:00', 'lunch')).toThrow(
      refused('not-a-waiting-state'),
    );
    expect(() => wait(clock, '2025-10-10 10:00', '2025-10-10 10:00')).toThrow(refused('review-not-later'));
  });

  it('does not happen before what it follows (G2)', () => {
    const early = refused('before-what-it-follows');
    const waiting = wait(clock, '2025-10-10 10:00', '2025-10-12 08:00');
    const resumed = resumeClock(waiting, china('2025-10-10 12:00'));
    expect(() => closeClock(clock, china('2025-10-10 08:59'))).toThrow(early);
    expect(() => resumeClock(waiting, china('2025-10-10 09:59'))).toThrow(early);
    expect(() => wait(resumed, '2025-10-10 11:00', '2025-10-12 08:00')).toThrow(early);
  });

  it('gives what is the same after being stored as JSON, and leaves the clock before it alone', () => {
    const before = JSON.stringify(clock);
    const moved = closeClock(wait(clock, '2025-10-10 10:00', '2025-10-12 08:00'), china('2025-10-11 10:00'));
    expect(JSON.parse(JSON.stringify(moved))).toEqual(moved);
    expect(JSON.stringify(clock)).toBe(before);
  });
});
