import type { LoanForm } from '@property-office/contracts';

const day = 24 * 3_600_000;

/** For so many days at most something is lent, and once more when it is extended. */
export const mostDays: Readonly<Record<LoanForm, number>> = { paper: 30, digital: 14 };
/** Extensions of one loan (W4.3). */
export const mostExtensions = 1;
/** Within so many days a recalled paper comes back. */
export const recallDays = 1;

/** Whether a loan may run from one instant until another. */
export function isWithinTerm(form: LoanForm, from: Date, until: Date): boolean {
  return until > from && until.getTime() - from.getTime() <= mostDays[form] * day;
}

/** When a recalled paper is due: never later than it was before. */
export function recalledDue(dueAt: Date, recalledAt: Date): Date {
  return new Date(Math.min(dueAt.getTime(), recalledAt.getTime() + recallDays * day));
}
