import type { WireEvent } from '@property-office/contracts';
import type { Database, Transaction } from '@property-office/persistence';

/** An event of a strict reaction whose predecessor has not been applied yet: received, acked, waiting. */
export interface ParkedEvent {
  eventId: string;
  aggregateId: string;
  version: number;
  /** Null in the place of an event that was discarded. */
  payload: Uint8Array | null;
}

const parkSql = `INSERT INTO parked (consumer, event_id, aggregate_id, aggregate_version, payload, parked_at)
  VALUES ($1, $2, $3, $4, $5, clock_timestamp()) ON CONFLICT DO NOTHING`;

export function park(tx: Transaction, consumer: string, event: WireEvent): void {
  tx.send(parkSql, [
    consumer,
    event.id,
    event.subject,
    event.aggregateversion,
    Buffer.from(JSON.stringify(event)),
  ]);
}

/** Successors go on as if the event had been applied. */
export function parkNothing(tx: Transaction, consumer: string, event: Omit<ParkedEvent, 'payload'>): void {
  tx.send(parkSql, [consumer, event.eventId, event.aggregateId, event.version, null]);
}

export function unpark(tx: Transaction, consumer: string, { aggregateId, version }: ParkedEvent): void {
  tx.send('DELETE FROM parked WHERE consumer = $1 AND aggregate_id = $2 AND aggregate_version = $3', [
    consumer,
    aggregateId,
    version,
  ]);
}

/** Parked events whose predecessor has been applied meanwhile, lowest version of each aggregate, except of some aggregates. */
export async function readyParked(
  database: Database,
  consumer: string,
  except: string[],
  limit: number,
): Promise<ParkedEvent[]> {
  return database.query<ParkedEvent & Record<string, unknown>>(
    `SELECT event_id AS "eventId", aggregate_id AS "aggregateId", aggregate_version AS version, payload
     FROM parked LEFT JOIN reaction_position AS position USING (consumer, aggregate_id)
     WHERE consumer = $1 AND parked.aggregate_version <= coalesce(position.version, 0) + 1 AND aggregate_id <> ALL ($2::uuid[])
     ORDER BY parked.aggregate_version LIMIT $3`,
    [consumer, except, limit],
  );
}
