import { china, chineseSite } from './china.fixture';
import { closeClock, pauseClock, resumeClock, startClock, type Clock } from './clock';
import type { Duration } from './duration';
import { escalate, nextEscalation, pendingLevels, shownOnTime, type EscalatedLevel } from './escalation';
import {
  checkEscalationPlan,
  type EscalationLevel,
  type EscalationPlan,
  type Recipient,
} from './escalation-plan';

const serviceHours = (amount: number): Duration => ({ amount, unit: 'service-hours' });
const minutes = (amount: number): Duration => ({ amount, unit: 'minutes' });
const level = (
  name: string,
  base: 'start' | 'due',
  after: Duration,
  to: Recipient,
  more: Partial<EscalationLevel> = {},
): EscalationLevel => ({
  name,
  base,
  after,
  to,
  ...more,
});

const ordinary: EscalationPlan = {
  urgent: false,
  function: 'repairs',
  levels: [
    level('remind', 'start', serviceHours(2), 'responsible'),
    level('lead', 'due', serviceHours(0), 'crew-lead'),
    level('director', 'due', serviceHours(4), 'director'),
  ],
};

const urgent: EscalationPlan = {
  urgent: true,
  function: 'desk',
  levels: [
    level('responsible', 'start', minutes(5), 'responsible'),
    level('office', 'start', minutes(10), 'desk-lead', { toOutsideService: 'duty-officer' }),
    level('director', 'start', minutes(30), 'director'),
    level('company', 'due', minutes(60), 'company'),
  ],
};

function repair(from: string, limit: Duration = serviceHours(4)): Clock {
  return startClock({ ruleId: 'rule', function: 'repairs', limits: [limit] }, china(from));
}

function emergency(from: string): Clock {
  return startClock({ ruleId: 'rule', function: 'duty', limits: [minutes(30)] }, china(from));
}

const everybody = () => true;
const nobody = () => false;

function times(
  plan: EscalationPlan,
  clock: Clock,
  at: string,
  done: readonly EscalatedLevel[] = [],
): [string, Date][] {
  return pendingLevels(plan, clock, chineseSite, done, china(at)).map((each) => [each.level.name, each.at]);
}

function fire(
  plan: EscalationPlan,
  clock: Clock,
  at: string,
  done: readonly EscalatedLevel[] = [],
  onDuty: (to: Recipient) => boolean = everybody,
) {
  return escalate(plan, clock, chineseSite, done, china(at), onDuty);
}

const names = (levels: readonly EscalatedLevel[]): string[] => levels.map((each) => each.level);

