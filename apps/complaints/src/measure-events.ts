import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import type { ComplaintEscalation, ComplaintLevel } from './domain/complaint-escalation';
import { envelope, late, levelIn, promisedIn } from './events';
import type { CauseMeasure } from './persistence/cause-measure.entity';

/** What can happen to a measure, in the words of the domain. */
export type MeasureEvent =
  | { kind: 'set' }
  | { kind: 'assigned'; formerOwnerId: string }
  | { kind: 'done' }
  | { kind: 'reviewed' }
  | { kind: 'escalated'; escalation: ComplaintEscalation }
  | { kind: 'shown-on-time'; level: ComplaintLevel };

/** What happened to a measure, for the ledger: ids and facts, nobody's words. */
export function toMeasureEvent(measure: CauseMeasure, act: Act, event: MeasureEvent): NewEvent {
  return { ...envelope(measure, act), ...contractOf(measure, act, event) };
}

function contractOf(measure: CauseMeasure, act: Act, event: MeasureEvent) {
  const said = { number: measure.number, ...late(act) };
  switch (event.kind) {
    case 'set': {
      const { month, source, cause, ownerId, dueAt } = measure;
      return { type: 'complaints.cause-measure-set.v1' as const, data: { ...said, month, source, cause, ownerId, dueAt: dueAt.toISOString() } };
    }
    case 'assigned':
      return { type: 'complaints.cause-measure-assigned.v1' as const, data: { ...said, ownerId: measure.ownerId, formerOwnerId: event.formerOwnerId } };
    case 'done':
      return { type: 'complaints.cause-measure-done.v1' as const, data: said };
    case 'reviewed':
      return { type: 'complaints.cause-measure-reviewed.v1' as const, data: { ...said, worked: measure.worked! } };
    case 'escalated':
      return { type: 'complaints.cause-measure-escalated.v1' as const, data: { ...said, ...levelIn(event.escalation) } };
    case 'shown-on-time':
      return { type: 'complaints.cause-measure-shown-on-time.v1' as const, data: { ...said, ...promisedIn(event.level), level: event.level.level } };
  }
}
