import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { keepTie, visitsOfLeaver, type TieEvent } from '../persistence/host-ties';
import { Visitors } from '../persistence/visitors';

type Left = EventOf<'directory.tie-ended.v1' | 'directory.tie-expired.v1'>;

/** A pass is good for as long as its host lives there (W2.1, W2.6). */
@Controller()
export class FollowTiesReaction {
  constructor(private readonly visitors: Visitors) {}

  @Reaction({ durable: 'reception__ties_v1', events: ['directory.tie-started.v1', 'directory.tie-ended.v1'], order: 'latest', replay: 'rebuild' })
  onTie(@Payload() { data }: TieEvent, @Ctx() { tx }: ReactionContext<Transaction>): void {
    keepTie(tx, data);
  }

  /** What was announced for after they have moved is cancelled when it is known, what begins before when they have. */
  @Reaction({ durable: 'reception__leaving_hosts_v1', events: ['directory.tie-ended.v1', 'directory.tie-expired.v1'], order: 'latest', replay: 'skip' })
  async onLeft(@Payload() { data }: Left, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    // The copy may not have heard of it yet.
    keepTie(tx, data);
    for (const id of await visitsOfLeaver(tx, data)) await this.visitors.endByLeaving(tx, id);
  }
}
