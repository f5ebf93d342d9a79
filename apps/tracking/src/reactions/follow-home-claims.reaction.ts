import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { addCaseEntry } from '../persistence/case-timelines';

type Claimed = EventOf<
  'directory.home-claimed.v1' | 'directory.home-claim-confirmed.v1' | 'directory.home-claim-refused.v1' | 'directory.home-claim-withdrawn.v1'
>;
type Level = EventOf<'reception.home-claim-escalated.v1' | 'reception.home-claim-shown-on-time.v1'>;

/** The timeline of a claim of a home (W2.6): what became of it in directory, and when reception said that it is late (G5). */
@Controller()
export class FollowHomeClaimsReaction {
  @Reaction({
    durable: 'tracking__home_claims_v1',
    events: ['directory.home-claimed.v1', 'directory.home-claim-confirmed.v1', 'directory.home-claim-refused.v1', 'directory.home-claim-withdrawn.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onClaim(@Payload() event: Claimed, @Ctx() { tx }: ReactionContext<Transaction>): void {
    addCaseEntry(tx, { type: 'home-claim', id: event.subject }, event);
  }

  @Reaction({
    durable: 'tracking__home_claim_levels_v1',
    events: ['reception.home-claim-escalated.v1', 'reception.home-claim-shown-on-time.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onLevel(@Payload() event: Level, @Ctx() { tx }: ReactionContext<Transaction>): void {
    addCaseEntry(tx, { type: 'home-claim', id: event.data.claimId }, event);
  }
}
