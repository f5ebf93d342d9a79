import type { EventType, ReactableEventType } from '@property-office/contracts';
import type { Said, SaidStates } from './said';
import { saidOfDocuments } from './said-of-documents';
import { saidOfNotices } from './said-of-notices';

/** Without the crew feeds, which tell of orders and have no state. */
type EventOf<Producer extends string> = Extract<ReactableEventType, `${Producer}.${string}`>;

const repairRequest: Record<EventOf<'tickets'>, Said> = {
  'tickets.repair-requested.v1': 'open',
  'tickets.repair-progressed.v1': { field: 'to' },
  'tickets.repair-resolved.v1': 'resolved',
  'tickets.repair-closed.v1': 'closed',
  'tickets.repair-reopened.v1': 'reopened',
  'tickets.repair-cancelled.v1': 'cancelled',
  // A cancellation taken back is undone rather than moved (G3); of another act it says the state that did not change.
  'tickets.act-taken-back.v1': { field: 'state', undoes: true },
  'tickets.fact-came-too-late.v1': undefined,
  'tickets.repair-commented.v1': undefined,
  'tickets.repair-urged.v1': undefined,
  'tickets.repair-rated.v1': undefined,
  'tickets.repair-merged.v1': 'merged',
  // A merge undone: it stands where its work stands, and no row of the table leads there (G3).
  'tickets.repair-unmerged.v1': { field: 'state', undoes: true, late: 'tickets.fact-came-too-late.v1' },
  'tickets.repair-double-joined.v1': undefined,
  'tickets.repair-double-left.v1': undefined,
  'tickets.repair-joined.v1': undefined,
  'tickets.repair-corrected.v1': undefined,
  'tickets.repair-escalated.v1': undefined,
  'tickets.repair-shown-on-time.v1': undefined,
  'tickets.repair-planned.v1': undefined,
};

const workOrder: Record<EventOf<'dispatch'>, Said> = {
  'dispatch.work-order-created.v1': 'queued',
  'dispatch.work-order-queued.v1': 'queued',
  'dispatch.work-order-offered.v1': 'offered',
  'dispatch.work-order-assigned.v1': 'assigned',
  'dispatch.work-order-accepted.v1': 'accepted',
  'dispatch.work-order-declined.v1': 'declined',
  'dispatch.work-order-arrived.v1': 'on-site',
  'dispatch.work-order-paused.v1': 'paused',
  'dispatch.work-order-resumed.v1': 'on-site',
  'dispatch.work-order-finished.v1': 'finished',
  'dispatch.work-order-withdrawn.v1': 'withdrawn',
  // The cancellation that withdrew it was taken back, or the merge undone (G3): it stands where it stood, and no row of the table leads there.
  'dispatch.work-order-restored.v1': { field: 'state', undoes: true },
  'dispatch.work-order-corrected.v1': { where: `(data ->> 'dispatchedAnew')::boolean`, state: 'queued' },
  'dispatch.fact-came-too-late.v1': undefined,
};

const followUp: Record<EventOf<'followups'>, Said> = {
  'followups.follow-up-planned.v1': 'planned',
  'followups.follow-up-due.v1': 'due',
  'followups.follow-up-taken.v1': 'in-hand',
  'followups.follow-up-tried.v1': 'due',
  'followups.follow-up-completed.v1': { field: 'result' },
  'followups.follow-up-cancelled.v1': 'cancelled',
  'followups.fact-came-too-late.v1': undefined,
  'followups.follow-up-escalated.v1': undefined,
  'followups.follow-up-shown-on-time.v1': undefined,
  'followups.complaint-follow-up-due.v1': 'due',
  'followups.complaint-follow-up-taken.v1': 'in-hand',
  'followups.complaint-follow-up-tried.v1': 'due',
  'followups.complaint-follow-up-completed.v1': { field: 'result' },
  'followups.complaint-follow-up-cancelled.v1': 'cancelled',
  'followups.complaint-follow-up-passed-on.v1': undefined,
  'followups.complaint-follow-up-escalated.v1': undefined,
  'followups.complaint-follow-up-shown-on-time.v1': undefined,
};

