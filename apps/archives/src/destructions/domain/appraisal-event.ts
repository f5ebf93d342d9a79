import type { AppraisalVerdict, Retention } from '@property-office/contracts';

/** What can happen to an appraisal, in the words of the domain; the rest stands on it. */
export type AppraisalEvent =
  | { kind: 'started'; recordIds: string[]; appraiserIds: string[] }
  | { kind: 'opinion-given'; recordIds: string[]; verdict: AppraisalVerdict; retention: Retention | null }
  | { kind: 'concluded'; kept: Array<{ recordId: string; keptUntilYear: number | null }>; listed: string[] }
  | { kind: 'withdrawn'; appraiserIds: string[] };
