import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { tellReporter } from '../persistence/group-notices';

type Told = 'dispatch.work-order-arrived.v1' | 'dispatch.work-order-paused.v1';

/** Tells the reporter that somebody has come, and why the work has to wait. */
@Controller()
export class TellAboutWorkReaction {
  @Reaction({
    durable: 'notifications__work_v1',
    events: ['dispatch.work-order-arrived.v1', 'dispatch.work-order-paused.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onEvent(@Payload() event: EventOf<Told>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { repairRequestId, repairNumber } = event.data;
    const waiting = event.type === 'dispatch.work-order-paused.v1';
    await tellReporter(tx, repairRequestId, {
      siteId: event.siteid,
      kind: waiting ? 'repair-waiting' : 'repair-on-site',
      subject: { type: 'repair-request', id: repairRequestId },
      occasion: waiting ? `pause-${event.subject}-${event.aggregateversion}` : `visit-${event.subject}-${event.aggregateversion}`,
      data: { number: repairNumber, ...(waiting && { reason: event.data.reason }) },
      happenedAt: new Date(event.happenedat),
    });
  }
}
