import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type ReactionContext, type Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { ApplyFactHandler } from '../features/apply-fact/apply-fact.handler';
import { PlanFollowUpHandler } from '../features/plan-follow-up/plan-follow-up.handler';
import { addWorkers } from '../persistence/episode-workers';
import { FollowUps } from '../persistence/follow-ups';
import { followCorrection, homeIn } from '../persistence/follow-correction';

/** Plans a follow-up with every episode and moves it along with the request, event by event. */
@Controller()
export class FollowEpisodesReaction {
  constructor(
    private readonly plan: PlanFollowUpHandler,
    private readonly facts: ApplyFactHandler,
    private readonly followUps: FollowUps,
  ) {}

  @Reaction({ durable: 'followups__episodes_v1', events: 'tickets.*', order: 'strict', replay: 'skip' })
  async onEvent(@Payload() event: Selected<'tickets.*'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const act = actOfEvent(event);
    const id = event.subject;
    const { episode } = event.data;
    switch (event.type) {
      case 'tickets.repair-reopened.v1':
        await this.facts.execute(tx, id, episode - 1, act, 'reopened');
        return this.begin(tx, event);
      case 'tickets.repair-requested.v1':
        return this.begin(tx, event);
      case 'tickets.repair-resolved.v1':
        // Whoever did the work or helped is known before it can be followed up, even if dispatch's own events are still on their way.
        addWorkers(tx, id, episode, [...new Set([event.actorid, ...(event.data.workerIds ?? [])])]);
        return this.facts.execute(tx, id, episode, act, 'resolved');
      case 'tickets.repair-rated.v1': {
        const { result, rating, words: comment } = event.data;
        return this.facts.rate(tx, id, episode, act, result, { rating, comment });
      }
      case 'tickets.repair-merged.v1':
        return this.facts.execute(tx, id, episode, act, 'merged');
      case 'tickets.repair-unmerged.v1':
        return this.facts.execute(tx, id, episode, act, 'merge-undone');
      case 'tickets.repair-cancelled.v1':
        return this.facts.execute(tx, id, episode, act, 'cancelled');
      case 'tickets.repair-corrected.v1':
        return followCorrection(tx, this.followUps, { repairRequestId: id, episode }, event.data.to);
      case 'tickets.act-taken-back.v1':
        await followCorrection(tx, this.followUps, { repairRequestId: id, episode }, event.data.to);
        if (event.data.act.type !== 'tickets.repair-cancelled.v1') return;
        return this.facts.execute(tx, id, episode, act, 'cancellation-taken-back');
      default:
        return;
    }
  }

  private begin(tx: Transaction, event: Selected<'tickets.*'> & { type: 'tickets.repair-requested.v1' | 'tickets.repair-reopened.v1' }): Promise<void> {
    const { number, episode, repairClass, reporterId, location } = event.data;
    return this.plan.execute(
      tx,
      { repairRequestId: event.subject, repairNumber: number, episode, siteId: event.siteid, homeId: homeIn(location), repairClass, reporterId },
      actOfEvent(event),
    );
  }
}
