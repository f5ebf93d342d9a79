import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { repairOf } from '../persistence/audience';
import { tellGroups, type GroupNotice } from '../persistence/group-notices';
import { notify } from '../persistence/notify';
import { isUrgentRepair } from '../persistence/urgent-repairs';

const told = [
  'dispatch.work-order-assigned.v1',
  'dispatch.work-order-withdrawn.v1',
  'dispatch.work-order-restored.v1',
  'dispatch.work-order-corrected.v1',
] as const;
type Told = (typeof told)[number];

/** Tells a technician, or the whole crew where nobody is named yet, what they are sent to, what of it changed and what is taken back. */
@Controller()
export class TellCrewsReaction {
  @Reaction({
    durable: 'notifications__crews_v2',
    events: told,
    order: 'any',
    replay: 'skip',
  })
  async onEvent(@Payload() event: EventOf<Told>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { technicianId, crewId, workOrderNumber, repairNumber } = event.data;
    // Where an event says the class that one counts: the request may not have been heard of yet.
    const repairClass = 'repairClass' in event.data ? event.data.repairClass : (await repairOf(tx, event.data.repairRequestId))?.repairClass;
    const happenedAt = new Date(event.happenedat);
    const notice: GroupNotice = {
      siteId: event.siteid,
      kind: kindOf(event.type),
      subject: { type: 'work-order', id: event.subject },
      occasion: `version-${event.aggregateversion}`,
      data: { workOrderNumber, number: repairNumber },
      happenedAt,
      urgent: await isUrgentRepair(tx, event.siteid, repairClass, happenedAt),
    };
    // Whoever claimed or assigned it to themselves knows.
    if (technicianId && technicianId !== event.actorid) notify(tx, { ...notice, personId: technicianId });
    if (!technicianId && crewId) await tellGroups(tx, [{ kind: 'crew', crewId }], notice, event.actorid);
  }
}

function kindOf(type: Told): NoticeKind {
  switch (type) {
    case 'dispatch.work-order-withdrawn.v1':
      return 'work-order-withdrawn';
    case 'dispatch.work-order-corrected.v1':
      return 'work-order-changed';
    default:
      return 'work-order-yours';
  }
}
