import type { Database } from '@property-office/persistence';
import { pageByPage } from './page-by-page';

/**
 * Lets a reaction forget everything it has received, so that a replay of the ledger is applied once more from the first
 * event on. What comes meanwhile of a strict reaction waits, parked, for the events before it; what is parked stays, its
 * turn comes again. Positions first: an event applied in between is known by its position or not at all, never by its
 * place in the inbox alone. Only for reactions that may be applied again (`replay: 'rebuild'`). May be done twice.
 */
export async function forgetReceived(database: Database, durable: string): Promise<void> {
  for (const [table, id] of [
    ['reaction_position', 'aggregate_id'],
    ['inbox', 'event_id'],
  ] as const)
    await pageByPage(
      database,
      [durable],
      (after, limit) => `
        WITH page AS MATERIALIZED (
          SELECT ${id} AS id FROM ${table} WHERE consumer = $1 AND ${id} > ${after} ORDER BY ${id} LIMIT ${limit}),
        forgotten AS (
          DELETE FROM ${table} USING page WHERE ${table}.consumer = $1 AND ${table}.${id} = page.id)
        SELECT id FROM page ORDER BY id DESC LIMIT 1`,
    );
}
