import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type ReactionContext, type Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import type { RepairFact } from '../domain/repair-states';
import { RepairRequests } from '../persistence/repair-requests';
import { ApplyFactHandler } from '../features/apply-fact/apply-fact.handler';
import { FollowClocksHandler, stepOf } from '../features/follow-clocks/follow-clocks.handler';

/** Moves a request along with the work orders of its episode. */
@Controller()
export class FollowWorkReaction {
  constructor(
    private readonly handler: ApplyFactHandler,
    private readonly requests: RepairRequests,
    private readonly clocks: FollowClocksHandler,
  ) {}

  @Reaction({ durable: 'tickets__work_v1', events: 'dispatch.*', order: 'strict', replay: 'skip' })
  async onEvent(@Payload() event: Selected<'dispatch.*'>, @Ctx() { tx, together }: ReactionContext<Transaction, Selected<'dispatch.*'>>): Promise<void> {
    const fact = factOf(event);
    if (!fact) return;
    const facts = together.filter(factOf);
    await this.requests.lockForFacts(
      tx,
      facts.map(({ data }) => data.repairRequestId),
    );
    await this.clocks.load(tx, facts);
    const { repairRequestId, episode } = event.data;
    const workerIds = event.type === 'dispatch.work-order-finished.v1' ? event.data.workerIds : undefined;
    const step = stepOf(event);
    await this.handler.execute(tx, repairRequestId, actOfEvent(event), { fact, episode, sourceId: event.subject, ...(workerIds && { workerIds }), ...(step && { step }) });
    await this.clocks.execute(tx, event);
  }
}

function factOf(event: Selected<'dispatch.*'>): RepairFact | undefined {
  switch (event.type) {
    case 'dispatch.work-order-assigned.v1':
    case 'dispatch.work-order-accepted.v1':
      return 'work-assigned';
    case 'dispatch.work-order-declined.v1':
      return 'work-returned';
    case 'dispatch.work-order-corrected.v1':
      return event.data.dispatchedAnew ? 'work-returned' : undefined;
    case 'dispatch.work-order-arrived.v1':
      return 'work-started';
    case 'dispatch.work-order-paused.v1':
      return 'work-paused';
    case 'dispatch.work-order-resumed.v1':
      return 'work-resumed';
    case 'dispatch.work-order-finished.v1':
      // The request is resolved when the last order of the episode is finished.
      return event.data.remaining === 0 ? 'work-finished' : undefined;
    default:
      return undefined;
  }
}
