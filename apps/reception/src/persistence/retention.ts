import type { Transaction } from '@property-office/persistence';

/** Until when what is personal is kept of something that ends now, by the row of the site that is in effect (G7). */
export async function keptUntil(tx: Transaction, siteId: string, what: 'visitor' | 'contact' | 'phone-note'): Promise<Date | undefined> {
  const [row] = await tx.query<{ until: Date }>(
    `SELECT $3::timestamptz + days * interval '1 day' AS until FROM retention
     WHERE what = $1 AND (site_id IS NULL OR site_id = $2) AND effective_from <= $3 ORDER BY site_id NULLS LAST, effective_from DESC LIMIT 1`,
    [what, siteId, tx.now],
  );
  return row?.until;
}
