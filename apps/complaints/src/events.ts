import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import type { ComplaintEvent, SuggestionEvent } from './domain/complaint-event';
import type { ComplaintEscalation, ComplaintLevel } from './domain/complaint-escalation';
import { isFinal } from './domain/levels';
import type { Complaint } from './persistence/complaint.entity';
import type { Suggestion } from './persistence/suggestion.entity';

/**
 * What happened to a complaint, for the ledger. `complaint` is as it stands afterwards, its version counted. Only ids and
 * facts: neither who complained nor anybody's words.
 */
export function toNewEvent(complaint: Complaint, act: Act, event: ComplaintEvent): NewEvent {
  return { ...envelope(complaint, act), ...contractOf(complaint, act, event) };
}

export function toSuggestionEvent(suggestion: Suggestion, act: Act, event: SuggestionEvent): NewEvent {
  return { ...envelope(suggestion, act), ...suggestionContract(suggestion, act, event) };
}

export function envelope({ id, version, siteId }: Pick<Complaint, 'id' | 'version' | 'siteId'>, act: Act) {
  return { aggregateId: id, aggregateVersion: version, siteId, happenedAt: act.happenedAt, actor: act.actor };
}

export const late = (act: Act) => (act.lateReason !== undefined ? { late: true } : {});

export const promisedIn = ({ deadlineId, promise, class: name, dueAt }: ComplaintLevel) => ({ deadlineId, promise, class: name, dueAt: dueAt.toISOString() });

export function levelIn(escalation: ComplaintEscalation) {
  const { level, to, outcome, reached, told } = escalation;
  return { ...promisedIn(escalation), level, to, outcome, reached, told };
}

const superiorsIn = ({ superiorIds }: { superiorIds: string[] }) => (superiorIds.length > 0 ? { superiorIds } : {});

