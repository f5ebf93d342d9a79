import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { repairOf } from '../persistence/audience';
import { holding, tellGroups } from '../persistence/group-notices';
import { isUrgentRepair } from '../persistence/urgent-repairs';

/** An unsatisfied reporter is told to the leads of the site at once. */
@Controller()
export class TellAboutOutcomeReaction {
  @Reaction({ durable: 'notifications__outcome_v1', events: ['followups.follow-up-completed.v1'], order: 'any', replay: 'skip' })
  async onCompleted(@Payload() event: WireEvent<'followups.follow-up-completed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { result, repairRequestId, repairNumber, episode, byRating } = event.data;
    // Of a rating they hear from tickets, also where no follow-up was left to be answered by it.
    if (result !== 'unsatisfied' || byRating) return;
    const repair = await repairOf(tx, repairRequestId);
    const happenedAt = new Date(event.happenedat);
    await tellGroups(tx, holding(['desk-lead', 'crew-lead'], event.siteid), {
      siteId: event.siteid,
      kind: 'follow-up-unsatisfied',
      subject: { type: 'repair-request', id: repairRequestId },
      occasion: `episode-${episode}`,
      data: { number: repairNumber, episode },
      happenedAt,
      urgent: await isUrgentRepair(tx, event.siteid, repair?.repairClass, happenedAt),
    });
  }
}
