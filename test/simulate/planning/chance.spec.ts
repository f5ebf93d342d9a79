import { Chance } from './chance';

const some = (chance: Chance): number[] => Array.from({ length: 1_000 }, () => chance.next());

it('is the same for the same seed and subject, and another for any other', () => {
  expect(some(new Chance(1, 'a'))).toEqual(some(new Chance(1, 'a')));
  expect(some(new Chance(1, 'a'))).not.toEqual(some(new Chance(2, 'a')));
  expect(some(new Chance(1, 'a'))).not.toEqual(some(new Chance(1, 'b')));
});

it('spreads evenly from 0 to below 1', () => {
  const all = some(new Chance(7, 'spread'));
  expect(all.every((each) => each >= 0 && each < 1)).toBe(true);
  for (let tenth = 0; tenth < 10; tenth++) expect(all.filter((each) => Math.floor(each * 10) === tenth).length).toBeGreaterThan(60);
});

it('picks by weight', () => {
  const chance = new Chance(3, 'weights');
  const picked = Array.from({ length: 3_000 }, () => chance.weighted({ often: 9, seldom: 1, never: 0 }));
  expect(picked.filter((each) => each === 'often').length).toBeGreaterThan(2_500);
  expect(new Set(picked)).toEqual(new Set(['often', 'seldom']));
});
