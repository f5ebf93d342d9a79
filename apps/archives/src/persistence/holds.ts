import type { Transaction } from '@property-office/persistence';
import type { LockedRecord, Records } from './records';

/** Sets or lifts the legal hold of a locked record: a row that stays, and how it stands now. */
export function turnHold(tx: Transaction, records: Records, locked: LockedRecord, held: boolean, reason: string): void {
  const { state, act } = locked;
  const holds = state.holds + 1;
  tx.send('INSERT INTO record_hold (record_id, n, held, reason, decided_by, decided_for, happened_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
    state.id, holds, held, reason, act.actor.personId, act.actor.forPersonId ?? null, act.happenedAt, tx.now,
  ]);
  records.advance(tx, locked, { kind: held ? 'hold-set' : 'hold-lifted' }, { held, holds });
}
