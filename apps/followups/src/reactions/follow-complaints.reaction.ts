import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { shieldObject } from '@property-office/access';
import { Reaction, type ReactionContext, type Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { ApplyFactHandler } from '../features/apply-fact/apply-fact.handler';
import { PlanComplaintFollowUpHandler } from '../features/plan-complaint-follow-up/plan-complaint-follow-up.handler';
import { FollowUps } from '../persistence/follow-ups';

/** Follows up what complaints closes; a dispute takes back what nobody has asked yet, and an outcome stays. */
@Controller()
export class FollowComplaintsReaction {
  constructor(
    private readonly plan: PlanComplaintFollowUpHandler,
    private readonly facts: ApplyFactHandler,
    private readonly followUps: FollowUps,
  ) {}

  @Reaction({ durable: 'followups__complaints_v1', events: 'complaints.*', order: 'strict', replay: 'skip' })
  async onEvent(@Payload() event: Selected<'complaints.*'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    switch (event.type) {
      case 'complaints.complaint-closed.v1':
        return this.plan.execute(tx, { complaintId: event.subject, siteId: event.siteid, closed: event.data }, actOfEvent(event));
      case 'complaints.complaint-disputed.v1': {
        // The event is of the round that begins; what it takes back is of the one before.
        const followUp = await this.followUps.lockOfComplaint(tx, event.subject, event.data.round - 1);
        if (followUp) await this.facts.apply(tx, followUp, actOfEvent(event), 'reopened');
        return;
      }
      case 'complaints.complaint-hidden.v1': {
        const rows = await tx.query<{ id: string }>('SELECT id FROM follow_up WHERE complaint_id = $1', [event.subject]);
        for (const { id } of rows) shieldObject(tx, id, event.data.hiddenFrom);
        return;
      }
      default:
        return;
    }
  }
}
