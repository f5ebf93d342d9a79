import type { EventType } from '@property-office/contracts';
import type { Said, SaidStates } from './said';

const noticeTask: Record<Extract<EventType, `notifications.notice-task-${string}`>, Said> = {
  'notifications.notice-task-set.v1': 'open',
  'notifications.notice-task-done.v1': 'done',
  'notifications.notice-task-cancelled.v1': 'cancelled',
  'notifications.notice-task-escalated.v1': undefined,
  'notifications.notice-task-shown-on-time.v1': undefined,
  'notifications.notice-task-reminded.v1': undefined,
};

type OfNotices = Exclude<Extract<EventType, `notifications.notice-${string}`>, keyof typeof noticeTask | 'notifications.notice-channels-set.v1'>;

const notice: Record<OfNotices, Said> = {
  'notifications.notice-drafted.v1': 'draft',
  'notifications.notice-submitted.v1': 'submitted',
  'notifications.notice-recalled.v1': 'draft',
  'notifications.notice-approved.v1': 'approved',
  'notifications.notice-returned.v1': 'returned',
  'notifications.notice-scheduled.v1': 'scheduled',
  'notifications.notice-unscheduled.v1': 'approved',
  'notifications.notice-released.v1': 'released',
  'notifications.notice-expired.v1': 'expired',
  'notifications.notice-withdrawn.v1': 'withdrawn',
  'notifications.notice-corrected.v1': 'corrected',
  'notifications.notice-discarded.v1': 'discarded',
  // A draft, or one that was returned, is edited as what it is.
  'notifications.notice-edited.v1': undefined,
  'notifications.notice-link-issued.v1': undefined,
  'notifications.notice-link-revoked.v1': undefined,
  'notifications.notice-reviewed.v1': undefined,
  'notifications.notice-escalated.v1': undefined,
  'notifications.notice-shown-on-time.v1': undefined,
  'notifications.notice-review-escalated.v1': undefined,
  'notifications.notice-approval-escalated.v1': undefined,
  'notifications.notice-reminded.v1': undefined,
  'notifications.notice-slips-left.v1': undefined,
  'notifications.notice-slips-corrected.v1': undefined,
};

/** One of the night lane is released without a draft (W2.4). */
export const saidOfNotices: readonly SaidStates[] = [
  { producer: 'notifications', aggregate: 'notice', events: notice, begins: ['released'] },
  { producer: 'notifications', aggregate: 'notice-task', events: noticeTask },
];
