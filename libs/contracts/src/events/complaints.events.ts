import { Type } from 'typebox';
import { complaintChannels, complaintDecisions, complaintKinds, majorReasons } from '../complaints';
import { roles } from '../roles';
import { event, Id, Instant, Nullable } from './define';
import { escalation, promised } from './escalation';

/**
 * No complainant is in any of these: neither their person, home, phone nor words, which stay with complaints. What a
 * complainant does is announced in the name of the system, in the role of a resident.
 */
const which = {
  number: Type.String(),
  /** 1 for the first; each dispute begins another. */
  round: Type.Integer({ minimum: 1 }),
  /** Entered more than 15 minutes after it happened (G2); the reason is free text and stays with the case. */
  late: Type.Optional(Type.Boolean()),
};

/** From whom case and complainant are hidden: the people complained about, and every crew one of them belongs to. */
const hiddenFrom = Type.Object({ personIds: Type.Array(Id), crewIds: Type.Array(Id) });
const handler = { handlerId: Nullable(Id), level: Type.Integer({ minimum: 0 }) };
const major = { major: Type.Boolean(), majorBecause: Type.Array(Type.Enum(majorReasons)) };

/** In a matter of attitude, who answers for those it is about and does not handle it: they hear of it. */
const superiorIds = Type.Optional(Type.Array(Id));
const numberedComplaint = Type.Object({ id: Id, number: Type.String() });

const complaint = { producer: 'complaints', aggregate: 'complaint' } as const;

