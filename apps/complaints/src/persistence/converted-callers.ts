import type { ConvertedCaller } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { isFiled } from './filed-cases';

/**
 * How long somebody is remembered of whom nothing was announced: the conversion was refused, or its process died. An event that
 * comes later than that makes a case without an account, as of a stranger; reception still knows who called.
 */
const rememberedDays = 30;

/** Remembers whose case it will be. Once it is filed there is nothing more to remember. */
export async function rememberCaller(tx: Transaction, { objectId, personId, homeId }: ConvertedCaller): Promise<void> {
  tx.send(`DELETE FROM converted_caller WHERE registered_at < $1::timestamptz - $2 * interval '1 day'`, [tx.now, rememberedDays]);
  if (await isFiled(tx, objectId)) return;
  tx.send(
    `INSERT INTO converted_caller (object_id, person_id, home_id, registered_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (object_id) DO UPDATE SET person_id = excluded.person_id, home_id = excluded.home_id, registered_at = excluded.registered_at`,
    [objectId, personId ?? null, homeId ?? null, tx.now],
  );
}

/** Whose case it is, which the case itself keeps from now on. Nobody: a stranger called, or a try that was refused told of somebody. */
export async function takeCaller(tx: Transaction, objectId: string, introduced = true): Promise<{ personId: string | null; homeId: string | null }> {
  const [row] = await tx.query<{ person_id: string | null; home_id: string | null }>(
    'DELETE FROM converted_caller WHERE object_id = $1 RETURNING person_id, home_id',
    [objectId],
  );
  if (!row || !introduced) return { personId: null, homeId: null };
  return { personId: row.person_id, homeId: row.home_id };
}
