import { Injectable } from '@nestjs/common';
import { accessCondition, shieldCondition, type OperationKey } from '@property-office/access';
import type { Principal, WireEvent } from '@property-office/contracts';
import { Database, rowsStatement, type Transaction } from '@property-office/persistence';
import type { TimelineEventType } from '../domain/summaries';
import type { TimelineEntry } from './timelines';

interface EntryRow {
  event_id: string;
  case_type: string;
  case_id: string;
  site_id: string;
  aggregate_type: string;
  aggregate_id: string;
  aggregate_version: number;
  type: string;
  happened_at: string;
  recorded_at: string;
  actor_id: string;
  actor_role: string;
  actor_for: string | null;
  data: object;
}

const add = rowsStatement<EntryRow>(
  'case_entry_add',
  `INSERT INTO case_entry (event_id, case_type, case_id, site_id, aggregate_type, aggregate_id, aggregate_version, type, happened_at,
     recorded_at, actor_id, actor_role, actor_for, data)
   SELECT * FROM json_to_recordset($1) AS added (event_id uuid, case_type text, case_id uuid, site_id uuid, aggregate_type text,
     aggregate_id uuid, aggregate_version int, type text, happened_at timestamptz, recorded_at timestamptz, actor_id uuid,
     actor_role text, actor_for uuid, data jsonb)
   ON CONFLICT (event_id) DO NOTHING`,
);

/** What an event belongs to: a contact, a complaint. */
export interface Case {
  type: string;
  id: string;
}

/** What the events of a document belong to, incoming or outgoing. */
export const documentKinds = ['incoming-document', 'outgoing-document'] as const;
export const documentCase = (id: string, type: (typeof documentKinds)[number] = 'incoming-document'): Case => ({ type, id });

/** Adds what happened to the timeline of a case. */
export function addCaseEntry(tx: Transaction, { type, id }: Case, event: WireEvent): void {
  tx.gather(add, {
    event_id: event.id,
    case_type: type,
    case_id: id,
    site_id: event.siteid,
    aggregate_type: event.aggregatetype,
    aggregate_id: event.subject,
    aggregate_version: event.aggregateversion,
    type: event.type,
    happened_at: event.happenedat,
    recorded_at: event.time,
    actor_id: event.actorid,
    actor_role: event.actorrole,
    actor_for: event.actorfor ?? null,
    data: event.data,
  });
}

/** Reading timelines of cases a principal may see. */
@Injectable()
export class CaseTimelines {
  constructor(private readonly database: Database) {}

  /**
   * Entries by when they happened, of those of one instant the cause before its effect. Empty: none, or none of theirs. What
   * became a complaint is nothing for whom that is hidden from: the call would tell who complains (W2.3).
   */
  async read(principal: Principal, operation: OperationKey, { type, id }: Case): Promise<TimelineEntry[]> {
    const access = accessCondition(principal, { operation, right: 'read', objectColumn: 'e.case_id', siteColumn: 'e.site_id', firstParam: 3 });
    const next = 3 + access.params.length;
    const shield = shieldCondition(principal, { objectColumn: "(k.data ->> 'objectId')::uuid", firstParam: next });
    const rows = await this.database.query<Row>(
      `SELECT e.type, e.happened_at, e.recorded_at, e.actor_id, e.actor_role, e.actor_for, e.data
       FROM case_entry e WHERE e.case_type = $1 AND e.case_id = $2 AND ${access.sql}
         AND NOT EXISTS (SELECT 1 FROM case_entry k WHERE k.case_id = e.case_id AND k.type = 'reception.contact-converted.v1'
           AND (NOT ${shield.sql} OR (k.data -> 'complaint' ->> 'aboutPersonId')::uuid = $${next + shield.params.length}))
       ORDER BY e.happened_at, e.recorded_at, e.aggregate_version, e.event_id`,
      [type, id, ...access.params, ...shield.params, principal.personId],
    );
    return rows.map(entryOf);
  }

  /** As `read`, of a case whose owner has said that the reader may see it. */
  async all({ type, id }: Case): Promise<TimelineEntry[]> {
    const rows = await this.database.query<Row>(
      `SELECT type, happened_at, recorded_at, actor_id, actor_role, actor_for, data FROM case_entry WHERE case_type = $1 AND case_id = $2
       ORDER BY happened_at, recorded_at, aggregate_version, event_id`,
      [type, id],
    );
    return rows.map(entryOf);
  }

  /** Whether there is one at all, for whomever. */
  async exists({ type, id }: Case): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM case_entry WHERE case_type = $1 AND case_id = $2 LIMIT 1', [type, id])).length > 0;
  }
}

interface Row extends Record<string, unknown> {
  type: TimelineEventType;
  happened_at: Date;
  recorded_at: Date;
  actor_id: string;
  actor_role: string;
  actor_for: string | null;
  data: Record<string, unknown>;
}

function entryOf(row: Row): TimelineEntry {
  return {
    type: row.type,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    actorId: row.actor_id,
    actorRole: row.actor_role,
    actorFor: row.actor_for,
    data: row.data,
  };
}
