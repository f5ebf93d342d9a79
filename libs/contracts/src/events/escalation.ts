import { Type } from 'typebox';
import { roles } from '../roles';
import { Id, Instant, Nullable } from './define';

/** Which promise, and by when it was to be kept. Part of every event about a clock, of whatever service. */
export const promised = { deadlineId: Id, promise: Type.String(), class: Type.String(), dueAt: Instant };

/**
 * One level of escalation that was reached (G5), for the events of the services that keep clocks. The level of an event
 * that says nobody was on duty had its turn taken by the next.
 */
export const escalation = {
  ...promised,
  level: Type.String(),
  to: Type.Enum(['responsible', ...roles]),
  outcome: Type.Enum(['told', 'nobody-on-duty']),
  /** The level whose time had come: an earlier one where that had nobody on duty. */
  reached: Type.String(),
  told: Type.Array(Type.Object({ personId: Id, forPersonId: Nullable(Id) })),
};
