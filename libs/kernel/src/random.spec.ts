import { takeRandom } from './random';

describe('random bytes', () => {
  it('are as many as asked for, and never the same twice, over the end of the pool', () => {
    const taken = Array.from({ length: 2_000 }, (_, i) => takeRandom(12 + (i % 5)));
    expect(taken.map(({ length }) => length)).toEqual(taken.map((_, i) => 12 + (i % 5)));
    expect(new Set(taken.map((bytes) => bytes.toString('hex'))).size).toBe(2_000);
    expect(taken.every((bytes) => bytes.some((byte) => byte !== 0))).toBe(true);
  });

  it('are the taker’s own: what is taken later does not change them', () => {
    const first = takeRandom(16);
    const before = first.toString('hex');
    for (let i = 0; i < 1_000; i += 1) takeRandom(16);
    expect(first.toString('hex')).toBe(before);
  });
});
