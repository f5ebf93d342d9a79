import { setTimeout as pause } from 'node:timers/promises';
import { statement, type Database } from '@property-office/persistence';
import type { Logger } from 'pino';
import { describeError } from '../problems/describe-error';
import { stopOrder, type Shutdown } from '../process/shutdown';

const batch = 1_000;
const everyMs = 600_000;

/** Answers are kept for 7 days (api.md). */
const removeOld = statement(
  'idempotency_remove_old',
  `DELETE FROM idempotency WHERE ctid = ANY (ARRAY(
     SELECT ctid FROM idempotency WHERE created_at < platform.now() - interval '7 days' LIMIT ${batch})) RETURNING 1`,
);

/** Removes the answers older than 7 days, a batch at a time. @returns how many */
export async function removeOldAnswers(database: Database): Promise<number> {
  let removed = 0;
  for (;;) {
    const { length } = await database.query(removeOld);
    removed += length;
    if (length < batch) return removed;
  }
}

/** Cleans up now and then until the process stops; a failure is retried at the next turn. */
export function keepAnswersForAWeek(database: Database, shutdown: Shutdown, log: Logger): void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = (async () => {
    while (!signal.aborted) {
      await pause(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await removeOldAnswers(database).catch((error: unknown) =>
        log.warn(`old answers stay for now: ${describeError(error)}`),
      );
    }
  })();
  shutdown.register(
    `idempotency clean-up ${database.service}`,
    stopOrder.timers,
    () => (stopping.abort(), running),
    5_000,
  );
}
