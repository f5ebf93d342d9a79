import { Type } from 'typebox';
import { dispatchModes, pauseReasons, repairClasses, skills } from '../repairs';
import { event, Id, Instant, Nullable } from './define';

/** Whatever else an event of a work order says: which order, for which request and episode. */
export const order = {
  workOrderNumber: Type.String(),
  repairRequestId: Id,
  repairNumber: Type.String(),
  episode: Type.Integer({ minimum: 1 }),
};
const late = { lateReason: Type.Optional(Type.String({ maxLength: 200 })) };
const reason = Type.String({ maxLength: 1000 });
const whom = { crewId: Nullable(Id), technicianId: Nullable(Id) };
export const location = Type.Object({ kind: Type.Enum(['home', 'place']), id: Id });

/** Why it went to whom it went: the answer to "why did I get this job". */
const choice = Type.Object({
  mode: Type.Enum(dispatchModes),
  /** By the skill asked for, or for want of it by `general`. */
  matched: Type.Enum(['skill', 'general']),
  /** How many crews could have been sent. */
  candidates: Type.Integer({ minimum: 1 }),
  /** Unfinished orders of the crew before this one, and how many it should have at most. */
  openJobs: Type.Integer({ minimum: 0 }),
  cap: Type.Integer({ minimum: 0 }),
});

export const dispatchEvents = {
  'dispatch.work-order-created.v1': event({
    producer: 'dispatch',
    aggregate: 'work-order',
    summary: 'A crew is to be sent: the first order of an episode, or a further one.',
    data: Type.Object({
      ...order,
      first: Type.Boolean(),
      mode: Type.Enum(dispatchModes),
      skill: Type.Enum(skills),
      repairClass: Type.Enum(repairClasses),
      location,
      /** Why another trade or another visit is needed; null for a first order. */
      reason: Nullable(reason),
    }),
    personal: ['reason'],
  }),
  'dispatch.work-order-queued.v1': event({
    producer: 'dispatch',
    aggregate: 'work-order',
    summary: 'No crew could be chosen: the order waits to be assigned by hand.',
    data: Type.Object({ ...order, why: Type.Enum(['by-hand', 'no-crew', 'declined']) }),
  }),
  'dispatch.work-order-offered.v1': event({
    producer: 'dispatch',
    aggregate: 'work-order',
    summary: 'Crews may claim the order; exactly one wins.',
    data: Type.Object({ ...order, crewIds: Type.Array(Id) }),
  }),
  'dispatch.work-order-assigned.v1': event({
    producer: 'dispatch',
    aggregate: 'work-order',
    summary: "The order is a crew's, or one technician's: assigned, claimed or transferred.",
    data: Type.Object({
      ...order,
      ...late,
      ...whom,
      how: Type.Enum(['assigned', 'claimed', 'transferred', 'by-hand']),
      /** Left out in events before it was told. */
      repairClass: Type.Optional(Type.Enum(repairClasses)),
      reason: Nullable(reason),
      /** Whose it was before. */
      from: Type.Object(whom),
      /** Null where a person chose. */
      choice: Nullable(choice),
    }),
    personal: ['reason', 'lateReason'],
  }),
  'dispatch.work-order-accepted.v1': event({
    producer: 'dispatch',
    aggregate: 'work-order',
    summary: 'A technician took the order on.',
    data: Type.Object({ ...order, ...late, ...whom }),
    personal: ['lateReason'],
  }),
  'dispatch.work-order-declined.v1': event({
    producer: 'dispatch',
    aggregate: 'work-order',
    summary: 'A technician handed the order back; it is to be dispatched anew.',
    data: Type.Object({ ...order, ...late, ...whom, reason }),
    personal: ['reason', 'lateReason'],
  }),
  'dispatch.work-order-arrived.v1': event({
    producer: 'dispatch',
    aggregate: 'work-order',
    summary: 'The technician is on site.',
    data: Type.Object({ ...order, ...late, ...whom }),
    personal: ['lateReason'],
  }),
  'dispatch.work-order-paused.v1': event({
    producer: 'dispatch',
    aggregate: 'work-order',
    summary: 'Work waits for a listed reason.',
    data: Type.Object({
      ...order,
      ...late,
      ...whom,
      reason: Type.Enum(pauseReasons),
      note: Nullable(Type.String({ maxLength: 500 })),
      /** When the reason is looked at again; from then on the clock runs (G4). */
      reviewAt: Instant,
    }),
    personal: ['note', 'lateReason'],
  }),
  'dispatch.work-order-resumed.v1': event({
    producer: 'dispatch',
    aggregate: 'work-order',
    summary: 'Work goes on.',
    data: Type.Object({ ...order, ...late, ...whom }),
    personal: ['lateReason'],
  }),
  'dispatch.work-order-finished.v1': event({
    producer: 'dispatch',
    aggregate: 'work-order',
    summary: 'The work of this order is done.',
    data: Type.Object({
      ...order,
      ...late,
      ...whom,
      helperIds: Type.Array(Id),
      workDone: Type.String({ maxLength: 2000 }),
      materials: Type.Array(Type.Object({ name: Type.String(), quantity: Type.Integer() })),
      attachmentIds: Type.Array(Id),
      /** Orders of the episode not yet finished; 0: the request is resolved. */
      remaining: Type.Integer({ minimum: 0 }),
      /** Everybody who took on work of the episode or helped with it, up to now: none of them may follow it up. */
      workerIds: Type.Optional(Type.Array(Id)),
    }),
    personal: ['workDone', 'lateReason'],
  }),
  'dispatch.work-order-withdrawn.v1': event({
    producer: 'dispatch',
    aggregate: 'work-order',
    summary: 'The order is not to be done any more; its crew is told.',
    data: Type.Object({ ...order, ...whom, reason }),
    personal: ['reason'],
  }),
  'dispatch.work-order-restored.v1': event({
    producer: 'dispatch',
    aggregate: 'work-order',
    summary: 'The cancellation it was withdrawn for was taken back, or the merge undone: the order stands where it stood, with whom it was.',
    data: Type.Object({ ...order, ...whom, state: Type.String() }),
  }),
  'dispatch.work-order-corrected.v1': event({
    producer: 'dispatch',
    aggregate: 'work-order',
    summary: 'Its request was corrected, and the order says so: whoever has it is told, or it is dispatched anew.',
    data: Type.Object({
      ...order,
      ...whom,
      changed: Type.Array(Type.Enum(['category', 'repairClass', 'mode', 'skill', 'location', 'description'])),
      /** Another trade is needed, and nobody had accepted: it is nobody's until the next event. */
      dispatchedAnew: Type.Boolean(),
      category: Type.String(),
      mode: Type.Enum(dispatchModes),
      skill: Type.Enum(skills),
      repairClass: Type.Enum(repairClasses),
      location,
    }),
  }),
  'dispatch.fact-came-too-late.v1': event({
    producer: 'dispatch',
    aggregate: 'work-order',
    summary: 'A fact of another service met an order it could no longer change; it is recorded and nothing follows.',
    data: Type.Object({ ...order, state: Type.String(), fact: Type.String() }),
  }),
};
