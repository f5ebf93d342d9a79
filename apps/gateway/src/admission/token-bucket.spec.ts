import fc from 'fast-check';
import { TokenBuckets } from './token-bucket';

test('a burst is let through, then as many as the rate gives', () => {
  const buckets = new TokenBuckets({ burst: 3, perSecond: 2 });
  expect([0, 0, 0, 0].map((at) => buckets.take('a', at))).toEqual([0, 0, 0, 0.5]);
  expect(buckets.take('a', 499)).toBeGreaterThan(0);
  expect(buckets.take('a', 500)).toBe(0);
  expect(buckets.take('a', 500)).toBe(0.5);
});

test('clients do not take from each other', () => {
  const buckets = new TokenBuckets({ burst: 1, perSecond: 1 });
  expect(buckets.take('a', 0)).toBe(0);
  expect(buckets.take('a', 0)).toBe(1);
  expect(buckets.take('b', 0)).toBe(0);
});

test('asking for the wait takes nothing', () => {
  const buckets = new TokenBuckets({ burst: 1, perSecond: 1 });
  expect([buckets.wait('a', 0), buckets.wait('a', 0), buckets.take('a', 0), buckets.wait('a', 0)]).toEqual([
    0, 0, 0, 1,
  ]);
});

test('over any time no more pass than the burst and the rate allow', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2_000), { maxLength: 200 }), (pauses) => {
      const buckets = new TokenBuckets({ burst: 5, perSecond: 3 });
      let now = 0;
      let passed = 0;
      for (const pause of pauses) {
        now += pause;
        if (buckets.take('a', now) === 0) passed++;
      }
      expect(passed).toBeLessThanOrEqual(5 + Math.ceil((now / 1000) * 3));
    }),
  );
});

test('full buckets are forgotten, and never more are kept than allowed', () => {
  const buckets = new TokenBuckets({ burst: 2, perSecond: 2 }, 10);
  for (let key = 0; key < 50; key++) buckets.take(String(key), 0);
  expect(buckets.keys).toBe(10);
  buckets.take('later', 1_000);
  expect(buckets.keys).toBe(1);
});
