import type { Database } from '@property-office/persistence';
import { CatchUps } from './index';

const minute = 60_000;
const day = 24 * 60 * minute;
const database = { transaction: (work: (tx: undefined) => Promise<boolean>) => work(undefined) } as unknown as Database;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** When it is looked for, in minutes from the start. */
async function roundsWithin(ms: number, fails: (round: number) => boolean = () => false): Promise<number[]> {
  const rounds: number[] = [];
  const startedAt = performance.now();
  const catchUps = new CatchUps(database, { warn: () => undefined });
  catchUps.on('words', async () => {
    if (fails(rounds.push(Math.round((performance.now() - startedAt) / minute)))) throw new Error('no');
    return false;
  });
  catchUps.start();
  await jest.advanceTimersByTimeAsync(ms);
  await catchUps.stop();
  return rounds;
}

it('what the version before leaves undone is looked for at the start and each quarter of an hour of the first day, then each day', async () => {
  const rounds = await roundsWithin(3 * day + minute);
  const firstDay = Array.from({ length: 97 }, (_, i) => i * 15);
  expect(rounds).toEqual([...firstDay, 2 * 1440, 3 * 1440]);
});

it('what failed is tried again after a minute, and later each time, at most a quarter of an hour; then as before', async () => {
  expect(await roundsWithin(80 * minute, (round) => round <= 6)).toEqual([0, 1, 3, 7, 15, 30, 45, 60, 75]);
});
