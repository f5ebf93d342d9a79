import { Type } from 'typebox';
import { callerKinds, contactChannels, conversionKinds, visitorKinds } from '../reception';
import { event, Id, Instant, Nullable } from './define';
import { escalation, promised } from './escalation';

/** Why an act was entered more than 15 minutes after it happened (G2). */
const late = { lateReason: Type.Optional(Type.String({ maxLength: 200 })) };
const reason = Type.String({ maxLength: 1000 });

const number = { number: Type.String() };
/** One hand-over of a contact: the first is 1. It is offered to a person, or to whoever holds a role. */
const handOver = {
  ...number,
  handOver: Type.Integer({ minimum: 1 }),
  ownerId: Id,
  toPersonId: Nullable(Id),
  toRole: Nullable(Type.Enum(['desk-lead', 'director'])),
  /** Offered to whoever of the desk takes it first: what a resident wrote in the portal. Both of the above are null then. */
  toDesk: Type.Optional(Type.Boolean()),
};
const location = Type.Object({ kind: Type.Enum(['home', 'place']), id: Id });

/**
 * Who called is in none of these events: a contact may become a complaint, whose complainant nobody learns from an event.
 * Who needs to know asks reception (`readCallerPath`), or is told by it (`registerCallerPath`).
 */
const contactEvents = {
  'reception.contact-recorded.v1': event({
    producer: 'reception',
    aggregate: 'contact',
    summary: 'Somebody turned to the office; whoever took it answers for it until somebody else accepts it.',
    data: Type.Object({
      ...number,
      ...late,
      channel: Type.Enum(contactChannels),
      caller: Type.Enum(callerKinds),
      ownerId: Id,
      attachmentIds: Type.Array(Id),
    }),
    personal: ['lateReason'],
  }),
  'reception.contact-offered.v1': event({
    producer: 'reception',
    aggregate: 'contact',
    summary: 'The owner asks a colleague to take the contact over, and stays responsible until they accept.',
    data: Type.Object({
      ...handOver,
      ...late,
      /** A heated talk: given to the lead in one act, without a reason. */
      heated: Type.Boolean(),
      /** The colleague it was offered to before and who had not answered. */
      insteadOf: Nullable(Id),
      note: Nullable(reason),
      /** Of a heated talk: as what nobody was on duty, so that it went to the next at once (G5). Left out: nobody was passed over. */
      passedOver: Type.Optional(Type.Array(Type.Enum(['desk-lead', 'duty-officer', 'department-head', 'director']))),
    }),
    personal: ['note', 'lateReason'],
  }),
  'reception.contact-accepted.v1': event({
    producer: 'reception',
    aggregate: 'contact',
    summary: 'The contact has a new owner.',
    data: Type.Object({ ...handOver, ...late, fromPersonId: Id }),
    personal: ['lateReason'],
  }),
  'reception.contact-returned.v1': event({
    producer: 'reception',
    aggregate: 'contact',
    summary: 'The colleague does not take the contact over: its owner keeps it.',
    data: Type.Object({ ...handOver, ...late, reason }),
    personal: ['reason', 'lateReason'],
  }),
  'reception.contact-escalated.v1': event({
    producer: 'reception',
    aggregate: 'contact',
    summary: 'A promise about the contact is late: one level of escalation was reached (G5).',
    data: Type.Object({ ...number, ownerId: Id, ...escalation }),
  }),
  'reception.contact-shown-on-time.v1': event({
    producer: 'reception',
    aggregate: 'contact',
    summary: 'What was entered later shows that a level was reached before its time; it stays (G2).',
    data: Type.Object({ ...number, ...promised, level: Type.String() }),
  }),
  'reception.contact-answered.v1': event({
    producer: 'reception',
    aggregate: 'contact',
    summary: 'The caller was answered; the version of the standard answer used stands on the contact.',
    data: Type.Object({
      ...number,
      ...late,
      standardAnswer: Nullable(Type.Object({ id: Id, version: Type.Integer({ minimum: 1 }) })),
      /** The standard answer of the same matter, where it was answered in own words (R3.3). */
      causeId: Type.Optional(Id),
    }),
    personal: ['lateReason'],
  }),
  'reception.contact-guided.v1': event({
    producer: 'reception',
    aggregate: 'contact',
    summary: 'The caller was told where else to turn.',
    data: Type.Object({ ...number, ...late, whereTo: Type.String({ maxLength: 200 }) }),
    personal: ['whereTo', 'lateReason'],
  }),
  'reception.contact-forgotten.v1': event({
    producer: 'reception',
    aggregate: 'contact',
    summary: 'The retention is over: who turned to the desk, their words and what was written about them were removed (G7).',
    data: Type.Object(number),
  }),
  'reception.contact-converted.v1': event({
    producer: 'reception',
    aggregate: 'contact',
    summary: 'The contact becomes a repair request, complaint, suggestion or visitor, once; what is made takes these fields.',
    data: Type.Object({
      ...number,
      ...late,
      contactId: Id,
      to: Type.Enum(conversionKinds),
      /** Of what is to be made: derived from contact and kind, so that it is made once. Of who joins a complaint: of them as its complainant. */
      objectId: Id,
      channel: Type.Enum(contactChannels),
      /** Not said: as of a resident or a stranger, whom somebody can tell of it; nobody can be told who is unknown. */
      caller: Type.Optional(Type.Enum(callerKinds)),
      /** The caller's own words, unless the desk put it otherwise. */
      description: Type.String({ maxLength: 2000 }),
      /** Of a repair: who reports it. Null for everything else: a complainant's identity is in no event. */
      reporterId: Nullable(Id),
      /**
       * Whether whose case it is was told beside this event (`registerCallerPath`): what was told for a try that was refused, before
       * it turned out to be about the caller, does not count. Not said: it counts, as it did before this was.
       */
      introduced: Type.Optional(Type.Boolean()),
      /** What it is about. Of a complaint or a suggestion a public place only: a home would tell who complains. */
      location: Nullable(location),
      /** Linked to what is made, never copied. */
      attachmentIds: Type.Array(Id),
      repair: Type.Optional(
        Type.Object({
          category: Type.String(),
          urgent: Type.Boolean(),
          preferredFrom: Nullable(Instant),
          preferredTo: Nullable(Instant),
        }),
      ),
      complaint: Type.Optional(
        Type.Object({
          /** What it is about, in the words of complaints. */
          category: Type.Optional(Type.String({ maxLength: 50 })),
          /** The member of the staff it is about. */
          aboutPersonId: Nullable(Id),
          /** Everybody of the staff it is about, where it is more than one. */
          aboutPersonIds: Type.Optional(Type.Array(Id)),
          aboutCrewIds: Type.Optional(Type.Array(Id)),
          /** The open complaint on the same matter that the caller joins. Where it is closed by then, theirs is filed as one of its own. */
          joins: Type.Optional(Id),
          /** Households on the one matter. */
          households: Type.Integer({ minimum: 1 }),
          /** What makes it a major case (W2.3), in the words of complaints. */
          signs: Type.Array(Type.String({ maxLength: 50 })),
          hotlineNumber: Nullable(Type.String({ maxLength: 100 })),
          hotlineDeadline: Nullable(Instant),
        }),
      ),
    }),
    personal: ['description', 'lateReason'],
    // It carries what a complainant said, for complaints: so it comes with the fact, in one transaction, and is not lost. Of the others
    // none keeps it (docs/adr/2026-11-29-words-of-a-complainant-come-by-event.md).
    heardBy: ['tickets', 'complaints', 'notifications', 'tracking'],
  }),
};

