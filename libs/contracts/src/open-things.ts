import type { CaseVisibilityAsked } from './internal-routes';

/** tickets' internal route: what people of a site have reported that is not over. `POST OpenRepairsOf` → `OpenRepairs`. */
export const openRepairsPath = '/internal/repair-requests/open';

export interface OpenRepairsOf {
  siteId: string;
  reporterIds: string[];
}

interface InBoth {
  zh: string;
  en: string;
}

export interface OpenRepairs {
  /** The newest first, five at most. */
  items: Array<{ id: string; number: string; state: InBoth; category: InBoth; reportedAt: string }>;
}

/** tracking's internal route: the last thing that happened to each request. `POST LatestEntriesOf` → `LatestEntries`. */
export const latestEntriesPath = '/internal/timelines/latest';

export interface LatestEntriesOf {
  repairRequestIds: string[];
}

export interface LatestEntries {
  items: Array<{ repairRequestId: string; happenedAt: string; summary: InBoth }>;
}

/**
 * complaints' internal route: what a caller complains about that is not over, of it what the member of the staff who asks may
 * know. `POST OpenComplaintsOf` → `OpenComplaints`. Each look is audited.
 */
export const openComplaintsPath = '/internal/complaints/open';

export interface OpenComplaintsOf {
  siteId: string;
  complainantId: string;
  /** Who asks: what is hidden from them is left out (W2.3). */
  principal: CaseVisibilityAsked['principal'];
}

export interface OpenComplaints {
  /** The newest first, five at most. */
  items: Array<{
    id: string;
    number: string;
    state: InBoth;
    kind: InBoth;
    recordedAt: string;
    /** When the last thing happened to it. */
    latestAt: string;
    /** By when it is to be settled, as the complainant was promised; null once its result is there. */
    promised: { by: string; extended: boolean; overdue: boolean } | null;
  }>;
}