const contact: Record<Extract<EventType, `reception.contact-${string}`>, Said> = {
  'reception.contact-recorded.v1': 'open',
  'reception.contact-offered.v1': 'offered',
  'reception.contact-accepted.v1': 'open',
  'reception.contact-returned.v1': 'open',
  'reception.contact-answered.v1': 'answered',
  'reception.contact-guided.v1': 'guided-elsewhere',
  'reception.contact-converted.v1': 'converted',
  'reception.contact-escalated.v1': undefined,
  'reception.contact-shown-on-time.v1': undefined,
  'reception.contact-forgotten.v1': undefined,
};

const phoneNote: Record<Extract<EventType, `reception.phone-note-${string}`>, Said> = {
  'reception.phone-note-left.v1': 'left',
  'reception.phone-note-acknowledged.v1': 'acknowledged',
  'reception.phone-note-returned.v1': 'returned',
  'reception.phone-note-readdressed.v1': 'left',
  'reception.phone-note-escalated.v1': undefined,
  'reception.phone-note-shown-on-time.v1': undefined,
  'reception.phone-note-forgotten.v1': undefined,
};

const suggestion: Record<Extract<EventType, `complaints.suggestion-${string}`>, Said> = {
  'complaints.suggestion-recorded.v1': 'recorded',
  'complaints.suggestion-reviewed.v1': 'reviewed',
  'complaints.suggestion-adopted.v1': 'adopted',
  'complaints.suggestion-declined.v1': 'declined',
  'complaints.suggestion-answered.v1': 'answered',
  'complaints.suggestion-carried-out.v1': 'carried-out',
  'complaints.suggestion-escalated.v1': undefined,
  'complaints.suggestion-shown-on-time.v1': undefined,
};

const causeMeasure: Record<Extract<EventType, `complaints.cause-measure-${string}`>, Said> = {
  'complaints.cause-measure-set.v1': 'set',
  'complaints.cause-measure-assigned.v1': undefined,
  'complaints.cause-measure-done.v1': 'done',
  'complaints.cause-measure-reviewed.v1': 'reviewed',
  'complaints.cause-measure-escalated.v1': undefined,
  'complaints.cause-measure-shown-on-time.v1': undefined,
};

const complaint: Record<Exclude<EventOf<'complaints'>, keyof typeof suggestion | keyof typeof causeMeasure>, Said> = {
  'complaints.complaint-recorded.v1': 'recorded',
  'complaints.complaint-acknowledged.v1': 'acknowledged',
  'complaints.complaint-verified.v1': 'verifying',
  'complaints.complaint-decided.v1': 'decided',
  'complaints.handling-begun.v1': 'handling',
  'complaints.complaint-explained.v1': 'awaiting-feedback',
  'complaints.result-recorded.v1': 'awaiting-feedback',
  'complaints.complaint-disputed.v1': 'disputed',
  'complaints.complaint-closed.v1': 'closed',
  'complaints.complaint-merged.v1': 'merged',
  'complaints.complaint-double-joined.v1': undefined,
  // A merge taken back: it stands where it stood, and no row of the table leads there (G3).
  'complaints.complaint-unmerged.v1': { field: 'state', undoes: true },
  'complaints.complaint-double-left.v1': undefined,
  'complaints.complaint-answered.v1': undefined,
  'complaints.complaint-joined.v1': undefined,
  'complaints.complaint-made-major.v1': undefined,
  'complaints.complaint-hidden.v1': undefined,
  'complaints.complaint-corrected.v1': undefined,
  'complaints.complaint-assigned.v1': undefined,
  'complaints.task-added.v1': undefined,
  'complaints.task-finished.v1': undefined,
  'complaints.task-handed-on.v1': undefined,
  'complaints.task-cancelled.v1': undefined,
  'complaints.repair-linked.v1': undefined,
  'complaints.linked-repair-finished.v1': undefined,
  'complaints.feedback-given.v1': undefined,
  'complaints.extension-asked.v1': undefined,
  'complaints.extension-decided.v1': undefined,
  'complaints.extension-told.v1': undefined,
  'complaints.dissent-recorded.v1': undefined,
  'complaints.fact-came-too-late.v1': undefined,
  'complaints.complaint-escalated.v1': undefined,
  'complaints.complaint-shown-on-time.v1': undefined,
};

