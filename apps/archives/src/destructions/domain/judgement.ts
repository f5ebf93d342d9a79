import type { AppraisalVerdict, Retention } from '@property-office/contracts';
import { isShorter, lastYearKept } from '../../domain/retention';

/** One person's opinion of one record, for a reason of their own. */
export interface Opinion {
  recordId: string;
  personId: string;
  verdict: AppraisalVerdict;
  /** How much longer, from the year of the appraisal on; null: destroy. */
  retention: Retention | null;
}

/** Each record is judged by so many people. */
export const fewestOpinions = 2;

export type Judgement = { verdict: 'destroy' } | { verdict: 'keep'; keptUntilYear: number | null };

/**
 * What comes of the opinions of one record (W4.4): it is destroyed only where all say so; where anybody would keep it, it is kept for
 * the longest term that anybody gave.
 * @returns undefined while fewer than two people have said what they think
 */
export function judgementOf(opinions: readonly Opinion[], yearOfAppraisal: number): Judgement | undefined {
  if (new Set(opinions.map(({ personId }) => personId)).size < fewestOpinions) return undefined;
  const terms = opinions.flatMap(({ retention }) => retention ?? []);
  if (terms.length === 0) return { verdict: 'destroy' };
  const longest = terms.reduce((one, other) => (isShorter(one, other) ? other : one));
  return { verdict: 'keep', keptUntilYear: lastYearKept(yearOfAppraisal, longest) };
}
