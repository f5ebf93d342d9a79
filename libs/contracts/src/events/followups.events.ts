import { Type } from 'typebox';
import { event, Id, Instant, Nullable } from './define';
import { escalation, promised } from './escalation';

const followUp = {
  repairRequestId: Id,
  repairNumber: Type.String(),
  episode: Type.Integer({ minimum: 1 }),
};
/** The follow-up of a closed complaint, one for each round; what was said in it stays with followups. */
const complaintFollowUp = {
  complaintId: Id,
  complaintNumber: Type.String(),
  round: Type.Integer({ minimum: 1 }),
};
const ofComplaint = { producer: 'followups', aggregate: 'follow-up' } as const;
const late = { lateReason: Type.Optional(Type.String({ maxLength: 200 })) };
const comment = Nullable(Type.String({ maxLength: 2000 }));

export const followupsEvents = {
  'followups.follow-up-planned.v1': event({
    producer: 'followups',
    aggregate: 'follow-up',
    summary: 'The episode will be followed up when its work is done.',
    data: Type.Object(followUp),
  }),
  'followups.follow-up-due.v1': event({
    producer: 'followups',
    aggregate: 'follow-up',
    summary: 'The work is done: somebody who neither did nor helped with it asks the reporter.',
    data: Type.Object({ ...followUp, channel: Type.Enum(['telephone', 'door', 'message']), firstTryBy: Instant }),
  }),
  'followups.follow-up-taken.v1': event({
    producer: 'followups',
    aggregate: 'follow-up',
    summary: 'Somebody has it in hand.',
    data: Type.Object({ ...followUp, ...late, takenBy: Id }),
    personal: ['lateReason'],
  }),
  'followups.follow-up-tried.v1': event({
    producer: 'followups',
    aggregate: 'follow-up',
    summary: 'The reporter was not reached; it is tried again on another day.',
    data: Type.Object({ ...followUp, ...late, tries: Type.Integer({ minimum: 1 }), nextTryAt: Nullable(Instant), comment }),
    personal: ['comment', 'lateReason'],
  }),
  'followups.follow-up-completed.v1': event({
    producer: 'followups',
    aggregate: 'follow-up',
    summary: 'The result is confirmed, disputed, or nobody could be reached.',
    data: Type.Object({
      ...followUp,
      ...late,
      result: Type.Enum(['satisfied', 'unsatisfied', 'unreachable']),
      rating: Nullable(Type.Integer({ minimum: 1, maximum: 5 })),
      comment,
      /** The reporter rated the result before anybody asked: tickets has reopened by then what they are not satisfied with. */
      byRating: Type.Optional(Type.Boolean()),
    }),
    personal: ['comment', 'lateReason'],
  }),
  'followups.follow-up-cancelled.v1': event({
    producer: 'followups',
    aggregate: 'follow-up',
    summary: 'The request was cancelled before its work was done: there is nothing to ask about.',
    data: Type.Object(followUp),
  }),
  'followups.fact-came-too-late.v1': event({
    producer: 'followups',
    aggregate: 'follow-up',
    summary: 'A fact of another service met a follow-up it could no longer change; it is recorded and nothing follows.',
    data: Type.Object({ ...followUp, state: Type.String(), fact: Type.String() }),
  }),
  'followups.follow-up-escalated.v1': event({
    producer: 'followups',
    aggregate: 'follow-up',
    summary: 'The first try was due, and a level of its escalation plan was reached (G5).',
    data: Type.Object({ ...followUp, ...escalation }),
  }),
  'followups.follow-up-shown-on-time.v1': event({
    producer: 'followups',
    aggregate: 'follow-up',
    summary: 'What was entered later shows that a level was reached before its time; it stays (G2).',
    data: Type.Object({ ...followUp, ...promised, level: Type.String() }),
  }),
  'followups.complaint-follow-up-due.v1': event({
    ...ofComplaint,
    summary: 'A complaint was closed: somebody who did not handle it asks the complainant, the director after a major one.',
    data: Type.Object({ ...complaintFollowUp, major: Type.Boolean(), firstTryBy: Instant }),
  }),
  'followups.complaint-follow-up-taken.v1': event({
    ...ofComplaint,
    summary: 'Somebody has it in hand.',
    data: Type.Object({ ...complaintFollowUp, takenBy: Id }),
  }),
  'followups.complaint-follow-up-tried.v1': event({
    ...ofComplaint,
    summary: 'The complainant was not reached; it is tried again on another day.',
    data: Type.Object({ ...complaintFollowUp, tries: Type.Integer({ minimum: 1 }), nextTryAt: Instant }),
  }),
  'followups.complaint-follow-up-completed.v1': event({
    ...ofComplaint,
    summary: 'The complainant is satisfied, is not, or could not be reached.',
    data: Type.Object({
      ...complaintFollowUp,
      result: Type.Enum(['satisfied', 'unsatisfied', 'unreachable']),
      rating: Nullable(Type.Integer({ minimum: 1, maximum: 5 })),
    }),
  }),
  'followups.complaint-follow-up-cancelled.v1': event({
    ...ofComplaint,
    summary: 'The complainant disputed the result before anybody asked: the next round has a follow-up of its own.',
    data: Type.Object(complaintFollowUp),
  }),
  'followups.complaint-follow-up-passed-on.v1': event({
    ...ofComplaint,
    summary: 'Every director and everybody of the company handled the case, is complained about or is away: somebody else asks the complainant (G1).',
    data: Type.Object({
      ...complaintFollowUp,
      /** To directors of other sites; where there is none, or none of them did it, to whoever of the site's own desk and duty officers had no part in it. */
      to: Type.Enum(['another-site', 'same-site']),
      /** Who is asked, and may read the case for it. Empty: nobody is there; whoever comes may do it. */
      personIds: Type.Array(Id),
    }),
  }),
  'followups.complaint-follow-up-escalated.v1': event({
    ...ofComplaint,
    summary: 'The first try was due, and a level of its escalation plan was reached (G5).',
    data: Type.Object({ ...complaintFollowUp, ...escalation }),
  }),
  'followups.complaint-follow-up-shown-on-time.v1': event({
    ...ofComplaint,
    summary: 'What was entered later shows that a level was reached before its time; it stays (G2).',
    data: Type.Object({ ...complaintFollowUp, ...promised, level: Type.String() }),
  }),
};
