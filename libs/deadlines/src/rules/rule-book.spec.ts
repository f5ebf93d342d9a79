import { isInService } from '@property-office/calendar';
import { promiseInWords, promiseNames } from '@property-office/contracts';
import type { OfficeRule, RuleContents, RuleKind } from './office-rule';
import { RuleBook } from './rule-book';
import { shippedRules } from './shipped-rules';

const day = (date: string, time = '00:00'): Date => new Date(`${date}T${time}+08:00`);
const from2026 = day('2026-01-01');
let made = 0;

function row<K extends RuleKind>(kind: K, content: RuleContents[K], effectiveFrom: Date, more: Partial<OfficeRule> = {}): OfficeRule {
  const source = { zh: '测试', en: 'spec' };
  return { id: `row-${(made += 1)}`, kind, siteId: null, content, source, effectiveFrom, recordedAt: effectiveFrom, ...more };
}

function target(amount: number): RuleContents['target'] {
  return { class: 'P2', promise: 'answer', function: 'repairs', countsFrom: 'start', limits: [{ amount, unit: 'service-minutes' }], words: null };
}

const bookOf = (...rows: OfficeRule[]) => new RuleBook([...shippedRules, ...rows], new Map());

describe('the rules of a site', () => {
  const amount = (book: RuleBook, at: Date, site = 'site') => book.of(site, at).promised('P2', 'answer')?.target?.limits[0].amount;

  it('are those in effect when a thing starts: a change applies afterwards (Q1)', () => {
    const book = bookOf(row('target', target(45), day('2026-06-01')));
    expect([amount(book, day('2026-05-31', '23:59')), amount(book, day('2026-06-01'))]).toEqual([30, 45]);
  });

  it('are its own before those of all, and of two rows of one day the later one', () => {
    const book = bookOf(
      row('target', target(45), from2026, { siteId: 'north' }),
      row('target', target(50), from2026, { siteId: 'north', recordedAt: day('2026-01-02') }),
      row('target', target(60), day('2026-06-01')),
    );
    expect([amount(book, day('2026-07-01'), 'north'), amount(book, day('2026-07-01'), 'south')]).toEqual([50, 60]);
  });

  it('promise what product.md ships, in words where no clock runs', () => {
    const rules = bookOf().of('site', from2026);
    expect(rules.promised('P2', 'done')!.target!.limits).toEqual([
      { amount: 24, unit: 'service-hours' },
      { amount: 3, unit: 'days' },
    ]);
    expect(rules.promised('P0', 'done')).toMatchObject({ target: undefined, words: { zh: '守到安全为止' } });
    expect(rules.promised('P2', 'plan')).toBeUndefined();
  });

  it('have hours by function and site, and holidays by year', () => {
    const off = { workday: [{ from: '09:00', to: '10:00' }], saturday: [], sunday: [], holiday: [] };
    const book = bookOf(
      row('hours', { function: 'desk', hours: off }, from2026, { siteId: 'north' }),
      row('holidays', { year: 2027, days: [{ date: '2027-01-04', kind: 'holiday', name: { zh: '调休', en: 'extra' } }] }, day('2026-11-01')),
    );
    const serves = (site: string, at: Date) => isInService(book.of(site, at).calendars.desk, at);
    expect([serves('north', day('2026-03-02', '11:00')), serves('south', day('2026-03-02', '11:00'))]).toEqual([false, true]);
    const papers = (at: Date) => isInService(book.of('south', at).calendars.papers, at);
    expect([papers(day('2027-01-04', '09:00')), papers(day('2027-01-05', '09:00')), papers(day('2026-10-01', '09:00'))]).toEqual([false, true, false]);
  });

  it('have a plan for the promise before that of its class', () => {
    const rules = bookOf().of('site', from2026);
    expect(rules.plan('P0', 'answer')).toMatchObject({ urgent: true });
    expect(rules.plan('P0', 'follow-up')).toMatchObject({ urgent: false });
    expect(rules.plan('nothing', 'answer')).toBeUndefined();
  });
});

it('ships a plan for each class that is promised something', () => {
  const rules = bookOf().of('site', from2026);
  const targets = shippedRules.filter((rule) => rule.kind === 'target').map(({ content }) => content as RuleContents['target']);
  expect(targets.filter(({ class: name, promise }) => !rules.plan(name, promise))).toEqual([]);
});

it('ships plans that all end with the company, but for those that remind before the date (G5)', () => {
  const plans = shippedRules.filter((rule) => rule.kind === 'plan').map(({ content }) => content as RuleContents['plan']);
  const early = plans.filter(({ promise }) => promise === 'nearly-due' || promise?.endsWith('-soon'));
  expect(early.flatMap(({ plan }) => plan.levels.map(({ to }) => to))).toEqual(early.map(() => 'responsible'));
  const others = plans.filter((each) => !early.includes(each));
  expect(others.length).toBeGreaterThan(20);
  expect(others.filter(({ plan }) => plan.levels.at(-1)!.to !== 'company')).toEqual([]);
});

it('ships no promise, and no plan for one, that has no words in both languages', () => {
  const named = shippedRules.flatMap(({ content }) => ('promise' in content && content.promise !== null ? [content.promise] : []));
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((promise) => !Object.hasOwn(promiseNames, promise))).toEqual([]);
  expect(Object.values(promiseNames).filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !/^[a-z][a-z -]+$/.test(en))).toEqual([]);
});

it('a promise that an office has added itself is said as it was named', () => {
  expect([promiseInWords('reply', 'zh'), promiseInWords('reply', 'en'), promiseInWords('toString', 'en')]).toEqual(['答复', 'reply', 'toString']);
});
