import { Type } from 'typebox';
import { confidentialities } from '../documents';
import { event, Id, Instant } from './define';
import { escalation, promised } from './escalation';

const count = Type.Integer({ minimum: 1 });
const about = <D extends Parameters<typeof Type.Object>[0]>(summary: string, data: D) =>
  event({
    producer: 'documents',
    aggregate: 'print-job',
    summary,
    data: Type.Object({
      number: Type.String(),
      /** Why an act was entered more than 15 minutes after it happened (G2). */
      lateReason: Type.Optional(Type.String({ maxLength: 200 })),
      requesterId: Id,
      ...data,
    }),
    personal: ['lateReason'],
  });

/** What is printed, and for whom, is in none of these events: it may be confidential. */
export const printJobEvents = {
  'documents.print-job-requested.v1': about('Somebody wants something drafted, printed, copied or bound.', {
    copies: count,
    confidentiality: Type.Enum(confidentialities),
    dueAt: Instant,
    attachmentIds: Type.Array(Id),
  }),
  'documents.print-job-taken.v1': about('Somebody sees to it.', { takerId: Id }),
  'documents.print-job-done.v1': about('It is printed, or drafted.', {
    copies: count,
    /** What was drafted. */
    attachmentIds: Type.Optional(Type.Array(Id)),
  }),
  'documents.print-job-returned.v1': about('It was handed back; why stands on it.', {}),
  'documents.print-job-escalated.v1': about('It is late, or soon will be: one level was reached (G5).', escalation),
  'documents.print-job-shown-on-time.v1': about('What was entered later shows that a level was reached before its time; it stays (G2).', {
    ...promised,
    level: Type.String(),
  }),
};
