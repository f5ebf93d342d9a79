import type { ResolvedSession, SessionResolver } from '@property-office/access';
import { SessionCache } from './session-cache';

const session = { principal: { name: '王芳' } } as ResolvedSession;

class Source implements SessionResolver {
  asked = 0;
  answer: Promise<ResolvedSession | null> = Promise.resolve(session);
  resolve(): Promise<ResolvedSession | null> {
    this.asked++;
    return this.answer;
  }
}

afterEach(() => jest.useRealTimers());

test('requests of one session ask once, those under way included', async () => {
  const source = new Source();
  const cache = new SessionCache(source);
  expect(await Promise.all([cache.resolve('t'), cache.resolve('t'), cache.resolve('t')])).toEqual([
    session,
    session,
    session,
  ]);
  await cache.resolve('t');
  await cache.resolve('other');
  expect(source.asked).toBe(2);
});

test('an ended session is known within a second of its end, also when the look-up was slow', async () => {
  jest.useFakeTimers();
  const source = new Source();
  const cache = new SessionCache(source);
  source.answer = new Promise((resolve) => setTimeout(() => resolve(session), 600));
  const first = cache.resolve('t');
  await jest.advanceTimersByTimeAsync(600);
  expect(await first).toBe(session);
  source.answer = Promise.resolve(null);
  await jest.advanceTimersByTimeAsync(400);
  expect(await cache.resolve('t')).toBeNull();
});

test('that a token is no session is not believed longer either', async () => {
  jest.useFakeTimers();
  const source = new Source();
  source.answer = Promise.resolve(null);
  const cache = new SessionCache(source);
  await cache.resolve('t');
  source.answer = Promise.resolve(session);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(await cache.resolve('t')).toBe(session);
});

test('not knowing is never remembered', async () => {
  const source = new Source();
  source.answer = Promise.reject(new Error('directory is away'));
  const cache = new SessionCache(source);
  await expect(cache.resolve('t')).rejects.toThrow('away');
  source.answer = Promise.resolve(session);
  expect(await cache.resolve('t')).toBe(session);
});

test('what is too old is forgotten, and never more is kept than allowed', async () => {
  jest.useFakeTimers();
  const cache = new SessionCache(new Source(), 10);
  for (let n = 0; n < 50; n++) await cache.resolve(String(n));
  expect(cache.size).toBe(10);
  await jest.advanceTimersByTimeAsync(1_000);
  await cache.resolve('later');
  expect(cache.size).toBe(1);
});
