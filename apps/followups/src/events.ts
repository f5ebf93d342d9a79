import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import type { FollowUpEvent } from './domain/follow-up-event';
import type { FollowUp } from './persistence/follow-up.entity';

/** What happened to a follow-up, for the ledger. It is as it stands afterwards, its version counted. */
export function toNewEvent(followUp: FollowUp, act: Act, event: FollowUpEvent): NewEvent {
  return {
    aggregateId: followUp.id,
    aggregateVersion: followUp.version,
    siteId: followUp.siteId,
    happenedAt: act.happenedAt,
    actor: act.actor,
    ...(followUp.complaintId === null ? contractOf(followUp, act, event) : complaintContractOf(followUp, followUp.complaintId, event)),
  };
}

/** Domain event → wire contract, once. */
function contractOf(followUp: FollowUp, act: Act, event: FollowUpEvent) {
  const which = {
    repairRequestId: followUp.repairRequestId!,
    repairNumber: followUp.repairNumber!,
    episode: followUp.episode,
  };
  const said = { ...which, ...(act.lateReason !== undefined && { lateReason: act.lateReason }) };
  switch (event.kind) {
    case 'planned':
      return { type: 'followups.follow-up-planned.v1' as const, data: which };
    case 'due':
      return {
        type: 'followups.follow-up-due.v1' as const,
        data: { ...which, channel: followUp.channel, firstTryBy: followUp.firstTryBy!.toISOString() },
      };
    case 'taken':
      return { type: 'followups.follow-up-taken.v1' as const, data: { ...said, takenBy: followUp.takenBy! } };
    case 'tried':
      return {
        type: 'followups.follow-up-tried.v1' as const,
        data: { ...said, tries: followUp.tries, nextTryAt: event.nextTryAt.toISOString(), comment: event.comment },
      };
    case 'completed':
      return {
        type: 'followups.follow-up-completed.v1' as const,
        data: { ...said, result: event.result, rating: event.rating, comment: event.comment, ...(event.byRating && { byRating: true }) },
      };
    case 'cancelled':
      return { type: 'followups.follow-up-cancelled.v1' as const, data: which };
    case 'escalated': {
      const { deadlineId, promise, dueAt, level, to, outcome, reached, told } = event.escalation;
      const about = { deadlineId, promise, class: event.escalation.class, dueAt: dueAt.toISOString() };
      return { type: 'followups.follow-up-escalated.v1' as const, data: { ...which, ...about, level, to, outcome, reached, told } };
    }
    case 'shown-on-time': {
      const { deadlineId, promise, dueAt, level } = event.level;
      const about = { deadlineId, promise, class: event.level.class, dueAt: dueAt.toISOString() };
      return { type: 'followups.follow-up-shown-on-time.v1' as const, data: { ...which, ...about, level } };
    }
    case 'passed-on':
      throw new Error('only the follow-up of a major complaint is passed on');
    case 'came-too-late':
      return { type: 'followups.fact-came-too-late.v1' as const, data: { ...which, state: followUp.state, fact: event.fact } };
  }
}

/** Of a complaint: nothing of what the complainant says leaves followups (W2.3). */
function complaintContractOf(followUp: FollowUp, complaintId: string, event: FollowUpEvent) {
  const which = { complaintId, complaintNumber: followUp.complaintNumber!, round: followUp.episode };
  switch (event.kind) {
    case 'due':
      return {
        type: 'followups.complaint-follow-up-due.v1' as const,
        data: { ...which, major: followUp.major, firstTryBy: followUp.firstTryBy!.toISOString() },
      };
    case 'taken':
      return { type: 'followups.complaint-follow-up-taken.v1' as const, data: { ...which, takenBy: followUp.takenBy! } };
    case 'tried':
      return {
        type: 'followups.complaint-follow-up-tried.v1' as const,
        data: { ...which, tries: followUp.tries, nextTryAt: event.nextTryAt.toISOString() },
      };
    case 'completed':
      return { type: 'followups.complaint-follow-up-completed.v1' as const, data: { ...which, result: event.result, rating: event.rating } };
    case 'passed-on':
      return { type: 'followups.complaint-follow-up-passed-on.v1' as const, data: { ...which, to: event.to, personIds: event.personIds } };
    case 'cancelled':
      return { type: 'followups.complaint-follow-up-cancelled.v1' as const, data: which };
    case 'escalated': {
      const { deadlineId, promise, dueAt, level, to, outcome, reached, told } = event.escalation;
      const about = { deadlineId, promise, class: event.escalation.class, dueAt: dueAt.toISOString() };
      return { type: 'followups.complaint-follow-up-escalated.v1' as const, data: { ...which, ...about, level, to, outcome, reached, told } };
    }
    case 'shown-on-time': {
      const { deadlineId, promise, dueAt, level } = event.level;
      const about = { deadlineId, promise, class: event.level.class, dueAt: dueAt.toISOString() };
      return { type: 'followups.complaint-follow-up-shown-on-time.v1' as const, data: { ...which, ...about, level } };
    }
    case 'planned':
    case 'came-too-late':
      // It begins when the case is closed, and only a dispute is told of it, which has a row for every state.
      throw new Error(`the follow-up of a complaint is never ${event.kind}`);
  }
}
