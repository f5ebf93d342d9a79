import { Type } from 'typebox';
import { confidentialities, documentUrgencies, mailKinds, outgoingKinds, registerDirections } from '../documents';
import { event, Id, Instant, Nullable } from './define';
import { escalation, promised } from './escalation';
import { directiveEvents } from './directives.events';
import { outgoingEvents } from './outgoing-documents.events';
import { printJobEvents } from './print-jobs.events';

/** Why an act was entered more than 15 minutes after it happened (G2). */
const late = { lateReason: Type.Optional(Type.String({ maxLength: 200 })) };
const number = { number: Type.String() };
const people = Type.Array(Id);

const about = <D extends Parameters<typeof Type.Object>[0]>(summary: string, data: D, personal: string[] = []) =>
  event({
    producer: 'documents',
    aggregate: 'incoming-document',
    summary,
    data: Type.Object({ ...number, ...late, ...data }),
    personal: ['lateReason', ...personal],
  });

/** What a register says of a document, as far as something was said. */
const registered = Type.Object({
  title: Type.Optional(Type.String()),
  sender: Type.Optional(Type.String()),
  theirNumber: Type.Optional(Type.String()),
  documentDate: Type.Optional(Instant),
  copies: Type.Optional(Type.Integer({ minimum: 1 })),
  pages: Type.Optional(Type.Integer({ minimum: 1 })),
  urgency: Type.Optional(Type.Enum(documentUrgencies)),
  confidentiality: Type.Optional(Type.Enum(confidentialities)),
});

/** Titles, senders and what people wrote are in none of these events but of a correction: a document may be confidential. Who may, reads it. */
const incomingEvents = {
  'documents.incoming-registered.v1': about('A document came in and has its number in a register.', {
    registerId: Id,
    registerYear: Type.Integer(),
    registerNumber: Type.Integer({ minimum: 1 }),
    urgency: Type.Enum(documentUrgencies),
    confidentiality: Type.Enum(confidentialities),
    copies: Type.Integer({ minimum: 1 }),
    /** There is an original of paper, which somebody holds. */
    paper: Type.Boolean(),
    /** The piece of mail it came from. */
    mailId: Nullable(Id),
    attachmentIds: people,
  }),
  'documents.incoming-corrected.v1': about(
    'Something was registered wrongly and is corrected, visibly (G3); its number stays.',
    {
      fields: Type.Array(Type.Enum(['title', 'sender', 'theirNumber', 'documentDate', 'copies', 'pages', 'urgency', 'confidentiality'])),
      /** Left out of a document that is confidential, or was before; a field that is missing in one of the two said nothing. */
      was: Type.Optional(registered),
      became: Type.Optional(registered),
    },
    ['was', 'became'],
  ),
  'documents.incoming-checked.v1': about('The document is complete and for us.', {}),
  'documents.incoming-sent-back.v1': about('The document goes back to its sender; why stands on it.', {}),
  'documents.incoming-proposed.v1': about('Somebody proposed how to handle it; a leader is to decide.', {
    /** Whom it waits for. */
    deciderIds: Type.Optional(people),
  }),
  'documents.incoming-decided.v1': about('A leader decided: who acts on it, and by when.', {
    /** Null: it is for reading only. */
    actingPersonId: Nullable(Id),
    dueAt: Nullable(Instant),
    answerNeeded: Type.Boolean(),
  }),
  'documents.incoming-assigned.v1': about('Somebody else acts on it.', { actingPersonId: Id, formerPersonId: Id }),
  'documents.incoming-reminded.v1': about('Whoever acts on it was reminded by hand.', { actingPersonId: Id, reminders: Type.Integer({ minimum: 1 }) }),
  'documents.incoming-supervised.v1': about('Somebody watches over its being acted on.', { actingPersonId: Id, supervisorId: Id }),
  'documents.incoming-acted-on.v1': about('What was decided is done.', { actingPersonId: Id }),
  'documents.incoming-circulated.v1': about('It is circulated among readers, one after the other or to all at once.', {
    circulation: Type.Integer({ minimum: 1 }),
    ordered: Type.Boolean(),
    readerIds: people,
    /** Whose turn it is. */
    next: people,
  }),
  'documents.incoming-read.v1': about('A reader has read it.', {
    circulation: Type.Integer({ minimum: 1 }),
    readerId: Id,
    next: people,
    /** Nobody is left who has not read it. */
    completed: Type.Boolean(),
  }),
  'documents.incoming-readers-changed.v1': about('Readers were added or left out, with a reason that stands on it.', {
    circulation: Type.Integer({ minimum: 1 }),
    added: people,
    leftOut: people,
    next: people,
    completed: Type.Boolean(),
  }),
  'documents.incoming-answered.v1': about('The sender has an answer.', {}),
  'documents.incoming-filed.v1': about('It is dealt with and filed: archives may propose a record.', {
    registerId: Id,
    registerYear: Type.Integer(),
    registerNumber: Type.Integer({ minimum: 1 }),
    confidentiality: Type.Enum(confidentialities),
    /** The day of the document itself: what a record is dated from, where it has one. */
    documentDate: Nullable(Instant),
    receivedAt: Instant,
    /** When the last of acting, reading and answering was done: not when somebody got round to filing it. */
    concludedAt: Instant,
    attachmentIds: people,
  }),
  'documents.incoming-voided.v1': about('It was registered by mistake: its number stays, with the reason.', {}),
  'documents.incoming-scanned.v1': about('Somebody scanned its slip, and says where it is.', {
    scan: Type.Integer({ minimum: 1 }),
    /** Who holds the original from now on; null where the scan leaves it where it was. */
    holderId: Nullable(Id),
  }),
  'documents.incoming-taken-back.v1': about('Somebody took back their own last act.', { type: Type.String() }),
  'documents.incoming-escalated.v1': about('A promise about it is late, or soon will be: one level was reached (G5).', escalation),
  'documents.incoming-shown-on-time.v1': about('What was entered later shows that a level was reached before its time; it stays (G2).', {
    ...promised,
    level: Type.String(),
  }),
};

