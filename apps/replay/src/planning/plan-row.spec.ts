import { readFixture } from '../fixtures/read-fixture';
import { OddRows } from '../source/oddities';
import type { SourceRow } from '../source/source-row';
import { planRow } from './plan-row';

const now = Date.parse('2026-11-23T00:00:00Z');

const plans = (name: 'boston' | 'new-york') => {
  const { register, rows, odd } = readFixture(name);
  return { odd, plans: rows.map((row) => planRow(register.name, row, now, odd)) };
};

const row = (more: Partial<SourceRow> = {}): SourceRow => ({ ...readFixture('boston').rows[4]!, ...more });

const planned = (more: Partial<SourceRow>) => {
  const odd = new OddRows();
  return { odd, plan: planRow('boston311', row(more), now, odd) };
};

it('says of each row of Boston what, where and how it ends', () => {
  const told = plans('boston').plans.map(({ report, location, ending }) => [
    report.category,
    location.kind,
    location.places.length,
    ending.kind,
  ]);
  expect(told).toEqual([
    ['other', 'place', 2, 'done'],
    ['other', 'place', 2, 'cancelled'],
    ['safety', 'place', 2, 'done'],
    ['unsanitary', 'home', 2, 'done'],
    ['unsanitary', 'home', 2, 'open'],
    ['safety', 'place', 2, 'done'],
    ['other', 'place', 1, 'done'],
    ['building', 'home', 2, 'done'],
    ['unsanitary', 'home', 2, 'nobody-in'],
    ['other', 'place', 2, 'open'],
    ['unsanitary', 'home', 2, 'cancelled'],
    ['other', 'place', 1, 'done'],
    ['unsanitary', 'home', 2, 'nobody-in'],
    ['building', 'home', 2, 'cancelled'],
    ['building', 'place', 2, 'open'],
  ]);
});

it('says of each row of New York what, where and how it ends', () => {
  const told = plans('new-york').plans.map(({ report, location, ending }) => [
    report.category,
    location.kind,
    ending.kind,
  ]);
  expect(told).toEqual([
    ['light', 'place', 'open'],
    ['tap-water', 'home', 'open'],
    ['unsanitary', 'home', 'open'],
    ['heating', 'place', 'open'],
    ['fire-hazard', 'place', 'done'],
    ['refuse', 'place', 'open'],
    ['lift-fault', 'place', 'open'],
    ['heating', 'place', 'done'],
    ['light', 'home', 'open'],
    ['unsanitary', 'home', 'open'],
  ]);
});

it('reports in words people read, with the times of the register', () => {
  expect(plans('new-york').plans[1]!.report).toEqual({
    category: 'tap-water',
    description: 'Plumbing: Water supply',
    externalReference: 'nyc311:69915612',
    seenAt: '2026-08-01T04:08:49.000Z',
  });
  expect(plans('boston').plans[2]!.report.description).toBe('Building: Unsafe/Dangerous Conditions');
});

it('has work done again where a violation was filed, and rates the end by its time', () => {
  const outcomes = plans('boston').plans.map(({ ending }) =>
    ending.kind === 'done' ? ending.outcomes.map(({ result, rating }) => `${result} ${rating}`) : [],
  );
  expect(outcomes[0]).toEqual(['satisfied 3']);
  expect(outcomes[3]).toEqual(['satisfied 5']);
  expect(outcomes[5]).toEqual(['unsatisfied 2', 'satisfied 4']);
});

it('names places by their address, the same for every spelling', () => {
  const [shouted, plain] = ['22 JEFFERSON STREET', '22 Jefferson Street'].map(
    (address) => planned({ address }).plan.location,
  );
  expect(shouted).toEqual(plain);
  expect(plain!.places[0]).toEqual({
    externalCode: '22 JEFFERSON STREET',
    kind: 'building',
    code: '22 JEFFERSON STREET',
    name: { zh: '22 Jefferson Street' },
  });
});

it('keeps long addresses apart within the lengths the office takes', () => {
  const long =
    'A very long name of a street that has no end and goes on for miles and miles and miles and on and on';
  const [one, two] = ['1', '2'].map(
    (end) => planned({ address: `12 ${long} ${end}`, unit: 'PENTHOUSE WEST' }).plan.location.places,
  );
  expect(one![0]!.code).not.toBe(two![0]!.code);
  for (const { code, externalCode, name } of one!) {
    expect(code.length).toBeLessThanOrEqual(50);
    expect(externalCode.length).toBeLessThanOrEqual(100);
    expect(name.zh.length).toBeLessThanOrEqual(100);
  }
});

it('reports a row without an address at the public place of the site, one at a corner at the corner', () => {
  const { plans: all, odd } = plans('boston');
  expect(all[6]!.location).toMatchObject({ kind: 'place', externalCode: 'no-address' });
  expect(all[11]!.location.places[0]).toMatchObject({
    kind: 'public-place',
    name: { zh: 'INTERSECTION of Centre St & Grovenor Rd Jamaica Plain MA' },
  });
  expect([odd.count('no-address'), odd.count('no-house-number')]).toEqual([1, 1]);
});

it('does not believe what was seen in the future', () => {
  const { plan, odd } = planned({ createdAt: new Date('2059-01-01T00:00:00Z') });
  expect(plan.report).not.toHaveProperty('seenAt');
  expect(odd.count('created-in-future')).toBe(1);
});

it.each([
  [{ category: 'Astrology' }, 'unknown-category', { category: 'other', description: 'Astrology: Bed Bugs' }],
  [
    { category: ' ', descriptor: '--', title: '' },
    'no-description',
    { description: expect.stringContaining('says nothing') as string },
  ],
] as const)('%j is %s', (more, oddity, expected) => {
  const { plan, odd } = planned(more);
  expect(plan.report).toMatchObject(expected);
  expect(odd.count(oddity)).toBe(1);
});

it('clips what is longer than the office takes', () => {
  const { plan, odd } = planned({
    descriptor: 'x'.repeat(3000),
    closed: true,
    resolution: `NOVIO: ${'y'.repeat(3000)}`,
  });
  expect([...plan.report.description]).toHaveLength(2000);
  expect(plan.ending).toMatchObject({
    kind: 'cancelled',
    reason: expect.stringMatching(/^NOVIO: y{992}…$/) as string,
  });
  expect(odd.count('clipped-text')).toBe(1);
});

it('finds a word of the register in any capitals', () => {
  expect(
    planned({ category: 'HOUSING', descriptor: 'heat -  excessive insufficient' }).plan.report.category,
  ).toBe('heating');
});
