/** What a month's work on causes is about (R3.3): kinds of complaints, categories of repairs, and of enquiries the standard answers they were given. */
export const causeSources = ['complaints', 'repairs', 'enquiries'] as const;
export type CauseSource = (typeof causeSources)[number];

/** Whether last month's measure worked (R3.3). */
export const measureVerdicts = ['yes', 'partly', 'no'] as const;
export type MeasureVerdict = (typeof measureVerdicts)[number];

/** So many causes are worked on, of each. */
export const largestCauses = 3;

/** tracking's internal route: how large a cause of a month is, without what is hidden from whoever asks. `POST CauseAsked` → `CauseRanked`. */
export const rankCausePath = '/internal/causes/rank';

export interface CauseAsked {
  siteId: string;
  month: string;
  source: CauseSource;
  cause: string;
  /** Who asks, and their crews. */
  personId: string;
  crews: string[];
}

export interface CauseRanked {
  count: number;
  /** Among the largest of its source. */
  isLarge: boolean;
}
