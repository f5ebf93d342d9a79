import type { Transaction } from '@property-office/persistence';
import { recordErrors } from '../domain/errors';

/**
 * Records are shown to people who work on the site today.
 * @throws staffUnknown (400)
 */
export async function assertColleague(tx: Transaction, personId: string, siteId: string): Promise<void> {
  const rows = await tx.query(
    'SELECT 1 FROM staff_role WHERE person_id = $1 AND (site_id IS NULL OR site_id = $2) AND from_at <= $3 AND (until_at IS NULL OR until_at > $3) LIMIT 1',
    [personId, siteId, tx.now],
  );
  if (rows.length === 0) throw recordErrors.staffUnknown();
}
