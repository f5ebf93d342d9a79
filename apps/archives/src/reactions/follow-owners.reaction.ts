import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import { statement, type Transaction } from '@property-office/persistence';
import { LivingEnds } from '../persistence/living-ends';

type Known = 'directory.tie-started.v1' | 'directory.tie-ended.v1';

const keep = statement(
  'ownership_keep',
  `INSERT INTO ownership (tie_id, home_id, from_at, until_at) VALUES ($1, $2, $3, $4)
   ON CONFLICT (tie_id) DO UPDATE SET from_at = excluded.from_at, until_at = excluded.until_at`,
);

/** Keeps from when until when a home was owned: retention runs from the end, what the owner left is closed then, and the next owner's papers are wanted anew. */
@Controller()
export class FollowOwnersReaction {
  constructor(private readonly ends: LivingEnds) {}

  @Reaction({ durable: 'archives__owners_v1', events: ['directory.tie-started.v1', 'directory.tie-ended.v1'], order: 'latest', replay: 'rebuild' })
  async onTie(@Payload() event: EventOf<Known>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { tieId, homeId, kind, from, until } = event.data;
    if (kind !== 'owner') return;
    const endsAt = until === null ? null : new Date(until);
    tx.send(keep, [tieId, homeId, new Date(from), endsAt]);
    await this.ends.said(tx, { type: 'home', id: homeId }, endsAt);
  }
}
