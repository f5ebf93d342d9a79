import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { ApplyFactHandler, factOf } from '../features/apply-fact/apply-fact.handler';
import { LinkedRepairs } from '../persistence/linked-repairs';

type Known =
  | 'tickets.repair-requested.v1'
  | 'tickets.repair-resolved.v1'
  | 'tickets.repair-closed.v1'
  | 'tickets.repair-cancelled.v1'
  | 'tickets.repair-reopened.v1'
  | 'tickets.act-taken-back.v1';

/** Knows which repair requests are finished, and tells the cases that wait for them. */
@Controller()
export class FollowRepairsReaction {
  constructor(
    private readonly repairs: LinkedRepairs,
    private readonly facts: ApplyFactHandler,
  ) {}

  @Reaction({
    durable: 'complaints__repairs_v1',
    events: [
      'tickets.repair-requested.v1',
      'tickets.repair-resolved.v1',
      'tickets.repair-closed.v1',
      'tickets.repair-cancelled.v1',
      'tickets.repair-reopened.v1',
      'tickets.act-taken-back.v1',
    ],
    order: 'any',
    replay: 'rebuild',
  })
  onRepair(@Payload() event: EventOf<Known>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const finished = isFinished(event);
    if (finished === undefined) return;
    this.repairs.keep(tx, { id: event.subject, siteId: event.siteid, version: event.aggregateversion, finished });
  }

  @Reaction({
    durable: 'complaints__repair_facts_v1',
    events: ['tickets.repair-resolved.v1', 'tickets.repair-cancelled.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onFinished(
    @Payload() event: EventOf<'tickets.repair-resolved.v1' | 'tickets.repair-cancelled.v1'>,
    @Ctx() { tx }: ReactionContext<Transaction>,
  ): Promise<void> {
    for (const complaintId of await this.repairs.complaintsWith(tx, event.subject))
      await this.facts.execute(tx, complaintId, factOf(event), { fact: 'repair-finished', repairRequestId: event.subject });
  }
}

/** @returns undefined where the event says nothing of it */
function isFinished(event: EventOf<Known>): boolean | undefined {
  switch (event.type) {
    case 'tickets.repair-requested.v1':
    case 'tickets.repair-reopened.v1':
      return false;
    case 'tickets.act-taken-back.v1':
      return event.data.act.type === 'tickets.repair-cancelled.v1' ? false : undefined;
    default:
      return true;
  }
}
