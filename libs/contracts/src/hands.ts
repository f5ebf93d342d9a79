import type { WireEvent } from './wire-event';

/** The events of a work order after which it may be in other hands than before. */
export const handsEvents = [
  'dispatch.work-order-queued.v1',
  'dispatch.work-order-offered.v1',
  'dispatch.work-order-assigned.v1',
  'dispatch.work-order-accepted.v1',
  'dispatch.work-order-declined.v1',
  'dispatch.work-order-finished.v1',
  'dispatch.work-order-withdrawn.v1',
  'dispatch.work-order-restored.v1',
] as const;
export type HandsEvent = { [K in (typeof handsEvents)[number]]: WireEvent<K> }[(typeof handsEvents)[number]];

/** In whose hands a work order is. */
export interface Hands {
  crewId: string | null;
  technicianId: string | null;
  /** They have done it: it is theirs to look back on. */
  done: boolean;
}

/** In whose hands an order is by an event, whoever had it before. Where it is only offered it is in nobody's. */
export function handsOf(event: HandsEvent): Hands {
  switch (event.type) {
    case 'dispatch.work-order-assigned.v1':
    case 'dispatch.work-order-accepted.v1':
    case 'dispatch.work-order-restored.v1':
    case 'dispatch.work-order-finished.v1': {
      const { crewId, technicianId } = event.data;
      return { crewId, technicianId, done: event.type === 'dispatch.work-order-finished.v1' };
    }
    default:
      return { crewId: null, technicianId: null, done: false };
  }
}
