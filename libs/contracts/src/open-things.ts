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
