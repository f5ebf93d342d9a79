import { statement, type Transaction } from '@property-office/persistence';

// In one order, so that two processes with the same events wait for each other rather than deadlock.
const receive = statement(
  'inbox_receive',
  `INSERT INTO inbox (consumer, event_id, received_at)
   SELECT $1, id, clock_timestamp() FROM unnest($2::uuid[]) AS id ORDER BY id
   ON CONFLICT DO NOTHING RETURNING event_id`,
);

/**
 * Marks events as received by a consumer, in the transaction that applies them.
 * @returns ids of those that were not there yet; the others have been applied before.
 */
export async function receiveOnce(
  tx: Transaction,
  consumer: string,
  eventIds: string[],
): Promise<Set<string>> {
  const rows = await tx.query<{ event_id: string }>(receive, [consumer, eventIds]);
  return new Set(rows.map((row) => row.event_id));
}
