import { Type } from 'typebox';
import { event, Id, Instant, Nullable } from './define';
import { escalation, promised } from './escalation';

const number = { number: Type.String() };
/** Why an act was entered more than 15 minutes after it happened (G2). */
const late = { lateReason: Type.Optional(Type.String({ maxLength: 200 })) };
const people = Type.Array(Id);
const count = Type.Integer({ minimum: 1 });

const about = <D extends Parameters<typeof Type.Object>[0]>(summary: string, data: D) =>
  event({
    producer: 'documents',
    aggregate: 'directive',
    summary,
    data: Type.Object({ ...number, ...late, ...data }),
    personal: ['lateReason'],
  });

/** What a directive says is in none of these events: who may, reads it. */
export const directiveEvents = {
  'documents.directive-given.v1': about('A directive was given to people, each of whom is to acknowledge it.', {
    acknowledgeBy: Instant,
    addresseeIds: people,
    /** The directive it takes the place of. */
    replacesId: Nullable(Id),
    attachmentIds: people,
  }),
  'documents.directive-acknowledged.v1': about('One of its addressees acknowledged it, once.', {
    addresseeId: Id,
    giverId: Id,
    acknowledged: count,
    addressed: count,
  }),
  'documents.directive-withdrawn.v1': about('It does not hold any more; why stands on it.', { addresseeIds: people }),
  'documents.directive-replaced.v1': about('Another directive takes its place; why stands on it.', { replacedById: Id, addresseeIds: people }),
  'documents.directive-escalated.v1': about('Somebody has not acknowledged it: one level was reached (G5).', escalation),
  'documents.directive-shown-on-time.v1': about('What was entered later shows that a level was reached before its time; it stays (G2).', {
    ...promised,
    level: Type.String(),
  }),
};
