import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { grantAccess, revokeAccess } from '@property-office/access';
import { Reaction, type EventOf, type ReactionContext, type Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { addEntry, markTakenBack, openTimeline } from '../persistence/timelines';

/** Writes every event of a repair request to its timeline, in order and without gaps (I4). */
@Controller()
export class FollowRepairReaction {
  @Reaction({ durable: 'tracking__timeline_v1', events: 'tickets.*', order: 'strict', replay: 'rebuild' })
  onEvent(@Payload() event: Selected<'tickets.*'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if (event.type === 'tickets.repair-requested.v1') {
      openTimeline(tx, event);
      const { reporterId } = event.data;
      for (const personId of new Set([reporterId, event.actorid])) {
        if (!personId) continue;
        grantAccess(tx, {
          objectId: event.subject,
          siteId: event.siteid,
          subject: `person:${personId}`,
          right: 'read',
          sourceVersion: event.aggregateversion,
        });
      }
    }
    if (event.type === 'tickets.repair-corrected.v1' || event.type === 'tickets.act-taken-back.v1') followReporter(tx, event);
    if (event.type === 'tickets.act-taken-back.v1') {
      const { eventId, type } = event.data.act;
      markTakenBack(tx, eventId, type === 'tickets.repair-commented.v1' ? ['comment'] : []);
    }
    addEntry(tx, event.subject, event);
  }
}

/** Where the reporter was corrected, the wrong person reads the timeline no more and the right one does. */
function followReporter(tx: Transaction, event: EventOf<'tickets.repair-corrected.v1' | 'tickets.act-taken-back.v1'>): void {
  const { from, to } = event.data;
  if (to.reporterId === undefined) return;
  const tie = { objectId: event.subject, siteId: event.siteid, right: 'read' as const, sourceVersion: event.aggregateversion };
  if (from.reporterId) revokeAccess(tx, { ...tie, subject: `person:${from.reporterId}` });
  if (to.reporterId) grantAccess(tx, { ...tie, subject: `person:${to.reporterId}` });
}