/** A note as it is addressed now. */
const phoneNote = { ...number, ...late, fromPersonId: Id, toPersonId: Id, round: Type.Integer({ minimum: 1 }) };

const phoneNoteEvents = {
  'reception.phone-note-left.v1': event({
    producer: 'reception',
    aggregate: 'phone-note',
    summary: 'Somebody rang for a colleague, who is to be told.',
    data: Type.Object({ ...phoneNote, urgent: Type.Boolean() }),
    personal: ['lateReason'],
  }),
  'reception.phone-note-acknowledged.v1': event({
    producer: 'reception',
    aggregate: 'phone-note',
    summary: 'The colleague knows of the call.',
    data: Type.Object(phoneNote),
    personal: ['lateReason'],
  }),
  'reception.phone-note-returned.v1': event({
    producer: 'reception',
    aggregate: 'phone-note',
    summary: 'The note is not for this colleague: whoever left it hears why.',
    data: Type.Object({ ...phoneNote, reason, urgent: Type.Optional(Type.Boolean()) }),
    personal: ['reason', 'lateReason'],
  }),
  'reception.phone-note-readdressed.v1': event({
    producer: 'reception',
    aggregate: 'phone-note',
    summary: 'The note is for another colleague now.',
    data: Type.Object({ ...phoneNote, urgent: Type.Boolean() }),
    personal: ['lateReason'],
  }),
  'reception.phone-note-escalated.v1': event({
    producer: 'reception',
    aggregate: 'phone-note',
    summary: 'Nobody has acknowledged the note in time, or sent one that came back to somebody else: one level of escalation was reached (G5).',
    data: Type.Object({ ...phoneNote, ...escalation }),
    personal: ['lateReason'],
  }),
  'reception.phone-note-shown-on-time.v1': event({
    producer: 'reception',
    aggregate: 'phone-note',
    summary: 'What was entered later shows that a level was reached before its time; it stays (G2).',
    data: Type.Object({ ...phoneNote, ...promised, level: Type.String() }),
    personal: ['lateReason'],
  }),
  'reception.phone-note-forgotten.v1': event({
    producer: 'reception',
    aggregate: 'phone-note',
    summary: 'The retention is over: who rang, their message and what was written about it were removed (G7).',
    data: Type.Object(phoneNote),
    personal: ['lateReason'],
  }),
};

