import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { ApplyFactHandler, factOf } from '../features/apply-fact/apply-fact.handler';
import { LinkedRepairs } from '../persistence/linked-repairs';
import { RepairEnds, type WaitingCase } from '../persistence/repair-ends';

type Known =
  | 'tickets.repair-requested.v1'
  | 'tickets.repair-resolved.v1'
  | 'tickets.repair-closed.v1'
  | 'tickets.repair-cancelled.v1'
  | 'tickets.repair-reopened.v1'
  | 'tickets.repair-merged.v1'
  | 'tickets.repair-unmerged.v1'
  | 'tickets.act-taken-back.v1';

type Fact = 'tickets.repair-resolved.v1' | 'tickets.repair-cancelled.v1' | 'tickets.repair-double-joined.v1' | 'tickets.repair-double-left.v1';

/** Knows which repair requests are finished, and tells the cases that wait for them. */
@Controller()
export class FollowRepairsReaction {
  constructor(
    private readonly repairs: LinkedRepairs,
    private readonly ends: RepairEnds,
    private readonly facts: ApplyFactHandler,
  ) {}

  @Reaction({
    durable: 'complaints__repairs_v2',
    events: [
      'tickets.repair-requested.v1',
      'tickets.repair-resolved.v1',
      'tickets.repair-closed.v1',
      'tickets.repair-cancelled.v1',
      'tickets.repair-reopened.v1',
      'tickets.repair-merged.v1',
      'tickets.repair-unmerged.v1',
      'tickets.act-taken-back.v1',
    ],
    order: 'any',
    replay: 'rebuild',
  })
  onRepair(@Payload() event: EventOf<Known>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const finished = isFinished(event);
    if (finished === undefined) return;
    this.repairs.keep(tx, { id: event.subject, siteId: event.siteid, version: event.aggregateversion, finished, mergedInto: event.type === 'tickets.repair-merged.v1' ? event.data.into.id : null });
  }

  @Reaction({
    durable: 'complaints__repair_facts_v2',
    events: ['tickets.repair-resolved.v1', 'tickets.repair-cancelled.v1', 'tickets.repair-double-joined.v1', 'tickets.repair-double-left.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onFact(@Payload() event: EventOf<Fact>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    for (const { complaintId, repairRequestId, at } of await this.waitingCases(tx, event))
      await this.facts.execute(tx, complaintId, { ...factOf(event), happenedAt: at }, { fact: 'repair-finished', repairRequestId });
  }

  private waitingCases(tx: Transaction, event: EventOf<Fact>): Promise<WaitingCase[]> {
    const { subject: id, aggregateversion: version } = event;
    switch (event.type) {
      case 'tickets.repair-double-joined.v1':
        return this.ends.double(tx, id, version, event.data.double.id, true);
      case 'tickets.repair-double-left.v1':
        return this.ends.double(tx, id, version, event.data.double.id, false);
      default:
        return this.ends.over(tx, id, version, new Date(event.happenedat));
    }
  }
}

/** @returns undefined where the event says nothing of it */
function isFinished(event: EventOf<Known>): boolean | undefined {
  switch (event.type) {
    case 'tickets.repair-requested.v1':
    case 'tickets.repair-reopened.v1':
    // It goes on under another request, or by itself again.
    case 'tickets.repair-merged.v1':
    case 'tickets.repair-unmerged.v1':
      return false;
    case 'tickets.act-taken-back.v1':
      return event.data.act.type === 'tickets.repair-cancelled.v1' ? false : undefined;
    default:
      return true;
  }
}
