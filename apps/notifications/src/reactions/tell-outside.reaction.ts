import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import type { StaffGroup } from '../domain/staff-groups';
import { cloudEventOf, type WebhookFact } from '../domain/webhook-events';
import { enqueueDelivery } from '../persistence/enqueue-delivery';
import { robotsOf } from '../persistence/group-robots';
import { isUrgentRepair } from '../persistence/urgent-repairs';
import { webhooksFor } from '../persistence/webhooks';

type Reported = EventOf<'tickets.repair-requested.v1'>;
type Ended = EventOf<'tickets.repair-resolved.v1' | 'tickets.repair-closed.v1'>;
type Assigned = EventOf<'dispatch.work-order-assigned.v1'>;
type Completed = EventOf<'followups.follow-up-completed.v1'>;

interface Said {
  siteId: string;
  group: StaffGroup;
  crewId?: string;
  kind: NoticeKind;
  /** What it is about, and which occasion of it. */
  key: string;
  data: Record<string, string | number>;
  urgent: boolean;
}

/** Tells groups of the staff in their chats, and other systems by webhook, what happens on their site. */
@Controller()
export class TellOutsideReaction {
  @Reaction({
    durable: 'notifications__webhooks_v1',
    events: ['tickets.repair-requested.v1', 'tickets.repair-resolved.v1', 'tickets.repair-closed.v1'],
    order: 'any',
    replay: 'skip',
  })
  async toSystems(@Payload() event: Reported | Ended, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const fact = factOf(event);
    for (const endpointId of await webhooksFor(tx, event.siteid, fact.event)) {
      enqueueDelivery(tx, {
        businessKey: `${event.subject}:episode-${event.data.episode}:${fact.event}:webhook:${endpointId}`,
        siteId: event.siteid,
        channel: 'webhook',
        receiver: { endpointId },
        content: { type: 'cloud-event', ref: cloudEventOf(fact) },
      });
    }
  }

  @Reaction({ durable: 'notifications__robots_v1', events: ['tickets.repair-requested.v1'], order: 'any', replay: 'skip' })
  ofReports(@Payload() event: Reported, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    return tellGroupsOf(tx, event);
  }

  @Reaction({ durable: 'notifications__robots_work_v1', events: ['dispatch.work-order-assigned.v1'], order: 'any', replay: 'skip' })
  ofWork(@Payload() event: Assigned, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    return tellGroupsOf(tx, event);
  }

  @Reaction({ durable: 'notifications__robots_outcome_v1', events: ['followups.follow-up-completed.v1'], order: 'any', replay: 'skip' })
  ofOutcomes(@Payload() event: Completed, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    return tellGroupsOf(tx, event);
  }
}

async function tellGroupsOf(tx: Transaction, event: Reported | Assigned | Completed): Promise<void> {
  for (const { siteId, group, crewId, kind, key, data, urgent } of await saidOf(tx, event)) {
    for (const endpointId of await robotsOf(tx, siteId, group, crewId)) {
      enqueueDelivery(tx, {
        businessKey: `${key}:${kind}:robot:${endpointId}`,
        siteId,
        channel: 'robot',
        receiver: { endpointId },
        content: { type: 'notification', ref: { kind, data } },
        urgent,
      });
    }
  }
}

function factOf(event: Reported | Ended): WebhookFact {
  const { number, episode } = event.data;
  const fact = { siteId: event.siteid, repairRequestId: event.subject, number, episode, happenedAt: new Date(event.happenedat) };
  switch (event.type) {
    case 'tickets.repair-requested.v1':
      return { ...fact, event: 'repair-request.reported', more: { category: event.data.category, repairClass: event.data.repairClass } };
    case 'tickets.repair-resolved.v1':
      return { ...fact, event: 'repair-request.resolved', more: {} };
    case 'tickets.repair-closed.v1':
      return { ...fact, event: 'repair-request.closed', more: { result: event.data.result } };
  }
}

/** The desk hears of each report, and the management of the dangerous ones; a crew of its jobs; both leads of displeasure. */
async function saidOf(tx: Transaction, event: Reported | Assigned | Completed): Promise<Said[]> {
  const { siteid: siteId, subject } = event;
  const at = new Date(event.happenedat);
  switch (event.type) {
    case 'tickets.repair-requested.v1': {
      const { number, repairClass, episode } = event.data;
      const urgent = await isUrgentRepair(tx, siteId, repairClass, at);
      const said = { siteId, kind: 'repair-reported', key: `${subject}:episode-${episode}`, data: { number, repairClass }, urgent } as const;
      return [{ ...said, group: 'desk' }, ...(repairClass === 'P0' ? [{ ...said, group: 'management' } as const] : [])];
    }
    case 'dispatch.work-order-assigned.v1': {
      const { crewId, workOrderNumber, repairNumber, repairClass } = event.data;
      if (!crewId) return [];
      const data = { workOrderNumber, number: repairNumber };
      const urgent = await isUrgentRepair(tx, siteId, repairClass, at);
      return [{ siteId, group: 'crew', crewId, kind: 'work-order-yours', key: `${subject}:version-${event.aggregateversion}`, data, urgent }];
    }
    case 'followups.follow-up-completed.v1': {
      const { result, repairRequestId, repairNumber, episode } = event.data;
      if (result !== 'unsatisfied') return [];
      const said = { siteId, kind: 'follow-up-unsatisfied', key: `${repairRequestId}:episode-${episode}`, data: { number: repairNumber, episode }, urgent: false } as const;
      return [{ ...said, group: 'desk' }, { ...said, group: 'management' }];
    }
  }
}
