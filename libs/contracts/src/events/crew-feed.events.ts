import { Type } from 'typebox';
import { repairClasses, skills } from '../repairs';
import { event, Id, Nullable } from './define';
import { location, order } from './dispatch.events';

const entry = {
  workOrderId: Id,
  ...order,
  technicianId: Nullable(Id),
  skill: Type.Enum(skills),
  repairClass: Type.Enum(repairClasses),
  location,
};

/**
 * What a crew reads on its own subject, `crews.<crewId>.work-order-dispatched.v1`: an aggregate for each crew, with
 * gapless versions of its own. Reactions of services do not get them; the same facts are events of the work order.
 */
export const crewFeedEvents = {
  'dispatch.work-order-dispatched.v1': event({
    producer: 'dispatch',
    aggregate: 'crew-feed',
    stream: 'crews',
    summary: "An order is offered to the crew, or is the crew's.",
    data: Type.Object({ ...entry, how: Type.Enum(['offered', 'assigned', 'claimed', 'transferred', 'by-hand']) }),
  }),
  'dispatch.work-order-changed.v1': event({
    producer: 'dispatch',
    aggregate: 'crew-feed',
    stream: 'crews',
    summary: 'What an order of the crew says was corrected: where, or what is to be done.',
    data: Type.Object(entry),
  }),
  'dispatch.work-order-released.v1': event({
    producer: 'dispatch',
    aggregate: 'crew-feed',
    stream: 'crews',
    summary: "An order is the crew's no longer, or no longer to be done.",
    data: Type.Object({ ...entry, why: Type.Enum(['withdrawn', 'declined', 'elsewhere']) }),
  }),
};
