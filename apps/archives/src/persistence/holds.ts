import type { Transaction } from '@property-office/persistence';
import type { LockedRecord, Records } from './records';

/** Who decided on a hold, and whom they stood in for. */
interface Decided {
  by: string;
  for: string | null;
}

/** Sets or lifts the legal hold of a locked record: a row that stays, and how it stands now. */
export function turnHold(tx: Transaction, records: Records, locked: LockedRecord, held: boolean, reason: string, decided: Decided = deciding(locked)): void {
  const { state, act } = locked;
  const holds = state.holds + 1;
  tx.send('INSERT INTO record_hold (record_id, n, held, reason, decided_by, decided_for, happened_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
    state.id, holds, held, reason, decided.by, decided.for, act.happenedAt, tx.now,
  ]);
  records.advance(tx, locked, { kind: held ? 'hold-set' : 'hold-lifted' }, { held, holds });
}

/** A record that was closed of a living file on hold is on hold, by whoever decided on that. Its living file is locked. */
export async function carryHold(tx: Transaction, records: Records, locked: LockedRecord, livingFileId: string): Promise<void> {
  const [hold] = await tx.query<Decided & { held: boolean; reason: string } & Record<string, unknown>>(
    'SELECT held, reason, decided_by AS by, decided_for AS for FROM living_file_hold WHERE file_id = $1 ORDER BY n DESC LIMIT 1',
    [livingFileId],
  );
  if (hold?.held) turnHold(tx, records, locked, true, hold.reason, hold);
}

const deciding = ({ act: { actor } }: LockedRecord): Decided => ({ by: actor.personId, for: actor.forPersonId ?? null });
