import { defineErrors } from '@property-office/kernel';
import type { Database, Transaction } from '@property-office/persistence';
import { InTurns } from './in-turns';
import { isOutage } from './is-outage';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const slow = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' });
const after = (ms: number) => new Promise<never[]>((resolve) => setTimeout(() => resolve([]), ms));

/** A database of few connections that takes so long to answer. */
function answering(ms: number): InTurns {
  const query = () => after(ms);
  const transaction = (work: (tx: Transaction) => Promise<unknown>) => work({ query } as unknown as Transaction);
  return new InTurns({ poolSize: 1, query, transaction } as unknown as Database);
}

it('a statement that takes too long is at fault itself where the database answers, however long it waits for its turn to ask', async () => {
  const used = answering(10);
  const others = Array.from({ length: 12 }, () => used.transaction(() => after(2_000)));
  const found = isOutage(used, slow);
  await jest.advanceTimersByTimeAsync(10_000);
  await Promise.all(others);
  expect(await found).toBe(false);
});

it('and an overloaded database is an outage', async () => {
  const found = isOutage(answering(600), slow);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(await found).toBe(true);
});

describe('what another place says of itself', () => {
  const title = { zh: '暂时不可用', en: 'unavailable' };
  const errors = defineErrors({ away: { kind: 'unavailable', title }, refused: { kind: 'conflict', title } });
  const judged = (error: Error) => isOutage(answering(10), error);

  it('is an outage where it is away and says when to come again', async () => expect(await judged(errors.away({}, { retryAfter: 30 }))).toBe(true));
  it('is none where waiting does not heal it', async () => expect(await judged(errors.away())).toBe(false));
  it('is none where it refuses', async () => expect(await judged(errors.refused({}, { retryAfter: 30 }))).toBe(false));
});
