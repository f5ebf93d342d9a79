import type { Transaction } from '@property-office/persistence';
import { directoryErrors } from '../domain/errors';
import type { Span } from '../domain/span';

interface Same {
  /** The entry itself, where it exists already. */
  id: string;
  table: 'tie' | 'role_grant' | 'crew_membership' | 'duty' | 'absence' | 'delegation' | 'superior';
  personId: string;
  /** What must not be held twice at a time: column and value. Left out: anything of the table. */
  column?: 'home_id' | 'crew_id' | 'site_id' | 'turn' | 'deputy_id';
  value?: string | number | null;
  role?: string;
  kind?: string;
}

/**
 * Refuses a second entry of the same kind for any part of the same time. The caller holds the person's lock, so no
 * other can be added meanwhile.
 * @throws spans-overlap (409)
 */
export async function assertNoOverlap(tx: Transaction, same: Same, { from, until }: Span): Promise<void> {
  const { id, table, personId, column, value = null, role, kind } = same;
  const params: unknown[] = [id, personId, from, until];
  const alike = Object.entries({ ...(column && { [column]: value }), ...(role && { role }), ...(kind && { kind }) });
  const conditions = alike.map(([name, each]) => `AND ${name} IS NOT DISTINCT FROM $${params.push(each)}`);
  const rows = await tx.query(
    `SELECT 1 FROM ${table} WHERE id <> $1 AND person_id = $2
       AND tstzrange(starts_at, ends_at) && tstzrange($3, $4) ${conditions.join(' ')} LIMIT 1`,
    params,
  );
  if (rows.length > 0) throw directoryErrors.spansOverlap();
}