describe('the times of levels (G5)', () => {
  it('count service hours from start and from due', () => {
    expect(times(ordinary, repair('2025-10-01 16:00'), '2025-10-01 16:00')).toEqual([
      ['remind', china('2025-10-02 08:30')],
      ['lead', china('2025-10-02 10:30')],
      ['director', china('2025-10-02 16:00')],
    ]);
  });

  it('come in the order of time, whatever that of the plan', () => {
    const levels = [level('stale', 'start', serviceHours(20), 'director'), ...ordinary.levels];
    const order = times({ ...ordinary, levels }, repair('2025-10-01 16:00'), '2025-10-01 16:00').map(
      ([name]) => name,
    );
    expect(order).toEqual(['remind', 'lead', 'director', 'stale']);
  });

  it('are never at midnight, though the target be, unless it is urgent', () => {
    const late = repair('2025-10-01 16:00', { amount: 12, unit: 'hours' });
    expect(times(ordinary, late, '2025-10-01 16:00')).toContainEqual(['lead', china('2025-10-02 08:30')]);
    expect(times(urgent, emergency('2025-10-01 23:50'), '2025-10-01 23:50')).toEqual([
      ['responsible', china('2025-10-01 23:55')],
      ['office', china('2025-10-02 00:00')],
      ['director', china('2025-10-02 00:20')],
      ['company', china('2025-10-02 01:20')],
    ]);
  });

  it('move while the clock waits, before and after it is due', () => {
    const wait = { state: 'parts', at: china('2025-10-01 17:00'), reviewAt: china('2025-10-03 08:30') };
    const waiting = pauseClock(repair('2025-10-01 16:00'), wait, ['parts']);
    expect(times(ordinary, waiting, '2025-10-01 17:00').map(([, at]) => at)).toEqual([
      china('2025-10-03 09:30'),
      china('2025-10-03 11:30'),
      china('2025-10-03 17:00'),
    ]);
    const overdue = { ...wait, at: china('2025-10-02 11:30') };
    expect(
      times(ordinary, pauseClock(repair('2025-10-01 16:00'), overdue, ['parts']), '2025-10-02 08:00'),
    ).toEqual([
      ['remind', china('2025-10-02 08:30')],
      ['lead', china('2025-10-02 10:30')],
      ['director', china('2025-10-03 11:30')],
    ]);
  });

  it('that were missed are now, or when service opens', () => {
    expect(
      nextEscalation(ordinary, repair('2025-10-01 16:00'), chineseSite, [], china('2025-10-02 11:00')),
    ).toEqual({
      level: ordinary.levels[0],
      at: china('2025-10-02 11:00'),
    });
    expect(times(ordinary, repair('2025-10-01 16:00'), '2025-10-02 23:00').map(([, at]) => at)).toEqual(
      Array.from({ length: 3 }, () => china('2025-10-03 08:30')),
    );
  });

  it('are none for a clock that is closed', () => {
    const closed = closeClock(repair('2025-10-01 16:00'), china('2025-10-01 17:00'));
    expect(times(ordinary, closed, '2025-10-05 10:00')).toEqual([]);
    expect(nextEscalation(ordinary, closed, chineseSite, [], china('2025-10-05 10:00'))).toBeUndefined();
    expect(fire(ordinary, closed, '2025-10-05 10:00')).toEqual([]);
  });
});

describe('escalating', () => {
  const clock = repair('2025-10-01 16:00');

  it('reaches each level exactly once, all of them, however often it is asked', () => {
    let done: EscalatedLevel[] = [];
    for (const at of ['08:29', '08:30', '08:31', '10:30', '10:30', '15:59', '16:00', '17:00'])
      done = [...done, ...fire(ordinary, clock, `2025-10-02 ${at}`, done)];
    expect(done.map(({ level: name, at, to }) => [name, new Date(at), to])).toEqual([
      ['remind', china('2025-10-02 08:30'), 'responsible'],
      ['lead', china('2025-10-02 10:30'), 'crew-lead'],
      ['director', china('2025-10-02 16:00'), 'director'],
    ]);
    expect(times(ordinary, clock, '2025-10-02 17:00', done)).toEqual([]);
  });

  it('makes up for an outage: every level that was missed, in order', () => {
    expect(names(fire(ordinary, clock, '2025-10-02 11:00'))).toEqual(['remind', 'lead']);
    expect(names(fire(ordinary, clock, '2025-10-04 11:00'))).toEqual(['remind', 'lead', 'director']);
  });

  it('stays silent at night for what is not urgent, also after an outage', () => {
    expect(fire(ordinary, clock, '2025-10-02 23:00')).toEqual([]);
  });

  it('passes over a level with nobody on duty, records it, and goes on to the next at once', () => {
    const done = fire(
      urgent,
      emergency('2025-10-01 10:00'),
      '2025-10-01 10:05',
      [],
      (to) => to === 'director',
    );
    expect(done.map(({ level: name, to, outcome, reached }) => [name, to, outcome, reached])).toEqual([
      ['responsible', 'responsible', 'nobody-on-duty', 'responsible'],
      ['office', 'desk-lead', 'nobody-on-duty', 'responsible'],
      ['director', 'director', 'told', 'responsible'],
    ]);
    expect(times(urgent, emergency('2025-10-01 10:00'), '2025-10-01 10:05', done)).toEqual([
      ['company', china('2025-10-01 11:30')],
    ]);
  });

  it('goes no further than to the first who is on duty', () => {
    const done = fire(
      urgent,
      emergency('2025-10-01 10:00'),
      '2025-10-01 10:05',
      [],
      (to) => to === 'desk-lead',
    );
    expect(names(done)).toEqual(['responsible', 'office']);
  });

  it('does not use up a level that counts from due by one that counts from start', () => {
    expect(names(fire(ordinary, clock, '2025-10-02 08:30', [], nobody))).toEqual(['remind']);
  });

  it('with nobody anywhere records every level, and ends', () => {
    const reminded = fire(ordinary, clock, '2025-10-02 08:30');
    const done = fire(ordinary, clock, '2025-10-02 10:30', reminded, nobody);
    expect(done.map(({ level: name, outcome, reached }) => [name, outcome, reached])).toEqual([
      ['lead', 'nobody-on-duty', 'lead'],
      ['director', 'nobody-on-duty', 'lead'],
    ]);
    expect(times(ordinary, clock, '2025-10-02 10:30', [...reminded, ...done])).toEqual([]);
  });

  it('tells the desk lead by day and the duty officer at night', () => {
    const to = (from: string, at: string) => fire(urgent, emergency(from), at).map((each) => each.to);
    expect(to('2025-10-01 10:00', '2025-10-01 10:10')).toEqual(['responsible', 'desk-lead']);
    expect(to('2025-10-01 02:00', '2025-10-01 02:10')).toEqual(['responsible', 'duty-officer']);
    // Nobody answers for the site at night while the desk has its midday.
    expect(to('2025-10-01 12:00', '2025-10-01 12:10')).toEqual(['responsible', 'desk-lead']);
    expect(to('2025-10-01 17:50', '2025-10-01 18:00')).toEqual(['responsible', 'duty-officer']);
  });
});

