import { Injectable } from '@nestjs/common';
import { accessCondition } from '@property-office/access';
import type { Principal, WireEvent } from '@property-office/contracts';
import { Database, rowsStatement, statement, type Transaction } from '@property-office/persistence';
import { feedKeeps } from './live-feed';
import { takenBack, type TimelineEventType } from '../domain/summaries';
import { entryColumns, inOrder, rowOfEvent, type Entry, type NewEntryRow } from './entry-rows';

/** One thing that happened to a request, or to another case that shows a timeline of these entries. */
export type TimelineEntry = Entry<TimelineEventType>;

interface OpenedRow {
  repair_request_id: string;
  site_id: string;
  number: string;
  opened_at: Date;
}

const open = rowsStatement<OpenedRow>(
  'timeline_open',
  `INSERT INTO timeline (repair_request_id, site_id, number, opened_at)
   SELECT * FROM json_to_recordset($1) AS opened (repair_request_id uuid, site_id uuid, number text, opened_at timestamptz)
   ON CONFLICT DO NOTHING`,
);

interface EntryRow extends NewEntryRow {
  repair_request_id: string;
}

const add = rowsStatement<EntryRow>(
  'timeline_add',
  `WITH entry AS (
     INSERT INTO timeline_entry (event_id, repair_request_id, aggregate_type, aggregate_id, aggregate_version, type,
       happened_at, recorded_at, actor_id, actor_role, actor_for, data)
     SELECT * FROM json_to_recordset($1) AS added (event_id uuid, repair_request_id uuid, aggregate_type text, aggregate_id uuid,
       aggregate_version int, type text, happened_at timestamptz, recorded_at timestamptz, actor_id uuid, actor_role text,
       actor_for uuid, data jsonb)
     ON CONFLICT (event_id) DO NOTHING
     RETURNING event_id, recorded_at)
   INSERT INTO feed_unnumbered (event_id) SELECT event_id FROM entry
   WHERE recorded_at > platform.now() - ${feedKeeps} AND NOT EXISTS (SELECT 1 FROM feed WHERE feed.event_id = entry.event_id)`,
);

export function openTimeline(tx: Transaction, event: WireEvent<'tickets.repair-requested.v1'>): void {
  tx.gather(open, { repair_request_id: event.subject, site_id: event.siteid, number: event.data.number, opened_at: tx.now });
}

/**
 * Adds what happened to a request to its timeline, and to what the live feed has yet to number. Does nothing where it
 * stands there: when timelines are made again from the ledgers, nobody who watches hears of it twice.
 */
export function addEntry(tx: Transaction, repairRequestId: string, event: WireEvent): void {
  tx.gather(add, { repair_request_id: repairRequestId, ...rowOfEvent(event) });
}

const mark = statement(
  'timeline_mark_taken_back',
  `UPDATE timeline_entry SET data = (data - $2::text[]) || jsonb_build_object('${takenBack}', true) WHERE event_id = $1`,
);

/** Marks the entry of an act that was taken back; `hide` are fields of its data that are shown no more. */
export function markTakenBack(tx: Transaction, eventId: string, hide: readonly string[]): void {
  tx.send(mark, [eventId, hide]);
}

/** Reading timelines of requests a principal may see. */
@Injectable()
export class Timelines {
  constructor(private readonly database: Database) {}

  /**
   * Entries in order.
   * @returns undefined when there is no such timeline, or none the principal may see
   */
  async read(principal: Principal, repairRequestId: string): Promise<TimelineEntry[] | undefined> {
    const access = accessCondition(principal, {
      operation: 'tracking.readTimeline',
      right: 'read',
      objectColumn: 't.repair_request_id',
      siteColumn: 't.site_id',
      firstParam: 2,
    });
    const rows = await this.database.query<EntryOrNone>(
      `SELECT ${entryColumns('e')} FROM timeline t LEFT JOIN timeline_entry e USING (repair_request_id)
       WHERE t.repair_request_id = $1 AND ${access.sql}
       ${inOrder('e')}`,
      [repairRequestId, ...access.params],
    );
    if (rows.length === 0) return undefined;
    return rows.filter((row): row is TimelineEntry & Record<string, unknown> => row.type !== null);
  }

  /** Whether there is one at all, for whomever. */
  async exists(repairRequestId: string): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM timeline WHERE repair_request_id = $1', [repairRequestId])).length > 0;
  }
}

/** A timeline without entries is a row of nothing else. */
type EntryOrNone = Record<string, unknown> & (TimelineEntry | { type: null });
