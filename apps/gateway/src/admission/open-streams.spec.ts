import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { ResolvedSession } from '@property-office/access';
import { OpenStreams } from './open-streams';
import { SessionCache } from './session-cache';

const session = { principal: { personId: 'p', roles: ['resident'] } } as unknown as ResolvedSession;

class Answer extends EventEmitter {
  destroyed = false;
  destroy() {
    this.destroyed = true;
    this.emit('close');
  }
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test.each([
  [2_400, 0],
  [2_600, 0],
  [2_600, 450],
  [2_900, 899],
])('ends within two seconds of its session, looked up after %i ms and ended %i ms later', async (after, before) => {
  let now: ResolvedSession | null = session;
  const sessions = new SessionCache({ resolve: async () => now });
  const streams = new OpenStreams(sessions);
  const answer = new Answer();
  streams.add(answer as unknown as ServerResponse, 'token', session);
  await jest.advanceTimersByTimeAsync(after);
  expect(answer.destroyed).toBe(false);
  await sessions.resolve('token');
  await jest.advanceTimersByTimeAsync(before);
  now = null;
  await jest.advanceTimersByTimeAsync(2_000);
  expect(answer.destroyed).toBe(true);
  expect(streams.count).toBe(0);
});

test('goes on while nobody can say whether its session is open', async () => {
  const away = new SessionCache({ resolve: () => Promise.reject(new Error('directory is away')) });
  const streams = new OpenStreams(away);
  const answer = new Answer();
  streams.add(answer as unknown as ServerResponse, 'token', session);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(answer.destroyed).toBe(false);
});
