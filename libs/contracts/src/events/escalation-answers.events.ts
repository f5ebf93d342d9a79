import { Type } from 'typebox';
import { event, Id, Nullable } from './define';

/** What somebody to whom a thing was escalated did about it (G5). */
export const escalationAnswerEvents = {
  'notifications.escalation-answered.v1': event({
    producer: 'notifications',
    aggregate: 'escalation',
    summary: 'A person to whom something late was escalated has seen it, or says what they did.',
    data: Type.Object({
      /** What is late: `repair-request`. */
      objectType: Type.String(),
      objectId: Id,
      deadlineId: Id,
      promise: Type.String(),
      level: Type.String(),
      answer: Type.Enum(['acknowledged', 'acted']),
      note: Nullable(Type.String({ maxLength: 1000 })),
      lateReason: Type.Optional(Type.String({ maxLength: 200 })),
    }),
    personal: ['note', 'lateReason'],
  }),
};
