import type { EventData } from '@property-office/contracts';
import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import type { WorkOrderEvent } from './domain/work-order-event';
import type { WorkOrder } from './persistence/work-order.entity';

/** What happened to a work order, for the ledger. The order is as it stands afterwards, its version counted. */
export function toNewEvent(order: WorkOrder, act: Act, event: WorkOrderEvent): NewEvent {
  return {
    aggregateId: order.id,
    aggregateVersion: order.version,
    siteId: order.siteId,
    happenedAt: act.happenedAt,
    actor: act.actor,
    ...contractOf(order, act, event),
  };
}

/** Domain event → wire contract, once. */
function contractOf(order: WorkOrder, act: Act, event: WorkOrderEvent) {
  const which = whichOf(order);
  const whom = { crewId: order.crewId, technicianId: order.technicianId };
  const said = { ...which, ...whom, ...(act.lateReason !== undefined && { lateReason: act.lateReason }) };
  switch (event.kind) {
    case 'created':
      return {
        type: 'dispatch.work-order-created.v1' as const,
        data: { ...which, ...jobOf(order), first: order.first, mode: order.mode, reason: event.reason },
      };
    case 'queued':
      return { type: 'dispatch.work-order-queued.v1' as const, data: { ...which, why: event.why } };
    case 'offered':
      return { type: 'dispatch.work-order-offered.v1' as const, data: { ...which, crewIds: order.offeredTo } };
    case 'assigned': {
      const { how, reason, from, choice } = event;
      return { type: 'dispatch.work-order-assigned.v1' as const, data: { ...said, how, repairClass: order.repairClass, reason, from, choice } };
    }
    case 'accepted':
      return { type: 'dispatch.work-order-accepted.v1' as const, data: said };
    case 'declined':
      return { type: 'dispatch.work-order-declined.v1' as const, data: { ...said, reason: event.reason } };
    case 'arrived':
      return { type: 'dispatch.work-order-arrived.v1' as const, data: said };
    case 'paused': {
      const { reason, note, reviewAt } = event;
      return { type: 'dispatch.work-order-paused.v1' as const, data: { ...said, reason, note, reviewAt: reviewAt.toISOString() } };
    }
    case 'resumed':
      return { type: 'dispatch.work-order-resumed.v1' as const, data: said };
    case 'finished':
      return { type: 'dispatch.work-order-finished.v1' as const, data: { ...said, ...resultOf(order), remaining: event.remaining, workerIds: event.workerIds } };
    case 'withdrawn':
      return { type: 'dispatch.work-order-withdrawn.v1' as const, data: { ...which, ...whom, reason: event.reason } };
    case 'restored':
      return { type: 'dispatch.work-order-restored.v1' as const, data: { ...which, ...whom, state: order.state } };
    case 'corrected':
      return {
        type: 'dispatch.work-order-corrected.v1' as const,
        data: { ...which, ...whom, ...copiedOf(order), changed: [...event.changed], dispatchedAnew: event.anew },
      };
    case 'came-too-late':
      return { type: 'dispatch.fact-came-too-late.v1' as const, data: { ...which, state: order.state, fact: event.fact } };
  }
}

export function whichOf(order: WorkOrder) {
  return { workOrderNumber: order.number, repairRequestId: order.repairRequestId, repairNumber: order.repairNumber, episode: order.episode };
}

function copiedOf(order: WorkOrder) {
  return { ...jobOf(order), category: order.category, mode: order.mode };
}

export function jobOf(order: WorkOrder) {
  return { skill: order.skill, repairClass: order.repairClass, location: { kind: order.locationKind, id: order.locationId } };
}

function resultOf(order: WorkOrder): Pick<EventData<'dispatch.work-order-finished.v1'>, 'helperIds' | 'workDone' | 'materials' | 'attachmentIds'> {
  const { helperIds, materials, attachmentIds } = order;
  return { helperIds, workDone: order.workDone ?? '', materials, attachmentIds };
}
