import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { mayHear } from '../persistence/complaint-audience';
import { notify } from '../persistence/notify';

/** Asks whoever is the second person of a major complaint to follow it up (G1); never anybody it is hidden from (W2.3). */
@Controller()
export class TellSecondPeopleReaction {
  @Reaction({ durable: 'notifications__second_people_v1', events: ['followups.complaint-follow-up-passed-on.v1'], order: 'any', replay: 'skip' })
  async onPassedOn(@Payload() event: WireEvent<'followups.complaint-follow-up-passed-on.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { complaintId, complaintNumber, round, to, personIds } = event.data;
    for (const personId of await mayHear(tx, complaintId, personIds)) {
      notify(tx, {
        personId,
        siteId: event.siteid,
        kind: 'follow-up-passed-on',
        subject: { type: 'complaint', id: complaintId },
        occasion: `round-${round}-${to}`,
        data: { number: complaintNumber },
        happenedAt: new Date(event.happenedat),
      });
    }
  }
}
