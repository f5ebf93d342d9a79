import type { Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';

/**
 * The principal's own tie as an owner of the home today, held against ending until COMMIT.
 * @returns since when, or undefined for anybody else
 */
export async function ownerSince(
  tx: Transaction,
  { personId }: Principal,
  homeId: string,
): Promise<Date | undefined> {
  const [row] = await tx.query<{ starts_at: Date }>(
    `SELECT starts_at FROM tie WHERE home_id = $1 AND person_id = $2 AND kind = 'owner'
       AND starts_at <= $3 AND (ends_at IS NULL OR ends_at > $3) LIMIT 1 FOR SHARE`,
    [homeId, personId, tx.now],
  );
  return row?.starts_at;
}
