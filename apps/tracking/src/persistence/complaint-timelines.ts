import { Injectable } from '@nestjs/common';
import type { WireEvent } from '@property-office/contracts';
import { Database, rowsStatement, type Transaction } from '@property-office/persistence';
import type { CaseEventType } from '../domain/case-summaries';
import { entryColumns, inOrder, rowOfEvent, type Entry, type NewEntryRow } from './entry-rows';

/** One thing that happened to a complaint or suggestion. */
export type ComplaintEntry = Entry<CaseEventType>;

interface EntryRow extends NewEntryRow {
  case_id: string;
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
  tx.gather(add, { case_id: caseId, ...rowOfEvent(event) });
}

@Injectable()
export class ComplaintTimelines {
  constructor(private readonly database: Database) {}

  /** Entries in order. */
  read(caseId: string): Promise<ComplaintEntry[]> {
    return this.database.query<ComplaintEntry & Record<string, unknown>>(
      `SELECT ${entryColumns('e')} FROM case_timeline_entry e WHERE e.case_id = $1 ${inOrder('e')}`,
      [caseId],
    );
  }
}
