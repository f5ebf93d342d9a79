import type { Transaction } from '@property-office/persistence';
import { directoryErrors } from '../domain/errors';
import type { Superior } from './superior.entity';

/** One number for "somebody changes who answers for whom". */
const lineLock = 7_203_101;

/** Lines are changed one at a time: two of them, each harmless, could close a circle. */
export async function lockLines(tx: Transaction): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [lineLock]);
}

/**
 * Refuses a line that would make somebody answer for themselves at any moment of its span. The caller holds `lockLines`.
 * @throws superiors-in-a-circle (409)
 */
export async function assertNoCircle(tx: Transaction, { personId, superiorId, from, until }: Superior): Promise<void> {
  // A circle exists at a moment that all its lines share, so each step narrows the span to what it has in common.
  const rows = await tx.query(
    `WITH RECURSIVE above AS (
       SELECT $2::uuid AS id, tstzrange($3, $4) AS shared
       UNION SELECT s.superior_id, a.shared * tstzrange(s.starts_at, s.ends_at)
       FROM superior s JOIN above a ON s.person_id = a.id AND a.shared && tstzrange(s.starts_at, s.ends_at)
       WHERE a.id <> $1)
     SELECT 1 FROM above WHERE id = $1 LIMIT 1`,
    [personId, superiorId, from, until],
  );
  if (rows.length > 0) throw directoryErrors.superiorsInCircle();
}
