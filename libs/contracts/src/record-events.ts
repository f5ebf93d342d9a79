import type { RecordSource } from './archives';
import type { EventType } from './events';
import type { RepairClass } from './repairs';
import type { WireEvent } from './wire-event';

/** Which event proposes a record, of each source that another service has (W4.5). */
export const recordEventTypes = {
  'incoming-document': 'documents.incoming-filed.v1',
  'outgoing-document': 'documents.outgoing-filed.v1',
  complaint: 'complaints.complaint-closed.v1',
  notice: 'notifications.notice-released.v1',
  'repair-request': 'tickets.repair-closed.v1',
} as const satisfies Partial<Record<RecordSource, EventType>>;

/** The internal route of each service that records are proposed from: `POST RecordEventsAsked` → `RecordEvents`. What it says it has, for the monthly reconciliation. */
export const recordEventPaths = {
  documents: '/internal/documents/record-events',
  complaints: '/internal/complaints/record-events',
  notifications: '/internal/notices/record-events',
  tickets: '/internal/repair-requests/record-events',
} as const;

/** What happened on a site within a time, page by page. */
export interface RecordEventsAsked {
  siteId: string;
  /** RFC 3339 UTC; what happened then is of it. */
  from: string;
  /** What happened then is not. */
  to: string;
  /** The last of the page before. */
  after?: string;
}

export interface RecordEvents {
  /** As they stand in its ledger. */
  events: WireEvent[];
  /** Null: there is nothing more. */
  next: string | null;
  /** Of closed repairs, by the id of the event: what decides whether they propose a record, as it stood then. */
  repairs?: Record<string, ClosedRepair>;
}

export interface ClosedRepair {
  repairClass: RepairClass;
  /** It had been reopened. */
  disputed: boolean;
}

/** tickets' internal route: `POST RecordEventsAsked` → `DoneRepairs`, for the monthly register of repairs. For archives alone. */
export const doneRepairsPath = '/internal/repair-requests/done-repairs';

/** An episode whose work was done. */
export interface DoneRepair {
  /** Of the event that says so. */
  eventId: string;
  number: string;
  episode: number;
  /** As the place is called today. */
  place: string;
  category: string;
  /** RFC 3339 UTC. */
  reportedAt: string;
  doneAt: string;
  closedAt: string | null;
  result: RepairResult;
}

/** What came of it as far as anybody knows: nobody has said yet, whoever reported it was satisfied or could not be reached, or it was reopened. */
export const repairResults = ['done', 'satisfied', 'unreachable', 'reopened'] as const;
export type RepairResult = (typeof repairResults)[number];

export interface DoneRepairs {
  repairs: DoneRepair[];
  next: string | null;
}
