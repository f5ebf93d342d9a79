import { Type } from 'typebox';
import { mostStars } from '../ratings';
import { dispatchModes, pauseReasons, repairClasses, skills } from '../repairs';
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

/** Another repair request, as people call it. */
const named = Type.Object({ id: Id, number: Type.String() });

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
      /** By when it was to be done, less the waits of its clock, and whether it was. Not there where no time was promised. */
      target: Type.Optional(Type.Object({ dueAt: Instant, inTime: Type.Boolean() })),
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
    data: Type.Object({
      ...episode,
      ...late,
      state: Type.String(),
      fact: Type.String(),
      factEpisode: Type.Integer(),
      /** What it would have done to the clocks, for when a merge is undone that it met. */
      clock: Type.Optional(
        Type.Object({ move: Type.Enum(['taken', 'arrived', 'paused', 'resumed']), wait: Type.Optional(Type.Object({ reason: Type.Enum(pauseReasons), reviewAt: Instant })) }),
      ),
    }),
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
      /** The state the request is in: that of before, moved on by what its work did meanwhile. */
      state: Type.String(),
      /** Of a correction taken back: what changed once more, the other way round. Empty otherwise. */
      ...correction,
    }),
    personal: ['descriptionFrom', 'descriptionTo', 'lateReason'],
  }),
  'tickets.repair-urged.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'The reporter, or the desk for them, asks whoever has the work in hand to hurry. It changes no state.',
    data: Type.Object({
      ...episode,
      ...late,
      /** How often by now. */
      count: Type.Integer({ minimum: 1 }),
      words: Nullable(Type.String({ maxLength: 500 })),
      /** The technician who has it; null where nobody has taken it. */
      responsibleId: Nullable(Id),
      repairClass: Type.Enum(repairClasses),
    }),
    personal: ['words', 'lateReason'],
  }),
  'tickets.repair-rated.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'The reporter rated the result of the episode, or changed their rating. Where they are not satisfied it is reopened next.',
    data: Type.Object({
      ...episode,
      ...late,
      rating: Type.Integer({ minimum: 1, maximum: mostStars }),
      result: Type.Enum(['satisfied', 'unsatisfied']),
      words: Nullable(Type.String({ maxLength: 1000 })),
    }),
    personal: ['words', 'lateReason'],
  }),
  'tickets.repair-merged.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'The request is another report of the same: the other one goes on for both, and work of this one not yet finished is withdrawn (G3).',
    data: Type.Object({
      ...episode,
      ...late,
      into: named,
      /** The state it was merged in: where undoing the merge leads. */
      from: Type.String(),
      reason: Nullable(reason),
    }),
    personal: ['reason', 'lateReason'],
  }),
  'tickets.repair-unmerged.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'The merge was undone: the request stands where its work stands, with its work order and its follow-up (G3).',
    data: Type.Object({
      ...episode,
      ...late,
      from: named,
      /** The state the request is in again. */
      state: Type.String(),
    }),
    personal: ['lateReason'],
  }),
  'tickets.repair-double-joined.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'Another report of the same was merged into the request; whoever made it hears what becomes of this one.',
    data: Type.Object({
      ...episode,
      ...late,
      double: named,
      /** Version of the double in the event of its merge: of what several requests say of one double, the newest holds. */
      mergeVersion: Type.Optional(Type.Integer({ minimum: 1 })),
    }),
    personal: ['lateReason'],
  }),
  'tickets.repair-double-left.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'A merge into the request is undone, or the work of the other one was finished before its merge was known there.',
    data: Type.Object({ ...episode, ...late, double: named, why: Type.Enum(['undone', 'finished']) }),
    personal: ['lateReason'],
  }),
  'tickets.repair-joined.v1': event({
    producer: 'tickets',
    aggregate: 'repair-request',
    summary: 'Somebody has met the same (me too): whoever acts hears of the outcome, and reports nothing of their own.',
    data: Type.Object({
      ...episode,
      ...late,
      /** How many have by now, besides whoever reported it. */
      count: Type.Integer({ minimum: 1 }),
    }),
    personal: ['lateReason'],
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