export const complaintsEvents = {
  'complaints.complaint-recorded.v1': event({
    ...complaint,
    summary: 'A complaint was taken; nobody it is about will see it.',
    data: Type.Object({
      ...which,
      ...handler,
      ...major,
      kind: Type.Enum(complaintKinds),
      channel: Type.Enum(complaintChannels),
      about: hiddenFrom,
      hiddenFrom,
      /** By when it is to be solved; null where the office promises no time. */
      dueAt: Nullable(Instant),
      attachmentIds: Type.Array(Id),
      superiorIds,
    }),
  }),
  'complaints.complaint-joined.v1': event({
    ...complaint,
    summary: 'Another complainant joined the same matter.',
    data: Type.Object({
      ...which,
      households: Type.Integer({ minimum: 0 }),
      complainants: Type.Integer({ minimum: 1 }),
      /** What they sent along. */
      attachmentIds: Type.Optional(Type.Array(Id)),
      /** As it stands: what they said is hidden from the same people. */
      hiddenFrom: Type.Optional(hiddenFrom),
      /** Theirs came through a hotline that leads from now on: by when the complaint is to be solved, where that is earlier by it. */
      dueAt: Type.Optional(Instant),
    }),
  }),
  'complaints.complaint-merged.v1': event({
    ...complaint,
    summary: 'Another complaint of the same matter goes on for this one, which is over; why stays with the case.',
    data: Type.Object({ ...which, into: numberedComplaint, from: Type.String() }),
  }),
  'complaints.complaint-double-joined.v1': event({
    ...complaint,
    summary: 'It goes on for another complaint of the same matter, too, whose complainants complain in it from now on.',
    data: Type.Object({
      ...which,
      double: numberedComplaint,
      households: Type.Integer({ minimum: 0 }),
      complainants: Type.Integer({ minimum: 1 }),
      /** The other one was to be solved earlier, or a hotline of it leads from now on: by when this one is to be solved, where that is earlier by it. */
      dueAt: Type.Optional(Instant),
    }),
  }),
  'complaints.complaint-unmerged.v1': event({
    ...complaint,
    summary: 'The merge was taken back (G3): it goes on by itself, as it stood before.',
    /** `into`: which one it was merged into. */
    data: Type.Object({ ...which, ...handler, into: numberedComplaint, state: Type.String() }),
  }),
  'complaints.complaint-double-left.v1': event({
    ...complaint,
    summary: 'A merge was taken back (G3): this one stands as it did before it went on for the other one, too; from whom both are hidden stays as it is.',
    data: Type.Object({
      ...which,
      ...handler,
      ...major,
      double: numberedComplaint,
      households: Type.Integer({ minimum: 0 }),
      complainants: Type.Integer({ minimum: 1 }),
      /** By when it is to be solved, as before; null where the office promises no time. */
      dueAt: Nullable(Instant),
      /** Versions of this complaint that the merge has made: what they say of its figures counts no more. */
      undone: Type.Object({ from: Type.Integer({ minimum: 1 }), to: Type.Integer({ minimum: 1 }) }),
    }),
  }),
  'complaints.complaint-made-major.v1': event({
    ...complaint,
    summary: 'The complaint is a major one, by rule or by hand: the director takes it.',
    data: Type.Object({ ...which, ...handler, majorBecause: major.majorBecause }),
  }),
  'complaints.complaint-hidden.v1': event({
    ...complaint,
    summary: 'The case is hidden from more people or crews: whoever it is about by now, and the crews they belong to.',
    data: Type.Object({ ...which, hiddenFrom }),
  }),
  'complaints.complaint-corrected.v1': event({
    ...complaint,
    summary: 'Whom it is about was corrected (G3): whoever is named now does not handle it, and it was hidden from them before.',
    data: Type.Object({ ...which, ...handler, about: hiddenFrom, formerHandlerId: Nullable(Id), superiorIds }),
  }),
  'complaints.complaint-assigned.v1': event({
    ...complaint,
    summary: 'Somebody who is not complained about handles it; `circle` says where they were found when nobody of its level may.',
    data: Type.Object({ ...which, ...handler, handlerId: Id, formerHandlerId: Nullable(Id), circle: Type.Optional(Type.Enum(['above', 'other-site', 'had-before'])) }),
  }),
  'complaints.complaint-acknowledged.v1': event({
    ...complaint,
    summary: 'The complainant was told that it is being dealt with; `how`, where they have no account that says so.',
    data: Type.Object({ ...which, how: Type.Optional(Type.String()) }),
  }),
  'complaints.complaint-verified.v1': event({
    ...complaint,
    summary: 'Findings or evidence were recorded.',
    data: Type.Object({ ...which, attachmentIds: Type.Array(Id) }),
  }),
  'complaints.complaint-decided.v1': event({
    ...complaint,
    summary: 'It was decided whether it is ours.',
    data: Type.Object({ ...which, decision: Type.Enum(complaintDecisions) }),
  }),
  'complaints.handling-begun.v1': event({
    ...complaint,
    summary: 'It is ours: an apology is recorded and a date promised.',
    data: Type.Object({ ...which, promisedAt: Instant }),
  }),
  'complaints.complaint-explained.v1': event({
    ...complaint,
    summary: 'It is not ours: explained, with the help given; what was unlawful was stopped and reported.',
    data: Type.Object({ ...which, unlawful: Type.Boolean(), reportedAt: Nullable(Instant) }),
  }),
  'complaints.task-added.v1': event({
    ...complaint,
    summary: 'Somebody is to do something about it.',
    data: Type.Object({ ...which, taskId: Id, ownerId: Id, dueAt: Instant }),
  }),
  'complaints.task-finished.v1': event({
    ...complaint,
    summary: 'A task of it is done.',
    data: Type.Object({ ...which, taskId: Id, attachmentIds: Type.Optional(Type.Array(Id)) }),
  }),
  'complaints.task-handed-on.v1': event({
    ...complaint,
    summary: 'A task of it is somebody else’s from now on: what a complainant is to be told is in the hands of whoever handles it.',
    data: Type.Object({ ...which, taskId: Id, ownerId: Id, formerOwnerId: Id }),
  }),
  'complaints.task-cancelled.v1': event({
    ...complaint,
    summary: 'A task of it is not to be done any more; the reason stays with the case.',
    data: Type.Object({ ...which, taskId: Id, ownerId: Id }),
  }),
  'complaints.repair-linked.v1': event({
    ...complaint,
    summary: 'A repair request is part of the remedy.',
    data: Type.Object({ ...which, repairRequestId: Id }),
  }),
  'complaints.linked-repair-finished.v1': event({
    ...complaint,
    summary: 'The work of a linked repair request is done, or it was cancelled.',
    data: Type.Object({ ...which, repairRequestId: Id }),
  }),
  'complaints.result-recorded.v1': event({
    ...complaint,
    summary: 'What was done about it is recorded; the complainant is to hear of it.',
    data: Type.Object({ ...which, attachmentIds: Type.Array(Id) }),
  }),
  'complaints.feedback-given.v1': event({
    ...complaint,
    summary: 'The complainant heard the result.',
    data: Type.Object({ ...which, how: Type.String() }),
  }),
  'complaints.complaint-answered.v1': event({
    ...complaint,
    summary: 'Some of several complainants answered, or were not reached; others have not yet.',
    data: Type.Object({
      ...which,
      /** Of how many there is an answer by now: what anybody said is theirs and the office's to see. */
      answered: Type.Integer({ minimum: 1 }),
      complainants: Type.Integer({ minimum: 1 }),
    }),
  }),
  'complaints.complaint-disputed.v1': event({
    ...complaint,
    summary: 'The complainant does not accept the result: it goes one level up.',
    data: Type.Object({
      ...which,
      level: handler.level,
      /** The last level: who decides there decides finally. */
      final: Type.Boolean(),
      because: Type.Enum(['complainant', 'follow-up']),
      formerHandlerId: Nullable(Id),
    }),
  }),
  'complaints.extension-asked.v1': event({
    ...complaint,
    summary: 'The handler asks for more time, once; `approvers` are the roles that may say yes, the nearest first.',
    data: Type.Object({ ...which, until: Instant, approvers: Type.Optional(Type.Array(Type.Enum(roles))) }),
  }),
  'complaints.extension-decided.v1': event({
    ...complaint,
    summary: 'Another person approved or refused the extension.',
    data: Type.Object({ ...which, until: Instant, approved: Type.Boolean() }),
  }),
  'complaints.extension-told.v1': event({
    ...complaint,
    summary: 'The complainant was told of the new date before the old one: it holds.',
    data: Type.Object({ ...which, until: Instant, before: Instant }),
  }),
  'complaints.complaint-closed.v1': event({
    ...complaint,
    summary: 'The case is closed, with what a record of it needs: each date that of its own moment.',
    data: Type.Object({
      ...which,
      ...major,
      kind: Type.Enum(complaintKinds),
      decision: Type.Enum(complaintDecisions),
      answer: Type.Enum(['accepted', 'no-answer', 'dissent']),
      /** How many of its complainants said what. */
      answers: Type.Optional(Type.Object({ accepted: Type.Integer(), disputed: Type.Integer(), noAnswer: Type.Integer() })),
      level: handler.level,
      households: Type.Integer({ minimum: 0 }),
      handlerIds: Type.Array(Id),
      hiddenFrom,
      attachmentIds: Type.Array(Id),
      complainedAt: Instant,
      decidedAt: Instant,
      feedbackAt: Instant,
      closedAt: Instant,
    }),
  }),
  'complaints.dissent-recorded.v1': event({
    ...complaint,
    summary: 'The follow-up of a case decided finally found the complainant not satisfied: it counts as unsatisfied.',
    data: Type.Object({ ...which, followUpId: Id }),
  }),
  'complaints.fact-came-too-late.v1': event({
    ...complaint,
    summary: 'A fact of another service met a case it could no longer change; it is recorded and nothing follows.',
    data: Type.Object({ ...which, state: Type.String(), fact: Type.String(), factRound: Type.Integer() }),
  }),
  'complaints.complaint-escalated.v1': event({
    ...complaint,
    summary: 'A promise was due, and a level of its escalation plan was reached (G5).',
    data: Type.Object({ ...which, ...escalation }),
  }),
  'complaints.complaint-shown-on-time.v1': event({
    ...complaint,
    summary: 'What was entered later shows that a level was reached before its time; it stays (G2).',
    data: Type.Object({ ...which, ...promised, level: Type.String() }),
  }),
};
