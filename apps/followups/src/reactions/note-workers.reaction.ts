import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { addWorkers } from '../persistence/episode-workers';

/** Notes who works on an episode: they must not follow it up themselves. */
@Controller()
export class NoteWorkersReaction {
  @Reaction({
    durable: 'followups__workers_v1',
    events: ['dispatch.work-order-accepted.v1', 'dispatch.work-order-arrived.v1', 'dispatch.work-order-finished.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onWork(
    @Payload() event: EventOf<'dispatch.work-order-accepted.v1' | 'dispatch.work-order-arrived.v1' | 'dispatch.work-order-finished.v1'>,
    @Ctx() { tx }: ReactionContext<Transaction>,
  ): void {
    const { repairRequestId, episode, technicianId } = event.data;
    const helpers = event.type === 'dispatch.work-order-finished.v1' ? event.data.helperIds : [];
    addWorkers(tx, repairRequestId, episode, [...new Set([...(technicianId ? [technicianId] : []), ...helpers])]);
  }
}
