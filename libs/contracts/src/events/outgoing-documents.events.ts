import { Type } from 'typebox';
import { confidentialities, documentUrgencies, outgoingKinds } from '../documents';
import { event, Id, Instant, Nullable } from './define';
import { escalation, promised } from './escalation';

/** Until it stands in a register a document is called by the number of its draft. */
const number = { number: Type.String() };
/** Why an act was entered more than 15 minutes after it happened (G2). */
const late = { lateReason: Type.Optional(Type.String({ maxLength: 200 })) };
const people = Type.Array(Id);
/** Whom its signature waits for: who may sign it and wrote nothing of it. Nobody while it waits for something else. */
const signers = { signerIds: people };
const count = Type.Integer({ minimum: 1 });
/** Which version of the text, and the hash of what it says, its typography left out. */
const text = { textVersion: count, textHash: Type.String({ pattern: '^[0-9a-f]{64}$' }) };
const register = { registerId: Id, registerYear: Type.Integer(), registerNumber: count };

const about = <D extends Parameters<typeof Type.Object>[0]>(summary: string, data: D, personal: string[] = []) =>
  event({
    producer: 'documents',
    aggregate: 'outgoing-document',
    summary,
    data: Type.Object({ ...number, ...late, ...data }),
    personal: ['lateReason', ...personal],
  });

/** What a document says is in none of these events: it may be confidential. Who may, reads it; a hash proves which text it was. */
export const outgoingEvents = {
  'documents.outgoing-drafted.v1': about('Somebody drafted an outgoing document from a template.', {
    kind: Type.Enum(outgoingKinds),
    urgency: Type.Enum(documentUrgencies),
    confidentiality: Type.Enum(confidentialities),
    ...text,
    attachmentIds: people,
  }),
  'documents.outgoing-edited.v1': about('The draft was changed: it has another version, and the attachments named here.', { ...text, attachmentIds: people }),
  'documents.outgoing-submitted.v1': about('The draft is to be reviewed, then countersigned by whom it names.', {
    ...text,
    reviewerId: Id,
    countersignerIds: people,
  }),
  'documents.outgoing-returned.v1': about('The draft goes back to its drafter; why stands on it.', { drafterId: Id }),
  'documents.outgoing-reviewed.v1': about('Somebody other than its drafter reviewed it.', {
    ...text,
    /** Who is to countersign; nobody: it waits for its signature. */
    next: people,
    ...signers,
  }),
  'documents.outgoing-countersigned.v1': about('One of those it concerns agreed.', { ...text, countersignerId: Id, next: people, ...signers }),
  'documents.outgoing-signed-off.v1': about('It was signed off, by another person than those who wrote it.', { ...text, signerId: Id }),
  'documents.outgoing-checked.v1': about('Its text, approvals and form were checked before it gets its number.', text),
  'documents.outgoing-corrected.v1': about('It was changed after it was signed off: its text, who was at the meeting, or who else has it; a change of substance waits for its signature again.', {
    ...text,
    substance: Type.Boolean(),
    differences: Type.Integer({ minimum: 0 }),
    /** Who signed the text that was. */
    signerId: Id,
    ...signers,
  }),
  'documents.outgoing-numbered.v1': about('It has its number in a register.', register),
  'documents.outgoing-printed.v1': about('Copies were printed; those of a confidential document have numbers from the first one on.', {
    ...text,
    copies: count,
    firstShare: Nullable(count),
    pages: Nullable(count),
    /** Of the paper and its attachments, where somebody stated another number in `pages`. */
    countedPages: Type.Optional(count),
    /** Whom the approval of the seal waits for. */
    approverIds: Type.Optional(people),
  }),
  'documents.outgoing-seal-approved.v1': about('The seal may be used on so many copies; for what stands in the register of seals.', { copies: count }),
  'documents.outgoing-sealed.v1': about('The seal was used, by another person than who approved it.', { copies: count, approvedById: Id }),
  'documents.outgoing-released.v1': about('Its copies went out to its recipients, who are to confirm them.', {
    ...text,
    deliveries: Type.Array(Type.Object({ delivery: count, copies: count })),
  }),
  'documents.outgoing-receipt-recorded.v1': about('A recipient confirmed its copies, or will not; then why stands on it.', {
    delivery: count,
    received: Type.Boolean(),
    outstanding: Type.Integer({ minimum: 0 }),
  }),
  'documents.outgoing-filed.v1': about(
    'It is released, received and filed: archives may propose a record.',
    {
      ...register,
      kind: Type.Enum(outgoingKinds),
      confidentiality: Type.Enum(confidentialities),
      /** Null of a confidential document: who may, reads it. */
      title: Nullable(Type.String()),
      /** What a record is dated from: the day it was signed off, never that of its draft. */
      signedOffAt: Instant,
      signerId: Id,
      numberedAt: Instant,
      releasedAt: Instant,
      /** Of one copy, as it was counted or stated when it was printed; null where nobody did either. */
      pages: Nullable(count),
      copies: count,
      ...text,
      attachmentIds: people,
    },
    ['title'],
  ),
  'documents.outgoing-discarded.v1': about('It is not pursued; it never had a number in a register.', {}),
  'documents.outgoing-voided.v1': about('It does not go out: its number stays, with the reason.', {}),
  'documents.outgoing-taken-back.v1': about('Somebody took back their own last act.', { type: Type.String() }),
  'documents.outgoing-escalated.v1': about('A promise about it is late: one level was reached (G5).', escalation),
  'documents.outgoing-shown-on-time.v1': about('What was entered later shows that a level was reached before its time; it stays (G2).', {
    ...promised,
    level: Type.String(),
  }),
};
