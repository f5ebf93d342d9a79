import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { setTimer } from '@property-office/timers';
import { tidyUpDue, tidyUpReminders } from '../domain/tidy-up';

export const tidyUpTimerKind = 'tidy-up-reminder';

/** With the first number of a year there is something that will have to be tidied up, once for each site. @returns its id; undefined where it was begun before */
export async function beginTidyUp(tx: Transaction, siteId: string, year: number): Promise<string | undefined> {
  const [begun] = await tx.query<{ id: string }>(
    'INSERT INTO tidy_up (id, site_id, year, version, due_at, recorded_at) VALUES ($1, $2, $3, 0, $4, $5) ON CONFLICT (site_id, year) DO NOTHING RETURNING id',
    [newId(), siteId, year, tidyUpDue(year), tx.now],
  );
  if (!begun) return undefined;
  for (const [i, dueAt] of tidyUpReminders(year).entries())
    if (dueAt > tx.now) setTimer(tx, { kind: tidyUpTimerKind, aggregateId: begun.id, fireKey: `${tidyUpTimerKind}:${begun.id}:${i + 1}`, dueAt });
  return begun.id;
}