const recordProposal: Record<'archives.record-proposed.v1' | Extract<EventType, `archives.proposal-${string}`>, Said> = {
  'archives.record-proposed.v1': 'proposed',
  'archives.proposal-accepted.v1': 'accepted',
  'archives.proposal-returned.v1': 'returned',
  'archives.proposal-renewed.v1': 'proposed',
};

const loan: Record<Extract<EventType, `archives.loan-${string}`>, Said> = {
  'archives.loan-asked.v1': 'asked',
  'archives.loan-approved.v1': 'approved',
  'archives.loan-refused.v1': 'refused',
  'archives.loan-withdrawn.v1': 'withdrawn',
  'archives.loan-handed-over.v1': 'handed-over',
  'archives.loan-opened.v1': 'opened',
  'archives.loan-extended.v1': { where: `data ->> 'form' = 'paper'`, state: 'handed-over', otherwise: 'opened' },
  'archives.loan-recalled.v1': 'recalled',
  'archives.loan-returned.v1': 'returned',
  'archives.loan-ended.v1': 'ended',
  'archives.loan-escalated.v1': undefined,
  'archives.loan-shown-on-time.v1': undefined,
};

const recordCopy: Record<Extract<EventType, `archives.copy-${string}`>, Said> = {
  'archives.copy-asked.v1': 'asked',
  'archives.copy-approved.v1': 'approved',
  'archives.copy-refused.v1': 'refused',
  'archives.copy-withdrawn.v1': 'withdrawn',
  'archives.copy-made.v1': 'made',
  'archives.copy-handed-over.v1': 'handed-over',
};

const appraisal: Record<'archives.opinion-given.v1' | Extract<EventType, `archives.appraisal-${string}`>, Said> = {
  'archives.appraisal-started.v1': 'open',
  'archives.opinion-given.v1': undefined,
  'archives.appraisal-concluded.v1': 'concluded',
  'archives.appraisal-withdrawn.v1': 'withdrawn',
};

const destruction: Record<Extract<EventType, `archives.destruction-${string}` | `archives.witness-${string}`>, Said> = {
  'archives.destruction-applied.v1': 'applied',
  'archives.destruction-approved.v1': 'approved',
  'archives.destruction-refused.v1': 'refused',
  'archives.destruction-withdrawn.v1': 'withdrawn',
  'archives.witness-named.v1': undefined,
  'archives.witness-link-issued.v1': undefined,
  'archives.witness-link-revoked.v1': undefined,
  'archives.destruction-witnessed.v1': { where: `(data ->> 'whole')::boolean`, state: 'witnessed', otherwise: 'approved' },
  'archives.destruction-carried-out.v1': 'carried-out',
  'archives.destruction-certified.v1': 'certified',
  'archives.destruction-reapplied.v1': 'certified',
};

const stocktake: Record<Extract<EventType, `archives.stocktake-${string}`>, Said> = {
  'archives.stocktake-started.v1': 'open',
  'archives.stocktake-counted.v1': 'counted',
  'archives.stocktake-resumed.v1': 'open',
  'archives.stocktake-explained.v1': 'counted',
  'archives.stocktake-approved.v1': 'counted',
  'archives.stocktake-returned.v1': 'counted',
  'archives.stocktake-closed.v1': 'closed',
  'archives.stocktake-withdrawn.v1': 'withdrawn',
  'archives.stocktake-escalated.v1': undefined,
  'archives.stocktake-shown-on-time.v1': undefined,
};

