import type { PauseReason } from '@property-office/contracts';
import { dispatchErrors } from './errors';

const hour = 3_600_000;
const furthestReview = 30 * 24 * hour;

/** After how many hours each reason is looked at again unless somebody names another time (initial proposal). */
const reviewAfterHours: Record<PauseReason, number> = {
  'waiting-for-parts': 72,
  'nobody-in': 24,
  'waiting-for-approval': 24,
  'waiting-for-other-trade': 24,
  'waiting-for-outside-body': 72,
  unsafe: 4,
};

/** @throws reviewTimeWrong (400) */
export function reviewTime(reason: PauseReason, wanted: Date | undefined, now: Date): Date {
  if (!wanted) return new Date(now.getTime() + reviewAfterHours[reason] * hour);
  const ahead = wanted.getTime() - now.getTime();
  if (ahead <= 0 || ahead > furthestReview) throw dispatchErrors.reviewTimeWrong();
  return wanted;
}
