import type { Duration, ServiceFunction, Unit } from '@property-office/calendar';
import type { Localized } from '@property-office/kernel';
import type { CountedFrom, RuleContents } from './office-rule';

type Target = RuleContents['target'];
interface More {
  countsFrom?: CountedFrom;
  words?: Localized;
}

const time = (amount: number, unit: Unit): Duration => ({ amount, unit });

function row(name: string, promise: string, of: ServiceFunction, limits: readonly Duration[], { countsFrom = 'start', words }: More = {}): Target {
  return { class: name, promise, function: of, countsFrom, limits, words: words ?? null };
}

/**
 * The table of service targets of product.md, shipped as editable defaults (Q1). First rows, not settings: what changes
 * later is a row beside them.
 */
export const shippedTargets: readonly Target[] = [
  row('P0', 'answer', 'duty', [time(5, 'minutes')]),
  row('P0', 'on-site', 'duty', [time(15, 'minutes')]),
  row('P0', 'done', 'duty', [], { words: { zh: '守到安全为止', en: 'stay until safe' } }),
  row('P0', 'follow-up', 'desk', [time(24, 'hours')]),

  row('P1', 'answer', 'duty', [time(15, 'minutes')]),
  row('P1', 'on-site', 'duty', [time(30, 'minutes')]),
  row('P1', 'done', 'duty', [time(0, 'days')]),
  row('P1', 'follow-up', 'desk', [time(24, 'hours')]),

  row('P2', 'answer', 'repairs', [time(30, 'service-minutes')]),
  row('P2', 'on-site', 'repairs', [time(30, 'minutes')], { countsFrom: 'appointment' }),
  row('P2', 'done', 'repairs', [time(24, 'service-hours'), time(3, 'days')]),
  row('P2', 'follow-up', 'desk', [time(2, 'days')]),

  row('P3', 'answer', 'repairs', [time(2, 'service-hours')]),
  row('P3', 'on-site', 'repairs', [time(24, 'hours')]),
  row('P3', 'plan', 'repairs', [time(3, 'workdays')]),
  row('P3', 'done', 'repairs', [], { words: { zh: '按计划完成，每周告知进展', en: 'as planned, with weekly news' } }),
  row('P3', 'follow-up', 'desk', [time(3, 'days')]),

  row('complaint', 'answer', 'desk', [time(2, 'service-hours')]),
  row('complaint', 'first-contact', 'desk', [time(24, 'hours')]),
  row('complaint', 'reply', 'complaint-replies', [time(3, 'workdays')]),
  row('complaint', 'solved', 'complaint-replies', [time(7, 'workdays')]),
  row('complaint', 'follow-up', 'desk', [time(2, 'workdays')]),

  // Whoever gives a task names the date, and so does who takes a suggestion on.
  row('complaint-task', 'task', 'complaint-replies', [time(2, 'workdays')]),
  row('complaint-task', 'task-soon', 'complaint-replies', [time(1, 'workdays')]),
  row('suggestion', 'review-suggestion', 'complaint-replies', [time(5, 'workdays')]),
  row('cause-measure', 'measure', 'complaint-replies', [time(20, 'workdays')]),
  row('suggestion', 'outcome', 'complaint-replies', [time(20, 'workdays')]),

  row('major-complaint', 'taken-by-director', 'duty', [time(30, 'minutes')]),
  row('major-complaint', 'first-result', 'duty', [time(24, 'hours')]),
  row('major-complaint', 'follow-up', 'duty', [time(24, 'hours')]),

  row('enquiry', 'answer', 'desk', [time(4, 'service-hours')]),
  row('enquiry', 'done', 'desk', [time(1, 'workdays')]),

  row('hand-over', 'accept', 'desk', [time(30, 'service-minutes')]),
  row('heated-hand-over', 'accept', 'duty', [time(5, 'minutes')]),
  row('phone-note', 'acknowledge', 'desk', [time(2, 'service-hours')]),
  row('phone-note', 'readdress', 'desk', [time(2, 'service-hours')]),
  row('urgent-phone-note', 'acknowledge', 'duty', [time(15, 'minutes')]),
  row('urgent-phone-note', 'readdress', 'duty', [time(15, 'minutes')]),
  row('home-claim', 'decide-claim', 'desk', [time(1, 'workdays')]),
  row('notice-approval', 'approve', 'approvals', [time(4, 'service-hours')]),
  // What a release or a withdrawal leaves to hands, by where it is done.
  row('notice-task', 'post', 'desk', [time(2, 'service-hours')]),
  row('notice-task', 'retract', 'desk', [time(2, 'service-hours')]),
  row('notice-task', 'put-up', 'desk', [time(24, 'hours')]),
  row('notice-task', 'take-down', 'desk', [time(48, 'hours')]),
  row('night-notice', 'review', 'duty', [time(24, 'hours')]),

  row('mail', 'collect', 'desk', [time(1, 'workdays')]),
  row('mail', 'register', 'papers', [time(0, 'workdays')]),
  row('incoming-document', 'propose', 'papers', [time(1, 'workdays')]),
  row('incoming-document', 'decide', 'papers', [time(2, 'workdays')]),
  // Of what is decided without a date; where a leader names one, that leads.
  row('incoming-document', 'act', 'papers', [time(10, 'workdays')]),
  row('incoming-document', 'nearly-due', 'papers', [time(9, 'workdays')]),
  row('incoming-document', 'reply-to-sender', 'papers', [time(10, 'workdays')]),
  row('circulation', 'read', 'papers', [time(1, 'workdays')]),
  row('outgoing-document', 'review-draft', 'papers', [time(1, 'workdays')]),
  row('outgoing-document', 'countersign', 'papers', [time(1, 'workdays')]),
  row('outgoing-document', 'sign', 'papers', [time(2, 'workdays')]),
  row('outgoing-document', 'receipt', 'papers', [time(5, 'workdays')]),
  // Its giver names the date.
  row('directive', 'acknowledge', 'papers', [time(3, 'workdays')]),
  row('directive', 'acknowledge-soon', 'papers', [time(2, 'workdays')]),
  // Whoever asks names the date.
  row('print-job', 'print', 'papers', [time(1, 'workdays')]),
  row('print-job', 'print-soon', 'papers', [time(0, 'workdays')]),
  // Whoever borrows names the date.
  row('loan', 'bring-back', 'papers', [time(10, 'workdays')]),
  row('loan', 'bring-back-soon', 'papers', [time(9, 'workdays')]),
  // Whoever starts it names the date.
  row('stocktake', 'finish-stocktake', 'papers', [time(10, 'workdays')]),
  row('stocktake', 'finish-stocktake-soon', 'papers', [time(9, 'workdays')]),
  // From when something of a month that is over is found missing or open.
  row('archive-month', 'reconcile', 'papers', [time(5, 'workdays')]),
];