const handOver: Record<Extract<EventType, `archives.hand-over-${string}`>, Said> = {
  'archives.hand-over-applied.v1': 'applied',
  'archives.hand-over-approved.v1': 'approved',
  'archives.hand-over-refused.v1': 'refused',
  'archives.hand-over-withdrawn.v1': 'withdrawn',
  'archives.hand-over-party-named.v1': undefined,
  'archives.hand-over-sealed.v1': 'sealed',
  'archives.hand-over-link-issued.v1': undefined,
  'archives.hand-over-link-revoked.v1': undefined,
  'archives.hand-over-signed.v1': { where: `(data ->> 'whole')::boolean`, state: 'handed-over', otherwise: 'sealed' },
};

const archiveMonth: Record<Extract<EventType, `archives.month-${string}`>, Said> = {
  'archives.month-ended.v1': 'reconciling',
  'archives.month-agreed.v1': 'agreed',
  'archives.month-differed.v1': 'differing',
  'archives.month-asked-again.v1': undefined,
  'archives.month-explained.v1': undefined,
  'archives.month-closed.v1': 'closed',
  'archives.month-reopened.v1': 'reopened',
  'archives.month-escalated.v1': undefined,
  'archives.month-shown-on-time.v1': undefined,
};

const visitor: Record<Extract<EventType, `reception.visitor-${string}`>, Said> = {
  'reception.visitor-announced.v1': { where: `(data ->> 'confirmed')::boolean`, state: 'expected', otherwise: 'announced' },
  'reception.visitor-confirmed.v1': 'expected',
  'reception.visitor-declined.v1': 'declined',
  'reception.visitor-cancelled.v1': 'cancelled',
  'reception.visitor-came.v1': 'inside',
  'reception.visitor-left.v1': 'left',
  'reception.visitor-missed.v1': 'missed',
  'reception.visitor-pass-issued.v1': undefined,
  'reception.visitor-overstayed.v1': undefined,
  'reception.visitor-forgotten.v1': undefined,
};

const homeClaim: Record<'directory.home-claimed.v1' | Extract<EventType, `directory.home-claim-${string}`>, Said> = {
  'directory.home-claimed.v1': 'pending',
  'directory.home-claim-confirmed.v1': 'confirmed',
  'directory.home-claim-refused.v1': 'refused',
  'directory.home-claim-withdrawn.v1': 'withdrawn',
};

/** What is walked through by its ledger. A complaint is closed when its follow-up begins: that one is never planned. */
export const saidStates: readonly SaidStates[] = [
  { producer: 'tickets', aggregate: 'repair-request', events: repairRequest },
  { producer: 'dispatch', aggregate: 'work-order', events: workOrder, passed: ['transferred'] },
  { producer: 'followups', aggregate: 'follow-up', events: followUp, begins: ['due'] },
  { producer: 'reception', aggregate: 'contact', events: contact },
  { producer: 'reception', aggregate: 'phone-note', events: phoneNote },
  { producer: 'reception', aggregate: 'visitor', events: visitor, begins: ['expected'] },
  { producer: 'complaints', aggregate: 'complaint', events: complaint },
  { producer: 'complaints', aggregate: 'suggestion', events: suggestion },
  { producer: 'complaints', aggregate: 'cause-measure', events: causeMeasure },
  { producer: 'archives', aggregate: 'record-proposal', events: recordProposal },
  { producer: 'archives', aggregate: 'loan', events: loan },
  { producer: 'archives', aggregate: 'record-copy', events: recordCopy },
  { producer: 'archives', aggregate: 'appraisal', events: appraisal },
  { producer: 'archives', aggregate: 'destruction', events: destruction },
  { producer: 'archives', aggregate: 'stocktake', events: stocktake },
  { producer: 'archives', aggregate: 'hand-over', events: handOver },
  { producer: 'archives', aggregate: 'archive-month', events: archiveMonth },
  { producer: 'directory', aggregate: 'home-claim', events: homeClaim },
  ...saidOfDocuments,
  ...saidOfNotices,
];
