import { Type } from 'typebox';
import { causeSources, measureVerdicts } from '../causes';
import { event, Id, Instant } from './define';
import { escalation, promised } from './escalation';

const suggestion = { producer: 'complaints', aggregate: 'suggestion' } as const;
const measure = { producer: 'complaints', aggregate: 'cause-measure' } as const;
const numbered = {
  number: Type.String(),
  /** Entered more than 15 minutes after it happened (G2); the reason is free text and stays with the case. */
  late: Type.Optional(Type.Boolean()),
};

/** Of suggestions, and of what is done about causes; as no event of a complaint, none of these names who turned to us. */
export const suggestionEvents = {
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
  'complaints.suggestion-escalated.v1': event({
    ...suggestion,
    summary: 'Its review or what is to come of it was due, and a level of the escalation plan was reached (G5).',
    data: Type.Object({ ...numbered, ...escalation }),
  }),
  'complaints.suggestion-shown-on-time.v1': event({
    ...suggestion,
    summary: 'What was entered later shows that a level was reached before its time; it stays (G2).',
    data: Type.Object({ ...numbered, ...promised, level: Type.String() }),
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
  'complaints.cause-measure-set.v1': event({
    ...measure,
    summary: 'Something is to be done about one of the largest causes of a month, by somebody and by a date (R3.3).',
    data: Type.Object({
      ...numbered,
      month: Type.String(),
      source: Type.Enum(causeSources),
      /** A kind of complaint, or a category of repairs. */
      cause: Type.String({ maxLength: 50 }),
      ownerId: Id,
      dueAt: Instant,
    }),
  }),
  'complaints.cause-measure-assigned.v1': event({
    ...measure,
    summary: 'Somebody else carries it out by the same date, as when its owner has left (G6).',
    data: Type.Object({ ...numbered, ownerId: Id, formerOwnerId: Id }),
  }),
  'complaints.cause-measure-done.v1': event({
    ...measure,
    summary: 'Its owner did it.',
    data: Type.Object(numbered),
  }),
  'complaints.cause-measure-reviewed.v1': event({
    ...measure,
    summary: 'Somebody else said whether it worked.',
    data: Type.Object({ ...numbered, worked: Type.Enum(measureVerdicts) }),
  }),
  'complaints.cause-measure-escalated.v1': event({
    ...measure,
    summary: 'It was due, and a level of the escalation plan was reached (G5).',
    data: Type.Object({ ...numbered, ...escalation }),
  }),
  'complaints.cause-measure-shown-on-time.v1': event({
    ...measure,
    summary: 'What was entered later shows that a level was reached before its time; it stays (G2).',
    data: Type.Object({ ...numbered, ...promised, level: Type.String() }),
  }),
};
