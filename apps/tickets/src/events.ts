import type { EventData } from '@property-office/contracts';
import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import type { ClockStep } from './domain/clock-step';
import type { Correctable, Correction } from './domain/correction';
import type { RepairEvent } from './domain/repair-event';
import type { RepairRequest } from './persistence/repair-request.entity';

/** What happened to a request, for the ledger. `request` is as it stands afterwards, its version counted. */
export function toNewEvent(request: RepairRequest, act: Act, event: RepairEvent): NewEvent {
  return {
    aggregateId: request.id,
    aggregateVersion: request.version,
    siteId: request.siteId,
    happenedAt: act.happenedAt,
    actor: act.actor,
    ...contractOf(request, act, event),
  };
}

/** Domain event → wire contract, once. */
function contractOf(request: RepairRequest, act: Act, event: RepairEvent) {
  const said = {
    number: request.number,
    episode: request.episode,
    ...(act.lateReason !== undefined && { lateReason: act.lateReason }),
  };
  switch (event.kind) {
    case 'requested':
      return {
        type: 'tickets.repair-requested.v1' as const,
        data: {
          ...said,
          ...jobOf(request),
          channel: request.channel,
          urgent: request.urgent,
          seenAt: request.seenAt?.toISOString() ?? null,
          externalReference: request.externalReference,
          attachmentIds: request.attachmentIds,
          ...(request.contactId && { contactId: request.contactId }),
        },
      };
    case 'progressed':
      return {
        type: 'tickets.repair-progressed.v1' as const,
        data: { ...said, from: event.from, to: request.state, cause: event.cause, workOrderId: event.workOrderId },
      };
    case 'resolved': {
      const target = event.target && { dueAt: event.target.dueAt.toISOString(), inTime: event.target.inTime };
      return { type: 'tickets.repair-resolved.v1' as const, data: { ...said, workOrderId: event.workOrderId, workerIds: [...event.workerIds], ...(target && { target }) } };
    }
    case 'closed':
      return { type: 'tickets.repair-closed.v1' as const, data: { ...said, result: event.result, followUpId: event.followUpId } };
    case 'reopened':
      return { type: 'tickets.repair-reopened.v1' as const, data: { ...said, ...jobOf(request), reason: event.reason } };
    case 'cancelled':
      return { type: 'tickets.repair-cancelled.v1' as const, data: { ...said, reason: event.reason, from: event.from } };
    case 'commented':
      return { type: 'tickets.repair-commented.v1' as const, data: { ...said, comment: event.comment } };
    case 'corrected':
      return { type: 'tickets.repair-corrected.v1' as const, data: { ...said, ...correctionData(event.correction), reason: event.reason } };
    case 'taken-back':
      return {
        type: 'tickets.act-taken-back.v1' as const,
        data: { ...said, act: event.act, state: request.state, ...correctionData(event.correction ?? { from: {}, to: {} }) },
      };
    case 'urged':
      return {
        type: 'tickets.repair-urged.v1' as const,
        data: { ...said, count: request.urgedCount, words: event.words, responsibleId: event.responsibleId, repairClass: request.repairClass },
      };
    case 'rated':
      return { type: 'tickets.repair-rated.v1' as const, data: { ...said, rating: event.rating, result: event.verdict, words: event.words } };
    case 'merged':
      return { type: 'tickets.repair-merged.v1' as const, data: { ...said, into: event.into, from: event.from, reason: event.reason } };
    case 'unmerged':
      return { type: 'tickets.repair-unmerged.v1' as const, data: { ...said, from: event.from, state: request.state } };
    case 'double-joined':
      return { type: 'tickets.repair-double-joined.v1' as const, data: { ...said, double: event.double, mergeVersion: event.mergeVersion } };
    case 'double-left':
      return { type: 'tickets.repair-double-left.v1' as const, data: { ...said, double: event.double, why: event.why } };
    case 'joined':
      return { type: 'tickets.repair-joined.v1' as const, data: { ...said, count: event.count } };
    case 'planned':
      return {
        type: 'tickets.repair-planned.v1' as const,
        data: { ...said, plannedFor: event.plannedFor.toISOString(), note: event.note },
      };
    case 'escalated': {
      const { dueAt, ...escalation } = event.escalation;
      return { type: 'tickets.repair-escalated.v1' as const, data: { ...said, ...escalation, dueAt: dueAt.toISOString() } };
    }
    case 'shown-on-time': {
      const { dueAt, ...level } = event.level;
      return { type: 'tickets.repair-shown-on-time.v1' as const, data: { ...said, ...level, dueAt: dueAt.toISOString() } };
    }
    case 'came-too-late':
      return {
        type: 'tickets.fact-came-too-late.v1' as const,
        data: { ...said, state: request.state, fact: event.fact, factEpisode: event.factEpisode, ...(event.step && { clock: stepData(event.step) }) },
      };
  }
}

type LateData = EventData<'tickets.fact-came-too-late.v1'>;

function stepData(step: ClockStep): LateData['clock'] {
  return step.move === 'paused' ? { move: step.move, wait: { reason: step.wait.reason, reviewAt: step.wait.reviewAt.toISOString() } } : { move: step.move };
}

/** What a fact would have done to the clocks, as it was announced, read back. */
export function stepIn({ clock }: LateData): ClockStep | undefined {
  if (clock?.move !== 'paused') return clock && { move: clock.move };
  return clock.wait && { move: clock.move, wait: { reason: clock.wait.reason, reviewAt: new Date(clock.wait.reviewAt) } };
}

type CorrectionData = Pick<EventData<'tickets.repair-corrected.v1'>, 'from' | 'to' | 'descriptionFrom' | 'descriptionTo'>;

/** On the wire the description stands apart, because it is personal. */
function correctionData({ from, to }: Correction): CorrectionData {
  return {
    from: correctedFields(from),
    to: correctedFields(to),
    ...(from.description !== undefined && { descriptionFrom: from.description }),
    ...(to.description !== undefined && { descriptionTo: to.description }),
  };
}

function correctedFields(corrected: Partial<Correctable>): CorrectionData['to'] {
  const { locationKind, locationId, ...plain } = corrected;
  delete plain.description;
  return { ...plain, ...(locationKind && locationId && { location: { kind: locationKind, id: locationId } }) };
}

/** A correction as it was announced, read back. */
export function correctionIn({ from, to, descriptionFrom, descriptionTo }: CorrectionData): Correction {
  return { from: fieldsIn(from, descriptionFrom), to: fieldsIn(to, descriptionTo) };
}

function fieldsIn({ location, ...plain }: CorrectionData['to'], description: string | undefined): Partial<Correctable> {
  return {
    ...plain,
    ...(location && { locationKind: location.kind, locationId: location.id }),
    ...(description !== undefined && { description }),
  };
}

function jobOf(request: RepairRequest): Omit<EventData<'tickets.repair-reopened.v1'>, 'reason' | 'lateReason' | 'number' | 'episode'> {
  return {
    category: request.category,
    repairClass: request.repairClass,
    dispatchMode: request.dispatchMode,
    skill: request.skill,
    location: { kind: request.locationKind, id: request.locationId },
    description: request.description,
    reporterId: request.reporterId,
    preferredFrom: request.preferredFrom?.toISOString() ?? null,
    preferredTo: request.preferredTo?.toISOString() ?? null,
  };
}
