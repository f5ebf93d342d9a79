import type { BelongingsInHand, WorkInHand, WorkKind } from '@property-office/contracts';
import type { Database } from '@property-office/persistence';

type Row = Omit<WorkInHand, 'from'> & { at: Date } & Record<string, unknown>;

/**
 * What of a service somebody has in hand, for directory's list of what who leaves hands over (G6): by kind, the oldest `from` first.
 * @param parts SQL of the id, the number, the site and since when of each; the person is `$1`, then come `params`
 */
export async function workInHand(
  database: Database,
  personId: string,
  parts: Readonly<Partial<Record<WorkKind, string>>>,
  params: readonly unknown[] = [],
): Promise<BelongingsInHand> {
  const each = Object.entries(parts).map(([kind, sql]) => `SELECT '${kind}', mine.* FROM (${sql}) mine`);
  const rows = await database.query<Row>(
    `SELECT kind, id, number, site_id AS "siteId", at FROM (${each.join(' UNION ALL ')}) work (kind, id, number, site_id, at) ORDER BY kind, at, id`,
    [personId, ...params],
  );
  return { items: rows.map(({ at, ...row }) => ({ ...row, from: at.toISOString() })) };
}
