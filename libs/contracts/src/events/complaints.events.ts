import { Type } from 'typebox';
import { complaintChannels, complaintDecisions, complaintKinds, majorReasons } from '../complaints';
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

const complaint = { producer: 'complaints', aggregate: 'complaint' } as const;
const suggestion = { producer: 'complaints', aggregate: 'suggestion' } as const;
const numbered = { number: which.number, late: which.late };

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
    }),
  }),
  'complaints.complaint-joined.v1': event({
    ...complaint,
    summary: 'Another complainant joined the same matter.',
    data: Type.Object({ ...which, households: Type.Integer({ minimum: 0 }), complainants: Type.Integer({ minimum: 1 }) }),
  }),
  'complaints.complaint-made-major.v1': event({
    ...complaint,
    summary: 'The complaint is a major one, by rule or by hand: the director takes it.',
    data: Type.Object({ ...which, ...handler, majorBecause: major.majorBecause }),
  }),
  'complaints.complaint-hidden.v1': event({
    ...complaint,
    summary: 'Somebody complained about belongs to one more crew, from which the case is hidden, too.',
    data: Type.Object({ ...which, hiddenFrom }),
  }),
  'complaints.complaint-assigned.v1': event({
    ...complaint,
    summary: 'Somebody who is not complained about handles it.',
    data: Type.Object({ ...which, ...handler, handlerId: Id, formerHandlerId: Nullable(Id) }),
  }),
  'complaints.complaint-acknowledged.v1': event({
    ...complaint,
    summary: 'The complainant was told that it is being dealt with.',
    data: Type.Object(which),
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
    data: Type.Object({ ...which, taskId: Id }),
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
  'complaints.complaint-disputed.v1': event({
    ...complaint,
    summary: 'The complainant does not accept the result: it goes one level up, to somebody new.',
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
    summary: 'The handler asks for more time, once.',
    data: Type.Object({ ...which, until: Instant }),
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
  'complaints.suggestion-recorded.v1': event({
    ...suggestion,
    summary: 'A suggestion was taken.',
    data: Type.Object({ ...numbered, attachmentIds: Type.Array(Id) }),
  }),
  'complaints.suggestion-reviewed.v1': event({
    ...suggestion,
    summary: 'Somebody looked into it and said what they think.',
    data: Type.Object(numbered),
  }),
  'complaints.suggestion-adopted.v1': event({
    ...suggestion,
    summary: 'It will be done: there is a plan, an owner and a date.',
    data: Type.Object({ ...numbered, ownerId: Id, dueAt: Instant }),
  }),
  'complaints.suggestion-declined.v1': event({
    ...suggestion,
    summary: 'It will not be done; the reason is recorded.',
    data: Type.Object(numbered),
  }),
  'complaints.suggestion-answered.v1': event({
    ...suggestion,
    summary: 'Whoever made it was told what was decided.',
    data: Type.Object({ ...numbered, adopted: Type.Boolean() }),
  }),
  'complaints.suggestion-carried-out.v1': event({
    ...suggestion,
    summary: 'What came of an adopted suggestion is known, and whoever made it hears of it.',
    data: Type.Object(numbered),
  }),
};
