import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { ClaimClocks } from '../persistence/claim-clocks';

type Claimed = EventOf<
  'directory.home-claimed.v1' | 'directory.home-claim-confirmed.v1' | 'directory.home-claim-refused.v1' | 'directory.home-claim-withdrawn.v1'
>;

/** A claim of a home waits for the desk (W2.6): its clock runs here until it is decided. One whose decision is heard first never waits. */
@Controller()
export class FollowHomeClaimsReaction {
  constructor(private readonly clocks: ClaimClocks) {}

  @Reaction({
    durable: 'reception__home_claims_v1',
    events: ['directory.home-claimed.v1', 'directory.home-claim-confirmed.v1', 'directory.home-claim-refused.v1', 'directory.home-claim-withdrawn.v1'],
    order: 'latest',
    replay: 'skip',
  })
  async onClaim(@Payload() event: Claimed, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, subject: claimId, siteid: siteId, data } = event;
    const at = new Date(event.happenedat);
    if (type === 'directory.home-claimed.v1') await this.clocks.begin(tx, { claimId, siteId, personId: data.personId, claimedAt: at });
    else await this.clocks.end(tx, claimId, at);
  }
}
