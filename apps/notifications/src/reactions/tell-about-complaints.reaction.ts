import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { shieldObject } from '@property-office/access';
import { Reaction, type ReactionContext, type Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { isAtOnce } from '../domain/urgency';
import { firstToHear, handlerOf, inHandOf, keepHandler, mayHear } from '../persistence/complaint-audience';
import { notify } from '../persistence/notify';

type Heard = Selected<'complaints.*'>;

interface Told {
  kind: NoticeKind;
  personIds: string[];
  /** Another complaint that is named to them. */
  other?: { as: 'into' | 'double'; id: string; number: string };
}

/**
 * Tells the staff what waits for them: handler, superior, director, or the company about a director, the desk of a suggestion; of who is away the
 * deputy. Never whoever it is about or their crew, and nothing of who complains: complainants are told by complaints itself (W2.3).
 */
@Controller()
export class TellAboutComplaintsReaction {
  @Reaction({ durable: 'notifications__complaints_v1', events: 'complaints.*', order: 'strict', replay: 'skip' })
  async onEvent(@Payload() event: Heard, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const former = await handlerOf(tx, event.subject);
    follow(tx, event);
    for (const { kind, personIds, other } of await toTell(tx, event, former)) {
      const hear = await mayHear(tx, event.subject, [...new Set(personIds)]);
      for (const personId of other ? await mayHear(tx, other.id, hear) : hear) {
        if (personId === event.actorid) continue;
        notify(tx, {
          personId,
          siteId: event.siteid,
          kind,
          subject: { type: subjectOf(event), id: event.subject },
          occasion: `version-${event.aggregateversion}`,
          data: { number: event.data.number, ...(other && { [other.as]: other.number }) },
          happenedAt: new Date(event.happenedat),
          urgent: isAtOnce(kind),
        });
      }
    }
  }
}

const subjectOf = ({ aggregatetype: type }: Heard): 'complaint' | 'suggestion' | 'cause-measure' => (type === 'suggestion' || type === 'cause-measure' ? type : 'complaint');

/** Keeps who handles it and from whom it is hidden. */
function follow(tx: Transaction, event: Heard): void {
  switch (event.type) {
    case 'complaints.complaint-recorded.v1':
      shieldObject(tx, event.subject, event.data.hiddenFrom);
      return keepHandler(tx, event.subject, event.data.handlerId);
    case 'complaints.complaint-hidden.v1':
      return shieldObject(tx, event.subject, event.data.hiddenFrom);
    case 'complaints.complaint-assigned.v1':
    case 'complaints.complaint-corrected.v1':
    case 'complaints.complaint-made-major.v1':
    case 'complaints.complaint-unmerged.v1':
    case 'complaints.complaint-double-left.v1':
      return keepHandler(tx, event.subject, event.data.handlerId);
    case 'complaints.complaint-disputed.v1':
    case 'complaints.complaint-merged.v1':
      return keepHandler(tx, event.subject, null);
    default:
  }
}

/** Whoever asked for it, or handles the case, does not approve it. */
async function behindExtension(tx: Transaction, { subject, actorid, actorfor }: Heard): Promise<string[]> {
  return [actorid, actorfor, await handlerOf(tx, subject)].filter((each) => typeof each === 'string');
}

/** @param former who handled it before this happened */
async function toTell(tx: Transaction, event: Heard, former: string | null): Promise<Told[]> {
  const { subject: id, siteid } = event;
  const inHand = (handlerId: string | null) => (handlerId ? inHandOf(tx, id, siteid, handlerId) : []);
  const handler = async () => inHand(await handlerOf(tx, id));
  const directors = () => firstToHear(tx, id, siteid, [['director'], ['company']]);
  const leads = (but: readonly string[] = []) => firstToHear(tx, id, siteid, [['desk-lead'], ['director'], ['company']], but);
  switch (event.type) {
    case 'complaints.complaint-recorded.v1': {
      const { major, handlerId, superiorIds = [] } = event.data;
      const superiors = { kind: 'complaint-attitude', personIds: superiorIds } as const;
      if (major) return [{ kind: 'complaint-major', personIds: [...(await directors()), ...(await inHand(handlerId))] }, superiors];
      return [handlerId ? { kind: 'complaint-yours', personIds: await inHand(handlerId) } : { kind: 'complaint-unassigned', personIds: await leads() }, superiors];
    }
    case 'complaints.complaint-made-major.v1':
      return [{ kind: 'complaint-major', personIds: [...(await directors()), ...(await handler())] }];
    case 'complaints.complaint-assigned.v1':
      return [{ kind: 'complaint-yours', personIds: await inHand(event.data.handlerId) }];
    case 'complaints.complaint-corrected.v1': {
      const { handlerId, formerHandlerId, superiorIds = [] } = event.data;
      const superiors = { kind: 'complaint-attitude', personIds: superiorIds } as const;
      if (handlerId === formerHandlerId) return [superiors];
      return [handlerId ? { kind: 'complaint-yours', personIds: await inHand(handlerId) } : { kind: 'complaint-unassigned', personIds: await leads() }, superiors];
    }
    case 'complaints.complaint-disputed.v1':
      return [{ kind: 'complaint-unassigned', personIds: event.data.final ? await directors() : await leads() }];
    case 'complaints.complaint-merged.v1': {
      const { into } = event.data;
      // Who handles both hears of it by the one that goes on.
      const others = former === (await handlerOf(tx, into.id)) ? [] : await inHand(former);
      return [{ kind: 'complaint-rests', personIds: others, other: { as: 'into', ...into } }];
    }
    case 'complaints.complaint-double-joined.v1':
      return [{ kind: 'complaint-goes-on', personIds: await handler(), other: { as: 'double', ...event.data.double } }];
    case 'complaints.complaint-unmerged.v1':
      return [{ kind: 'complaint-apart', personIds: await inHand(event.data.handlerId), other: { as: 'into', ...event.data.into } }];
    case 'complaints.complaint-double-left.v1':
      return [{ kind: 'complaint-left', personIds: [...(await inHand(event.data.handlerId)), ...(await inHand(former))], other: { as: 'double', ...event.data.double } }];
    case 'complaints.task-added.v1':
      return [{ kind: 'complaint-task', personIds: [event.data.ownerId] }];
    case 'complaints.task-handed-on.v1':
      return [{ kind: 'complaint-task', personIds: [event.data.ownerId] }, { kind: 'complaint-task-handed-on', personIds: [event.data.formerOwnerId] }];
    case 'complaints.task-finished.v1':
      return [{ kind: 'complaint-task-done', personIds: await handler() }];
    case 'complaints.task-cancelled.v1': {
      const { ownerId } = event.data;
      const others = (await handler()).filter((personId) => personId !== ownerId);
      return [{ kind: 'complaint-task-cancelled', personIds: [ownerId] }, { kind: 'complaint-task-off', personIds: others }];
    }
    case 'complaints.extension-asked.v1': {
      const { approvers } = event.data;
      const above = (but: string[]) => (approvers ? firstToHear(tx, id, siteid, approvers.map((role) => [role]), but) : leads(but));
      return [{ kind: 'complaint-extension-asked', personIds: await above(await behindExtension(tx, event)) }];
    }
    case 'complaints.extension-decided.v1':
      return [{ kind: 'complaint-extension-decided', personIds: await handler() }];
    case 'complaints.dissent-recorded.v1':
      return [{ kind: 'complaint-dissent', personIds: await directors() }];
    case 'complaints.suggestion-recorded.v1':
      return [{ kind: 'suggestion-to-review', personIds: await firstToHear(tx, id, siteid, [['desk', 'desk-lead'], ['director'], ['company']]) }];
    case 'complaints.cause-measure-set.v1':
    case 'complaints.cause-measure-assigned.v1':
      return [{ kind: 'measure-yours', personIds: [event.data.ownerId] }];
    case 'complaints.suggestion-adopted.v1':
      return [{ kind: 'suggestion-yours', personIds: [event.data.ownerId] }];
    default:
      return [];
  }
}
