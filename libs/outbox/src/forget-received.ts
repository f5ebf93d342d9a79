import type { Database } from '@property-office/persistence';

/**
 * Lets a reaction forget everything it has received, so that a replay of the ledger is applied once more from the first
 * event on. What comes meanwhile of a strict reaction waits, parked, for the events before it. Only for reactions that
 * may be applied again (`replay: 'rebuild'`).
 */
export async function forgetReceived(database: Database, durable: string): Promise<void> {
  await database.transaction(async (tx) => {
    for (const table of ['inbox', 'reaction_position', 'parked'])
      tx.send(`DELETE FROM ${table} WHERE consumer = $1`, [durable]);
  });
}