/** Domain event → wire contract, once. */
function contractOf(complaint: Complaint, act: Act, event: ComplaintEvent) {
  const said = { number: complaint.number, round: complaint.round, ...late(act) };
  const handling = { handlerId: complaint.handlerId, level: complaint.level };
  const major = { major: complaint.majorBecause.length > 0, majorBecause: complaint.majorBecause };
  switch (event.kind) {
    case 'recorded':
      return {
        type: 'complaints.complaint-recorded.v1' as const,
        data: {
          ...said,
          ...handling,
          ...major,
          kind: complaint.kind,
          channel: complaint.channel,
          about: { personIds: complaint.aboutPersonIds, crewIds: complaint.aboutCrewIds },
          hiddenFrom: event.hiddenFrom,
          dueAt: complaint.dueAt?.toISOString() ?? null,
          attachmentIds: complaint.attachmentIds,
          ...superiorsIn(event),
        },
      };
    case 'joined':
      return {
        type: 'complaints.complaint-joined.v1' as const,
        data: {
          ...said,
          households: event.households,
          complainants: event.complainants,
          attachmentIds: event.attachmentIds,
          hiddenFrom: event.hiddenFrom,
          ...(event.dueAt && { dueAt: event.dueAt.toISOString() }),
        },
      };
    case 'merged':
      return { type: 'complaints.complaint-merged.v1' as const, data: { ...said, into: event.into, from: event.from } };
    case 'double-joined':
      return {
        type: 'complaints.complaint-double-joined.v1' as const,
        data: { ...said, double: event.double, households: event.households, complainants: event.complainants, ...(event.dueAt && { dueAt: event.dueAt.toISOString() }) },
      };
    case 'unmerged':
      return { type: 'complaints.complaint-unmerged.v1' as const, data: { ...said, ...handling, into: event.into, state: complaint.state } };
    case 'double-left':
      return {
        type: 'complaints.complaint-double-left.v1' as const,
        data: {
          ...said,
          ...handling,
          ...major,
          double: event.double,
          households: event.households,
          complainants: event.complainants,
          dueAt: complaint.dueAt?.toISOString() ?? null,
          undone: event.undone,
        },
      };
    case 'made-major':
      return { type: 'complaints.complaint-made-major.v1' as const, data: { ...said, ...handling, majorBecause: event.because } };
    case 'hidden':
      return { type: 'complaints.complaint-hidden.v1' as const, data: { ...said, hiddenFrom: event.hiddenFrom } };
    case 'corrected':
      return {
        type: 'complaints.complaint-corrected.v1' as const,
        data: {
          ...said,
          ...handling,
          about: { personIds: complaint.aboutPersonIds, crewIds: complaint.aboutCrewIds },
          formerHandlerId: event.formerHandlerId,
          ...superiorsIn(event),
        },
      };
    case 'assigned':
      return {
        type: 'complaints.complaint-assigned.v1' as const,
        data: { ...said, handlerId: complaint.handlerId!, level: complaint.level, formerHandlerId: event.formerHandlerId, ...(event.circle && { circle: event.circle }) },
      };
    case 'acknowledged':
      return { type: 'complaints.complaint-acknowledged.v1' as const, data: { ...said, ...(complaint.acknowledgedHow !== null && { how: complaint.acknowledgedHow }) } };
    case 'verified':
      return { type: 'complaints.complaint-verified.v1' as const, data: { ...said, attachmentIds: event.attachmentIds } };
    case 'decided':
      return { type: 'complaints.complaint-decided.v1' as const, data: { ...said, decision: complaint.decision! } };
    case 'handling-begun':
      return { type: 'complaints.handling-begun.v1' as const, data: { ...said, promisedAt: complaint.promisedAt!.toISOString() } };
    case 'explained':
      return {
        type: 'complaints.complaint-explained.v1' as const,
        data: { ...said, unlawful: complaint.unlawful, reportedAt: complaint.reportedAt?.toISOString() ?? null },
      };
    case 'task-added':
      return {
        type: 'complaints.task-added.v1' as const,
        data: { ...said, taskId: event.taskId, ownerId: event.ownerId, dueAt: event.dueAt.toISOString() },
      };
    case 'task-finished':
      return { type: 'complaints.task-finished.v1' as const, data: { ...said, taskId: event.taskId, attachmentIds: event.attachmentIds } };
    case 'task-handed-on':
      return { type: 'complaints.task-handed-on.v1' as const, data: { ...said, taskId: event.taskId, ownerId: event.ownerId, formerOwnerId: event.formerOwnerId } };
    case 'task-cancelled':
      return { type: 'complaints.task-cancelled.v1' as const, data: { ...said, taskId: event.taskId, ownerId: event.ownerId } };
    case 'repair-linked':
      return { type: 'complaints.repair-linked.v1' as const, data: { ...said, repairRequestId: event.repairRequestId } };
    case 'linked-repair-finished':
      return { type: 'complaints.linked-repair-finished.v1' as const, data: { ...said, repairRequestId: event.repairRequestId } };
    case 'result-recorded':
      return { type: 'complaints.result-recorded.v1' as const, data: { ...said, attachmentIds: event.attachmentIds } };
    case 'feedback-given':
      return { type: 'complaints.feedback-given.v1' as const, data: { ...said, how: complaint.feedbackHow! } };
    case 'answered':
      return { type: 'complaints.complaint-answered.v1' as const, data: { ...said, answered: event.answered, complainants: event.complainants } };
    case 'disputed':
      return {
        type: 'complaints.complaint-disputed.v1' as const,
        data: {
          ...said,
          level: complaint.level,
          final: isFinal(complaint.level),
          because: event.because,
          formerHandlerId: event.formerHandlerId,
        },
      };
    case 'extension-asked':
      return { type: 'complaints.extension-asked.v1' as const, data: { ...said, until: event.until.toISOString(), approvers: event.approvers } };
    case 'extension-decided':
      return {
        type: 'complaints.extension-decided.v1' as const,
        data: { ...said, until: event.until.toISOString(), approved: event.approved },
      };
    case 'extension-told':
      return {
        type: 'complaints.extension-told.v1' as const,
        data: { ...said, until: event.until.toISOString(), before: event.before.toISOString() },
      };
    case 'closed':
      return {
        type: 'complaints.complaint-closed.v1' as const,
        data: {
          ...said,
          ...major,
          kind: complaint.kind,
          decision: complaint.decision!,
          answer: event.answer,
          answers: event.answers,
          level: complaint.level,
          households: event.households,
          handlerIds: event.handlerIds,
          hiddenFrom: event.hiddenFrom,
          attachmentIds: event.attachmentIds,
          complainedAt: complaint.happenedAt.toISOString(),
          decidedAt: complaint.decidedAt!.toISOString(),
          feedbackAt: complaint.feedbackAt!.toISOString(),
          closedAt: complaint.closedAt!.toISOString(),
        },
      };
    case 'dissent-recorded':
      return { type: 'complaints.dissent-recorded.v1' as const, data: { ...said, followUpId: event.followUpId } };
    case 'escalated':
      return { type: 'complaints.complaint-escalated.v1' as const, data: { ...said, ...levelIn(event.escalation) } };
    case 'shown-on-time':
      return { type: 'complaints.complaint-shown-on-time.v1' as const, data: { ...said, ...promisedIn(event.level), level: event.level.level } };
    case 'came-too-late':
      return {
        type: 'complaints.fact-came-too-late.v1' as const,
        data: { ...said, state: complaint.state, fact: event.fact, factRound: event.factRound },
      };
  }
}

function suggestionContract(suggestion: Suggestion, act: Act, event: SuggestionEvent) {
  const said = { number: suggestion.number, ...late(act) };
  switch (event.kind) {
    case 'recorded':
      return { type: 'complaints.suggestion-recorded.v1' as const, data: { ...said, attachmentIds: suggestion.attachmentIds } };
    case 'reviewed':
      return { type: 'complaints.suggestion-reviewed.v1' as const, data: said };
    case 'adopted':
      return {
        type: 'complaints.suggestion-adopted.v1' as const,
        data: { ...said, ownerId: suggestion.ownerId!, dueAt: suggestion.dueAt!.toISOString() },
      };
    case 'declined':
      return { type: 'complaints.suggestion-declined.v1' as const, data: said };
    case 'answered':
      return { type: 'complaints.suggestion-answered.v1' as const, data: { ...said, adopted: suggestion.adopted! } };
    case 'carried-out':
      return { type: 'complaints.suggestion-carried-out.v1' as const, data: said };
    case 'escalated':
      return { type: 'complaints.suggestion-escalated.v1' as const, data: { ...said, ...levelIn(event.escalation) } };
    case 'shown-on-time':
      return { type: 'complaints.suggestion-shown-on-time.v1' as const, data: { ...said, ...promisedIn(event.level), level: event.level.level } };
  }
}