describe('a level that was later shown to be on time (G2)', () => {
  const clock = repair('2025-10-01 16:00');
  const done = fire(ordinary, clock, '2025-10-02 11:00');

  it('was reached before the closing was entered that happened earlier', () => {
    expect(names(shownOnTime(ordinary, clock, chineseSite, done))).toEqual([]);
    expect(
      names(shownOnTime(ordinary, closeClock(clock, china('2025-10-02 09:30')), chineseSite, done)),
    ).toEqual(['lead']);
    expect(
      names(shownOnTime(ordinary, closeClock(clock, china('2025-10-02 10:45')), chineseSite, done)),
    ).toEqual([]);
  });

  it('was reached before the wait was entered that began earlier', () => {
    const wait = { state: 'parts', at: china('2025-10-02 09:00'), reviewAt: china('2025-10-03 08:30') };
    const waited = resumeClock(pauseClock(clock, wait, ['parts']), china('2025-10-02 10:00'));
    expect(names(shownOnTime(ordinary, waited, chineseSite, done))).toEqual(['lead']);
  });

  it('is none that had its turn early because nobody was on duty before it', () => {
    const passedOn = fire(ordinary, clock, '2025-10-02 10:30', [], nobody);
    expect(names(passedOn)).toEqual(['remind', 'lead', 'director']);
    expect(shownOnTime(ordinary, clock, chineseSite, passedOn)).toEqual([]);
    const closed = closeClock(clock, china('2025-10-02 09:00'));
    expect(names(shownOnTime(ordinary, closed, chineseSite, passedOn))).toEqual(['lead', 'director']);
  });
});

describe('a plan', () => {
  const refused = expect.objectContaining({ code: 'bad-escalation' });

  it('has unique names', () => {
    expect(() =>
      checkEscalationPlan({ ...ordinary, levels: [...ordinary.levels, ordinary.levels[0]!] }),
    ).toThrow(refused);
  });

  it('counts minutes and hours when urgent, service time or days when not', () => {
    expect(() => [ordinary, urgent].forEach(checkEscalationPlan)).not.toThrow();
    expect(() => checkEscalationPlan({ ...urgent, urgent: false })).toThrow(refused);
    expect(() => checkEscalationPlan({ ...ordinary, urgent: true })).toThrow(refused);
    const late = level('late', 'due', { amount: 2, unit: 'workdays' }, 'director');
    expect(() => checkEscalationPlan({ ...ordinary, levels: [late] })).not.toThrow();
    expect(() => checkEscalationPlan({ ...urgent, levels: [late] })).toThrow(refused);
  });

  it('has durations', () => {
    const backwards = level('before', 'due', serviceHours(-1), 'director');
    expect(() => checkEscalationPlan({ ...ordinary, levels: [backwards] })).toThrow(
      expect.objectContaining({ code: 'bad-duration' }),
    );
  });
});
