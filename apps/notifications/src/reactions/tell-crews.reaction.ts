import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { isUrgent } from '../domain/urgency';
import { repairOf } from '../persistence/audience';
import { tellGroups, type GroupNotice } from '../persistence/group-notices';
import { notify } from '../persistence/notify';

type Told = 'dispatch.work-order-assigned.v1' | 'dispatch.work-order-withdrawn.v1' | 'dispatch.work-order-restored.v1';

/** Tells a technician, or the whole crew where nobody is named yet, what they are sent to and what is taken back. */
@Controller()
export class TellCrewsReaction {
  @Reaction({
    durable: 'notifications__crews_v1',
    events: ['dispatch.work-order-assigned.v1', 'dispatch.work-order-withdrawn.v1', 'dispatch.work-order-restored.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onEvent(@Payload() event: EventOf<Told>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { technicianId, crewId, workOrderNumber, repairNumber } = event.data;
    const kind: NoticeKind = event.type === 'dispatch.work-order-withdrawn.v1' ? 'work-order-withdrawn' : 'work-order-yours';
    // Of an assignment its own class counts: the request may not have been heard of yet.
    const repairClass = event.type === 'dispatch.work-order-assigned.v1' ? event.data.repairClass : (await repairOf(tx, event.data.repairRequestId))?.repairClass;
    const notice: GroupNotice = {
      siteId: event.siteid,
      kind,
      subject: { type: 'work-order', id: event.subject },
      occasion: `version-${event.aggregateversion}`,
      data: { workOrderNumber, number: repairNumber },
      happenedAt: new Date(event.happenedat),
      urgent: isUrgent(repairClass),
    };
    // Whoever claimed or assigned it to themselves knows.
    if (technicianId && technicianId !== event.actorid) notify(tx, { ...notice, personId: technicianId });
    if (!technicianId && crewId) await tellGroups(tx, [{ kind: 'crew', crewId }], notice, event.actorid);
  }
}
