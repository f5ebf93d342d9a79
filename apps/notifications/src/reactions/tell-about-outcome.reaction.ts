import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { isUrgent } from '../domain/urgency';
import { repairOf } from '../persistence/audience';
import { tellGroups } from '../persistence/group-notices';

/** An unsatisfied reporter is told to the leads of the site at once. */
@Controller()
export class TellAboutOutcomeReaction {
  @Reaction({ durable: 'notifications__outcome_v1', events: ['followups.follow-up-completed.v1'], order: 'any', replay: 'skip' })
  async onCompleted(@Payload() event: WireEvent<'followups.follow-up-completed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { result, repairRequestId, repairNumber, episode } = event.data;
    if (result !== 'unsatisfied') return;
    const repair = await repairOf(tx, repairRequestId);
    const leads = (['desk-lead', 'crew-lead'] as const).map((role) => ({ kind: 'role' as const, role, siteId: event.siteid }));
    await tellGroups(tx, leads, {
      siteId: event.siteid,
      kind: 'follow-up-unsatisfied',
      subject: { type: 'repair-request', id: repairRequestId },
      occasion: `episode-${episode}`,
      data: { number: repairNumber, episode },
      happenedAt: new Date(event.happenedat),
      urgent: isUrgent(repair?.repairClass),
    });
  }
}
