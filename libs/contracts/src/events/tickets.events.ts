import { Type } from 'typebox';
import { dispatchModes, repairClasses, skills } from '../repairs';
import { event, Id, Instant, Nullable } from './define';
import { escalation, promised } from './escalation';

/** Whatever else an event of a repair request says, it says which request and which episode. */
const episode = { number: Type.String(), episode: Type.Integer({ minimum: 1 }) };

const location = Type.Object({ kind: Type.Enum(['home', 'place']), id: Id });

/** What dispatch, tracking and followups need to start an episode without asking back. */
const job = {
  ...episode,
  category: Type.String(),
  repairClass: Type.Enum(repairClasses),
  dispatchMode: Type.Enum(dispatchModes),
  skill: Type.Enum(skills),
  location,
  description: Type.String({ maxLength: 2000 }),
  reporterId: Nullable(Id),
  preferredFrom: Nullable(Instant),
  preferredTo: Nullable(Instant),
};

const reason = Type.String({ maxLength: 1000 });
/** Why an act was entered more than 15 minutes after it happened (G2). */
const late = { lateReason: Type.Optional(Type.String({ maxLength: 200 })) };

/** What a visible correction may touch (G3), and what follows from the category; the description is apart, as it is personal. */
const correctable = Type.Object({
  category: Type.Optional(Type.String()),
  repairClass: Type.Optional(Type.Enum(repairClasses)),
  dispatchMode: Type.Optional(Type.Enum(dispatchModes)),
  skill: Type.Optional(Type.Enum(skills)),
  location: Type.Optional(location),
  urgent: Type.Optional(Type.Boolean()),
  reporterId: Type.Optional(Nullable(Id)),
});
const description = Type.String({ maxLength: 2000 });
/** The same fields on both sides: only those that changed. */
const correction = {
  from: correctable,
  to: correctable,
  descriptionFrom: Type.Optional(description),
  descriptionTo: Type.Optional(description),
};

export const ticketsEvents = {
  'tickets.repair-requested.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'A repair was reported and accepted; its first episode begins.',
    data: Type.Object({
      ...job,
      ...late,
      channel: Type.Enum(['portal', 'desk', 'technician', 'import']),
      urgent: Type.Boolean(),
      seenAt: Nullable(Instant),
      externalReference: Nullable(Type.String({ maxLength: 200 })),
      attachmentIds: Type.Array(Id),
      /** The contact it was converted from. */
      contactId: Type.Optional(Id),
    }),
    personal: ['description', 'lateReason'],
  }),
  'tickets.repair-progressed.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'A fact of its work order moved the request to another state.',
    data: Type.Object({
      ...episode,
      ...late,
      from: Type.String(),
      to: Type.String(),
      cause: Type.String(),
      workOrderId: Nullable(Id),
    }),
    personal: ['lateReason'],
  }),
  'tickets.repair-resolved.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'The last work order of the episode is finished; the follow-up is due.',
    data: Type.Object({
      ...episode,
      ...late,
      workOrderId: Nullable(Id),
      /** Everybody who took on work of the episode or helped with it: none of them may follow it up. */
      workerIds: Type.Optional(Type.Array(Id)),
    }),
    personal: ['lateReason'],
  }),
  'tickets.repair-closed.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'The follow-up confirmed the result, or nobody could be reached.',
    data: Type.Object({ ...episode, ...late, result: Type.Enum(['satisfied', 'unreachable']), followUpId: Id }),
    personal: ['lateReason'],
  }),
  'tickets.fact-came-too-late.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'A fact of another service met a state it could no longer change; it is recorded and nothing follows.',
    data: Type.Object({ ...episode, ...late, state: Type.String(), fact: Type.String(), factEpisode: Type.Integer() }),
    personal: ['lateReason'],
  }),
  'tickets.repair-reopened.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'A resolved or closed request begins a new episode with its own work order and follow-up.',
    data: Type.Object({ ...job, ...late, reason }),
    personal: ['description', 'reason', 'lateReason'],
  }),
  'tickets.repair-cancelled.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'The request was cancelled; work not yet finished is withdrawn.',
    data: Type.Object({
      ...episode,
      ...late,
      reason,
      /** The state it was cancelled in: where taking the cancellation back leads. */
      from: Type.Optional(Type.String()),
    }),
    personal: ['reason', 'lateReason'],
  }),
  'tickets.repair-commented.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'Someone who sees the request wrote a comment.',
    data: Type.Object({ ...episode, ...late, comment: Type.String({ maxLength: 2000 }) }),
    personal: ['comment', 'lateReason'],
  }),
  'tickets.repair-corrected.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'A wrong category, place, person, urgency or description was corrected, visibly (G3).',
    data: Type.Object({ ...episode, ...late, ...correction, reason }),
    personal: ['descriptionFrom', 'descriptionTo', 'reason', 'lateReason'],
  }),
  'tickets.act-taken-back.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'Someone took their own last act back within five minutes, before anything followed (G3).',
    data: Type.Object({
      ...episode,
      ...late,
      act: Type.Object({
        eventId: Id,
        version: Type.Integer({ minimum: 1 }),
        type: Type.Enum(['tickets.repair-cancelled.v1', 'tickets.repair-commented.v1', 'tickets.repair-corrected.v1']),
      }),
      /** The state the request is in again. */
      state: Type.String(),
      /** Of a correction taken back: what changed once more, the other way round. Empty otherwise. */
      ...correction,
    }),
    personal: ['descriptionFrom', 'descriptionTo', 'lateReason'],
  }),
  'tickets.repair-escalated.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'A promise was due, and a level of its escalation plan was reached (G5).',
    data: Type.Object({ ...episode, ...escalation }),
  }),
  'tickets.repair-shown-on-time.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'What was entered later shows that a level was reached before its time; it stays (G2).',
    data: Type.Object({ ...episode, ...promised, level: Type.String() }),
  }),
  'tickets.repair-planned.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'It is said by when the work is to be done.',
    data: Type.Object({ ...episode, ...late, plannedFor: Instant, note: Nullable(Type.String({ maxLength: 500 })) }),
    personal: ['note', 'lateReason'],
  }),
};