const ofMail = <D extends Parameters<typeof Type.Object>[0]>(summary: string, data: D) =>
  event({
    producer: 'documents',
    aggregate: 'mail-item',
    summary,
    data: Type.Object({ ...number, ...late, addresseeId: Id, ...data }),
    personal: ['lateReason'],
  });

const mailEvents = {
  'documents.mail-signed-for.v1': ofMail('A letter, parcel, e-mail or fax was signed for.', {
    kind: Type.Enum(mailKinds),
    /** It is for the office: to be registered the same workday. */
    official: Type.Boolean(),
    attachmentIds: people,
  }),
  'documents.mail-collected.v1': ofMail('Its addressee has it.', {}),
  'documents.mail-readdressed.v1': ofMail('It is for somebody else.', { formerAddresseeId: Id }),
  'documents.mail-registered.v1': ofMail('It became an incoming document, once.', { documentId: Id }),
  'documents.mail-escalated.v1': ofMail('It was left lying: one level of escalation was reached (G5).', escalation),
  'documents.mail-shown-on-time.v1': ofMail('What was entered later shows that a level was reached before its time; it stays (G2).', {
    ...promised,
    level: Type.String(),
  }),
};

const letterheadEvents = {
  'documents.letterhead-set.v1': event({
    producer: 'documents',
    aggregate: 'letterhead',
    summary: 'Under which name the papers of a site go out.',
    data: Type.Object({ office: Type.String() }),
  }),
};

const templateEvents = {
  'documents.template-set.v1': event({
    producer: 'documents',
    aggregate: 'outgoing-template',
    summary: 'An office wrote a version of the template of a kind of documents.',
    data: Type.Object({ kind: Type.Enum(outgoingKinds), version: Type.Integer({ minimum: 1 }), effectiveFrom: Instant }),
  }),
};

const missing = Type.Integer({ minimum: 0 });
const tidyUpEvents = {
  'documents.tidy-up-reminded.v1': event({
    producer: 'documents',
    aggregate: 'tidy-up',
    summary: 'The papers of a year are to be arranged and handed to the archives, and have not been.',
    data: Type.Object({ year: Type.Integer(), dueAt: Instant, late: Type.Boolean() }),
  }),
  'documents.tidy-up-finished.v1': event({
    producer: 'documents',
    aggregate: 'tidy-up',
    summary: 'The papers of a year are arranged and handed to the archives; what was missing then.',
    data: Type.Object({ year: Type.Integer(), unfiled: missing, unaccepted: missing, gaps: missing, inTime: Type.Boolean() }),
  }),
};

const registerEvents = {
  'documents.register-opened.v1': event({
    producer: 'documents',
    aggregate: 'register',
    summary: 'A register is kept from a number on: from 1, or where a register of paper ended.',
    data: Type.Object({
      code: Type.String(),
      year: Type.Integer(),
      firstNumber: Type.Integer({ minimum: 1 }),
      /** Left out: of what comes in. */
      direction: Type.Optional(Type.Enum(registerDirections)),
    }),
  }),
};

export const documentsEvents = { ...incomingEvents, ...outgoingEvents, ...mailEvents, ...registerEvents, ...directiveEvents, ...printJobEvents, ...letterheadEvents, ...templateEvents, ...tidyUpEvents };
