import type { Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { HomeClaim } from './home-claim.entity';

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

/**
 * Who may decide on a claim as an owner of the home (`lockClaim`), in the order of their ids: those who own it today and did when it was
 * claimed (G7), but not whoever claims it, and nobody where somebody claims to own it.
 */
export async function decidingOwners(tx: Transaction, { homeId, kind, personId, createdAt }: HomeClaim): Promise<string[]> {
  if (homeId === null || kind === 'owner') return [];
  const rows = await tx.query<{ person_id: string }>(
    `SELECT DISTINCT person_id FROM tie WHERE home_id = $1 AND kind = 'owner' AND person_id <> $2
       AND starts_at <= $3 AND (ends_at IS NULL OR ends_at > $4) ORDER BY 1`,
    [homeId, personId, createdAt, tx.now],
  );
  return rows.map((row) => row.person_id);
}
