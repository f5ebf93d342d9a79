import { Injectable } from '@nestjs/common';
import type { WireEvent } from '@property-office/contracts';
import { Database, rowsStatement, type Transaction } from '@property-office/persistence';
import type { CaseEventType } from '../domain/case-summaries';

/** One thing that happened to a complaint or suggestion. */
export interface ComplaintEntry {
  type: CaseEventType;
  happenedAt: Date;
  recordedAt: Date;
  actorId: string;
  actorRole: string;
  actorFor: string | null;
  data: Record<string, unknown>;
}

interface EntryRow {
  event_id: string;
  case_id: string;
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
  'case_timeline_add',
  `INSERT INTO case_timeline_entry (event_id, case_id, aggregate_type, aggregate_id, aggregate_version, type, happened_at, recorded_at,
     actor_id, actor_role, actor_for, data)
   SELECT event_id, case_id, aggregate_type, aggregate_id, aggregate_version, type, happened_at, recorded_at, actor_id, actor_role, actor_for, data
   FROM json_to_recordset($1) AS added (event_id uuid, case_id uuid, aggregate_type text, aggregate_id uuid, aggregate_version int, type text,
     happened_at timestamptz, recorded_at timestamptz, actor_id uuid, actor_role text, actor_for uuid, data jsonb)
   ON CONFLICT (event_id) DO NOTHING`,
);

export function addComplaintEntry(tx: Transaction, caseId: string, event: WireEvent): void {
  tx.gather(add, {
    event_id: event.id,
    case_id: caseId,
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

@Injectable()
export class ComplaintTimelines {
  constructor(private readonly database: Database) {}

  /** Entries by when they happened; of those of one instant the cause before its effect. */
  read(caseId: string): Promise<ComplaintEntry[]> {
    return this.database.query<ComplaintEntry & Record<string, unknown>>(
      `SELECT type, happened_at AS "happenedAt", recorded_at AS "recordedAt", actor_id AS "actorId", actor_role AS "actorRole",
              actor_for AS "actorFor", data
       FROM case_timeline_entry WHERE case_id = $1 ORDER BY happened_at, recorded_at, aggregate_version, event_id`,
      [caseId],
    );
  }
}
