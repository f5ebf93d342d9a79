import type { Transaction } from '@property-office/persistence';

/** Where neither is heard of yet. */
const unnamed = '本单位';

/** What the office of a site calls itself on its papers; by the name of the site where it has no letterhead. */
export async function officeName(tx: Transaction, siteId: string): Promise<string> {
  const [row] = await tx.query<{ name: string | null }>('SELECT coalesce(letterhead, site) AS name FROM office_name WHERE site_id = $1', [siteId]);
  return row?.name ?? unnamed;
}
