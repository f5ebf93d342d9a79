import type { AskedPrincipal } from './internal-routes';

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
  principal: AskedPrincipal;
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

/**
 * complaints' internal route: what a caller has suggested of which they are still to hear. `POST OpenSuggestionsOf` → `OpenSuggestions`.
 * Without numbers: who made a suggestion is shown to nobody who reads it. Each look is audited.
 */
export const openSuggestionsPath = '/internal/suggestions/open';

export interface OpenSuggestionsOf {
  siteId: string;
  makerId: string;
  /** Who asks: only of what they may read. */
  principal: AskedPrincipal;
}

export interface OpenSuggestions {
  /** The newest first, five at most. */
  items: Array<{ state: InBoth; recordedAt: string; latestAt: string }>;
}

/** notifications' internal route: the notices in force that are addressed to homes of a site. `POST CurrentNoticesOf` → `CurrentNotices`. */
export const currentNoticesPath = '/internal/notices/current';

export interface CurrentNoticesOf {
  siteId: string;
  homeIds: string[];
}

export interface CurrentNotices {
  /** The latest released first, five at most; those for roles of the staff are none of them. */
  items: Array<{ number: string; title: InBoth; releasedAt: string; validUntil: string | null }>;
}
