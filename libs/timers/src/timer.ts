import { derivedId } from '@property-office/kernel';
import { rowsStatement, type Transaction } from '@property-office/persistence';

/** Something that is to happen at a time: a follow-up becomes due, a level of escalation is reached. */
export interface Timer {
  id: string;
  kind: string;
  aggregateId: string;
  fireKey: string;
  dueAt: Date;
}

export type NewTimer = Omit<Timer, 'id'>;

interface TimerRow {
  id: string;
  kind: string;
  aggregate_id: string;
  fire_key: string;
  due_at: Date;
}

const set = rowsStatement<TimerRow>(
  'timer_set',
  `INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status)
   SELECT id, kind, aggregate_id, fire_key, due_at, 'set'
   FROM json_to_recordset($1) AS new (id uuid, kind text, aggregate_id uuid, fire_key text, due_at timestamptz)
   ON CONFLICT (fire_key) DO UPDATE SET due_at = excluded.due_at, status = 'set', attempts = 0, retry_at = NULL
     WHERE timer.status <> 'fired'`,
  { key: ({ fire_key }) => fire_key },
);

/**
 * Sets a timer, or moves the one of that key, in the transaction that makes it necessary. One that has fired stays
 * fired: firing the same thing again needs another key.
 */
export function setTimer(tx: Transaction, { kind, aggregateId, fireKey, dueAt }: NewTimer): void {
  tx.gather(set, { id: derivedId('timer', fireKey), kind, aggregate_id: aggregateId, fire_key: fireKey, due_at: dueAt });
}

/** Cancels one timer; one that has fired or never was is left alone. */
export function cancelTimer(tx: Transaction, fireKey: string): void {
  tx.send(`UPDATE timer SET status = 'cancelled' WHERE fire_key = $1 AND status = 'set'`, [fireKey]);
}

/** Cancels whatever is still to happen to an aggregate. */
export function cancelTimersOf(tx: Transaction, aggregateId: string): void {
  tx.send(`UPDATE timer SET status = 'cancelled' WHERE aggregate_id = $1 AND status = 'set'`, [aggregateId]);
}

/**
 * The id of the event a firing writes: the same whenever it is computed, so that a firing that is repeated after a crash
 * cannot write a second one.
 */
export function eventIdOf(timer: Timer, what = 'fired'): string {
  return derivedId('timer-event', timer.fireKey, what);
}
