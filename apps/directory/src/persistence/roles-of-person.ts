import type { RoleGrant } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';

/** What somebody is today or will be, a resident included: what a new password of theirs opens. What was called off before it began ends as it would have begun. */
export async function rolesOfPerson(tx: Transaction, personId: string): Promise<RoleGrant[]> {
  return tx.query<RoleGrant & object>(
    `SELECT DISTINCT role, site_id AS "siteId" FROM role_grant WHERE person_id = $1 AND (ends_at IS NULL OR ends_at > greatest(starts_at, $2))
     UNION SELECT 'resident', site_id FROM tie WHERE person_id = $1 AND (ends_at IS NULL OR ends_at > greatest(starts_at, $2))`,
    [personId, tx.now],
  );
}
