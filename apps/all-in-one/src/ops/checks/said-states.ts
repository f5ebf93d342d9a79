import type { EventType, ReactableEventType } from '@property-office/contracts';

/**
 * What an event says about the state of its aggregate: the state; the field of its data that names it; the state it leads to
 * where a field of its data is true; nothing. `undoes`: it leads back to where the aggregate stood, whatever the table says.
 */
export type Said = string | { field: string; undoes?: true } | { where: string; state: string } | undefined;

export interface SaidStates {
  producer: string;
  aggregate: string;
  /** Each event of the aggregate, so that none is forgotten. */
  events: Readonly<Record<string, Said>>;
  /** Where one may begin besides its machine's initial state. */
  begins?: readonly string[];
  /** States that no event says, because they are left in the transaction that enters them. */
  passed?: readonly string[];
}

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
  // The cancellation that withdrew it was taken back (G3): it stands where it stood, and no row of the table leads there.
  'dispatch.work-order-restored.v1': { field: 'state', undoes: true },
  'dispatch.work-order-corrected.v1': { where: 'dispatchedAnew', state: 'queued' },
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
};

const complaint: Record<Exclude<EventOf<'complaints'>, keyof typeof suggestion>, Said> = {
  'complaints.complaint-recorded.v1': 'recorded',
  'complaints.complaint-acknowledged.v1': 'acknowledged',
  'complaints.complaint-verified.v1': 'verifying',
  'complaints.complaint-decided.v1': 'decided',
  'complaints.handling-begun.v1': 'handling',
  'complaints.complaint-explained.v1': 'awaiting-feedback',
  'complaints.result-recorded.v1': 'awaiting-feedback',
  'complaints.complaint-disputed.v1': 'disputed',
  'complaints.complaint-closed.v1': 'closed',
  'complaints.complaint-joined.v1': undefined,
  'complaints.complaint-made-major.v1': undefined,
  'complaints.complaint-hidden.v1': undefined,
  'complaints.complaint-assigned.v1': undefined,
  'complaints.task-added.v1': undefined,
  'complaints.task-finished.v1': undefined,
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

/**
 * What is walked through by its ledger. A complaint is closed when its follow-up begins: that one is never planned. Not walked:
 * visitors, who are expected from the start where their host announces them, which no event says; documents and notices.
 */
export const saidStates: readonly SaidStates[] = [
  { producer: 'tickets', aggregate: 'repair-request', events: repairRequest },
  { producer: 'dispatch', aggregate: 'work-order', events: workOrder, passed: ['transferred'] },
  { producer: 'followups', aggregate: 'follow-up', events: followUp, begins: ['due'] },
  { producer: 'reception', aggregate: 'contact', events: contact },
  { producer: 'reception', aggregate: 'phone-note', events: phoneNote },
  { producer: 'complaints', aggregate: 'complaint', events: complaint },
  { producer: 'complaints', aggregate: 'suggestion', events: suggestion },
  { producer: 'archives', aggregate: 'record-proposal', events: recordProposal },
];
