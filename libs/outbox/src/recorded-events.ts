import type { EventType, WireEvent } from '@property-office/contracts';
import type { Database } from '@property-office/persistence';
import { ledgerColumns, toWireEvent, type LedgerRow } from './ledger-entry';

/** What happened on a site from a time on until another, of these types. */
export interface EventsWanted {
  types: readonly EventType[];
  siteId: string;
  from: Date;
  to: Date;
  /** The last of the page before. */
  after?: string;
}

/** Nothing is entered later than this after it happened: what the ledger has recorded since is not looked at. */
export const enteredWithin = '31 days';

/** Told within the second that an internal route has. */
const page = 200;
const first = '00000000-0000-0000-0000-000000000000';

/**
 * What the ledger has recorded, also of what was entered later, in the order of the ids: for who compares it with what they have heard.
 * Nothing is recorded before it happens, so that the index over the time of recording leaves out what came before.
 */
export async function recordedEvents(database: Database, { types, siteId, from, to, after = first }: EventsWanted): Promise<{ events: WireEvent[]; next: string | null }> {
  const rows = await database.query<LedgerRow & Record<string, unknown>>(
    `SELECT ${ledgerColumns} FROM ledger WHERE recorded_at >= $1 AND recorded_at < $2::timestamptz + interval '${enteredWithin}' AND happened_at >= $1 AND happened_at < $2 AND site_id = $3 AND type = ANY ($4) AND event_id > $5
     ORDER BY event_id LIMIT ${page}`,
    [from, to, siteId, types, after],
  );
  return { events: rows.map(toWireEvent), next: rows.length < page ? null : rows.at(-1)!.event_id };
}
