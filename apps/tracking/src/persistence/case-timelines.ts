import { Injectable } from '@nestjs/common';
import { accessCondition, type OperationKey } from '@property-office/access';
import type { Principal, WireEvent } from '@property-office/contracts';
import { Database, rowsStatement, type Transaction } from '@property-office/persistence';
import { complaintsOf, contactShield } from './contact-shield';
import { entryColumns, inOrder, rowOfEvent, type NewEntryRow } from './entry-rows';
import type { TimelineEntry } from './timelines';

interface EntryRow extends NewEntryRow {
  case_type: string;
  case_id: string;
  site_id: string;
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

/** How a timeline is looked up whose rights are kept here. */
export interface TimelineLook {
  /** Empty: there is none, or none the reader may see. */
  read(): Promise<TimelineEntry[]>;
  /** Whether there is one at all, for whomever. */
  exists(): Promise<boolean>;
}

/** What an event belongs to: a contact, a phone note, a notice. */
export interface Case {
  type: string;
  id: string;
}

/** What the events of a document belong to, incoming or outgoing. */
export const documentKinds = ['incoming-document', 'outgoing-document'] as const;
export const documentCase = (id: string, type: (typeof documentKinds)[number] = 'incoming-document'): Case => ({ type, id });

/** Adds what happened to the timeline of a case. */
export function addCaseEntry(tx: Transaction, { type, id }: Case, event: WireEvent): void {
  tx.gather(add, { case_type: type, case_id: id, site_id: event.siteid, ...rowOfEvent(event) });
}

/** Reading timelines of cases a principal may see. */
@Injectable()
export class CaseTimelines {
  constructor(private readonly database: Database) {}

  lookFor(principal: Principal, operation: OperationKey, case_: Case): TimelineLook {
    return { read: () => this.read(principal, operation, case_), exists: () => this.exists(case_) };
  }

  /**
   * Entries in order. Empty: none, or none of theirs. What
   * became a complaint is nothing for whom that is hidden from: the call would tell who complains (W2.3).
   */
  async read(principal: Principal, operation: OperationKey, { type, id }: Case): Promise<TimelineEntry[]> {
    const access = accessCondition(principal, {
      operation,
      right: 'read',
      objectColumn: 'e.case_id',
      siteColumn: 'e.site_id',
      hiddenColumns: ['e.case_id', complaintsOf('e.case_id')],
      firstParam: 3,
    });
    const shield = contactShield(principal, { contactId: 'e.case_id', firstParam: 3 + access.params.length });
    return this.database.query<TimelineEntry & Record<string, unknown>>(
      `SELECT ${entryColumns('e')}
       FROM case_entry e WHERE e.case_type = $1 AND e.case_id = $2 AND ${access.sql} AND ${shield.sql}
       ${inOrder('e')}`,
      [type, id, ...access.params, ...shield.params],
    );
  }

  /** As `read`, of a case whose owner has said that the reader may see it. */
  all({ type, id }: Case): Promise<TimelineEntry[]> {
    return this.database.query<TimelineEntry & Record<string, unknown>>(
      `SELECT ${entryColumns('e')} FROM case_entry e WHERE e.case_type = $1 AND e.case_id = $2 ${inOrder('e')}`,
      [type, id],
    );
  }

  private async exists({ type, id }: Case): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM case_entry WHERE case_type = $1 AND case_id = $2 LIMIT 1', [type, id])).length > 0;
  }
}