/** Who visits is in none of these events. */
const visitor = {
  ...number,
  ...late,
  kind: Type.Enum(visitorKinds),
  /** The resident or the member of the staff who is visited. */
  hostId: Id,
};
const aboutVisitor = (summary: string) =>
  event({ producer: 'reception', aggregate: 'visitor', summary, data: Type.Object(visitor), personal: ['lateReason'] });

/** The host, or the desk for them, said whether they will have the visitor; `announcedById` asked. */
const answeredVisitor = (summary: string) =>
  event({
    producer: 'reception',
    aggregate: 'visitor',
    summary,
    data: Type.Object({ ...visitor, announcedById: Type.Optional(Id) }),
    personal: ['lateReason'],
  });

const visitorEvents = {
  'reception.visitor-announced.v1': event({
    producer: 'reception',
    aggregate: 'visitor',
    summary: 'Somebody is going to visit; unless their host said so, the host has yet to confirm.',
    data: Type.Object({
      ...visitor,
      homeId: Nullable(Id),
      from: Instant,
      until: Instant,
      partySize: Type.Integer({ minimum: 1 }),
      confirmed: Type.Boolean(),
      /** The contact the visitor was made of, and its attachments: linked to them, never copied. */
      contactId: Type.Optional(Id),
      attachmentIds: Type.Optional(Type.Array(Id)),
    }),
    personal: ['lateReason'],
  }),
  'reception.visitor-confirmed.v1': answeredVisitor('The host will have the visitor.'),
  'reception.visitor-declined.v1': answeredVisitor('The host will not have the visitor.'),
  'reception.visitor-cancelled.v1': aboutVisitor('The visit will not take place.'),
  'reception.visitor-pass-issued.v1': aboutVisitor('The visitor has a pass; any before it is void.'),
  'reception.visitor-came.v1': aboutVisitor('The visitor is inside.'),
  'reception.visitor-left.v1': aboutVisitor('The visitor has gone.'),
  'reception.visitor-overstayed.v1': aboutVisitor('The visitor is still inside although the window of the visit is over.'),
  'reception.visitor-missed.v1': aboutVisitor('The visitor did not come.'),
  'reception.visitor-forgotten.v1': aboutVisitor('The retention is over: what is personal about the visitor was removed.'),
};

const standardAnswer = Type.Object({ standardAnswerId: Id, ...late });

const standardAnswerEvents = {
  'reception.standard-answer-written.v1': event({
    producer: 'reception',
    aggregate: 'standard-answer',
    summary: 'A standard answer has a new text: its version is that of this event.',
    data: standardAnswer,
    personal: ['lateReason'],
  }),
  'reception.standard-answer-retired.v1': event({
    producer: 'reception',
    aggregate: 'standard-answer',
    summary: 'A standard answer is not offered any more.',
    data: standardAnswer,
    personal: ['lateReason'],
  }),
};

export const receptionEvents = { ...contactEvents, ...phoneNoteEvents, ...visitorEvents, ...standardAnswerEvents };
