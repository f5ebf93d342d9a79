import { Type } from 'typebox';
import { loanEnds, loanForms } from '../archives';
import { event, Id, Instant } from './define';
import { escalation, promised } from './escalation';

/** Why an act was entered more than 15 minutes after it happened (G2). */
const late = { lateReason: Type.Optional(Type.String({ maxLength: 200 })) };
const count = Type.Integer({ minimum: 1 });

const ofLoan = <D extends Parameters<typeof Type.Object>[0]>(summary: string, data: D) =>
  event({
    producer: 'archives',
    aggregate: 'loan',
    summary,
    data: Type.Object({ number: Type.String(), ...late, recordId: Id, borrowerId: Id, form: Type.Enum(loanForms), ...data }),
    personal: ['lateReason'],
  });

/** What is lent, what for, and what an inspection found is in none of these events: whoever may, reads it. */
export const loanEvents = {
  'archives.loan-asked.v1': ofLoan('Somebody asks for a record on loan.', {
    dueAt: Instant,
    /** The director decides, not the clerk. */
    important: Type.Boolean(),
  }),
  'archives.loan-approved.v1': ofLoan('It may be handed over, or opened.', { dueAt: Instant }),
  'archives.loan-refused.v1': ofLoan('It is not lent; why stands on it.', {}),
  'archives.loan-withdrawn.v1': ofLoan('Nobody wants it any more, or whoever did works here no longer.', {}),
  'archives.loan-handed-over.v1': ofLoan('The paper is with its borrower.', { dueAt: Instant }),
  'archives.loan-opened.v1': ofLoan('Its borrower may look at it until a time.', { dueAt: Instant }),
  'archives.loan-extended.v1': ofLoan('It is due later: once at most.', { dueAt: Instant }),
  'archives.loan-recalled.v1': ofLoan('The paper is asked back before its time; why stands on it.', {
    dueAt: Instant,
    /** Its borrower works here no longer. */
    borrowerLeft: Type.Boolean(),
  }),
  'archives.loan-returned.v1': ofLoan('The paper came back and was inspected.', {
    /** All pages are there, and nothing was altered or removed. */
    whole: Type.Boolean(),
  }),
  'archives.loan-ended.v1': ofLoan('Nobody looks at it any more.', { because: Type.Enum(loanEnds) }),
  'archives.loan-escalated.v1': ofLoan('It is late, or soon will be: one level was reached (G5).', escalation),
  'archives.loan-shown-on-time.v1': ofLoan('What was entered later shows that a level was reached before its time; it stays (G2).', {
    ...promised,
    level: Type.String(),
  }),
};

const ofCopy = <D extends Parameters<typeof Type.Object>[0]>(summary: string, data: D) =>
  event({
    producer: 'archives',
    aggregate: 'record-copy',
    summary,
    data: Type.Object({ number: Type.String(), ...late, recordId: Id, askerId: Id, copies: count, ...data }),
    personal: ['lateReason'],
  });

/** For whom and what for is in none of these events. */
export const copyEvents = {
  'archives.copy-asked.v1': ofCopy('Somebody asks for copies of a record.', {
    /** The director decides, not the clerk. */
    important: Type.Boolean(),
    /** An authority asks, with a letter and officers. */
    official: Type.Boolean(),
  }),
  'archives.copy-approved.v1': ofCopy('They may be made.', {}),
  'archives.copy-refused.v1': ofCopy('They are not made; why stands on it.', {}),
  'archives.copy-withdrawn.v1': ofCopy('Nobody wants them any more.', {}),
  'archives.copy-made.v1': ofCopy('They are made, each with a number that is given once.', { first: count }),
  'archives.copy-handed-over.v1': ofCopy('Whoever they are for has them.', {}),
};
