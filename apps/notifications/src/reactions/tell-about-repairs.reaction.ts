import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext, type Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { followDoubles } from '../persistence/joined-doubles';
import { keepRepair, repairOf, type KnownRepair } from '../persistence/audience';
import { holding, tellGroups, tellWhatWaited, type GroupNotice } from '../persistence/group-notices';
import { notify } from '../persistence/notify';
import { followSharers } from '../persistence/sharers';
import { tellOfRating, tellOfUrging } from '../persistence/tell-of-reporter';
import { isUrgentRepair } from '../persistence/urgent-repairs';

/** The person it was wrongly put down for hears nothing more of it (G3). */
const keepReporter = 'UPDATE repair SET reporter_id = $2 WHERE id = $1';
const keepClass = 'UPDATE repair SET repair_class = $2 WHERE id = $1';

/** Tells the reporter how their request goes, and the desk what a reporter has to say: also after it is closed. */
@Controller()
export class TellAboutRepairsReaction {
  @Reaction({ durable: 'notifications__repairs_v1', events: 'tickets.*', order: 'strict', replay: 'skip' })
  async onEvent(@Payload() event: Selected<'tickets.*'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    if (event.type === 'tickets.repair-corrected.v1' || event.type === 'tickets.act-taken-back.v1') {
      const { reporterId, repairClass } = event.data.to;
      if (reporterId !== undefined) tx.send(keepReporter, [event.subject, reporterId]);
      if (repairClass !== undefined) tx.send(keepClass, [event.subject, repairClass]);
    }
    if (event.type === 'tickets.repair-reopened.v1') tx.send(keepClass, [event.subject, event.data.repairClass]);
    await followDoubles(tx, event);
    await followSharers(tx, event);
    if (event.type === 'tickets.repair-urged.v1') return tellOfUrging(tx, event);
    if (event.type === 'tickets.repair-rated.v1') return tellOfRating(tx, event);
    const kind = noticeOf(event);
    if (!kind) return;
    const repair = event.type === 'tickets.repair-requested.v1' ? firstHeardOf(tx, event) : await repairOf(tx, event.subject);
    if (!repair) return;
    const happenedAt = new Date(event.happenedat);
    const notice: GroupNotice = {
      siteId: repair.siteId,
      kind,
      subject: { type: 'repair-request', id: repair.id },
      occasion: occasionOf(kind, event),
      data: { number: repair.number, episode: event.data.episode, ...(event.type === 'tickets.repair-merged.v1' && { into: event.data.into.number }) },
      happenedAt,
      urgent: await isUrgentRepair(tx, repair.siteId, repair.repairClass, happenedAt),
    };
    const { reporterId } = repair;
    // The reporter is told what others do, and that their own report was accepted; the desk what the reporter writes or undoes.
    if (kind === 'repair-accepted' || event.actorid !== reporterId) {
      if (reporterId) notify(tx, { ...notice, personId: reporterId });
    } else if (kind === 'repair-commented' || kind === 'repair-reopened') await tellGroups(tx, holding(['desk', 'desk-lead'], repair.siteId), notice);
  }
}

function firstHeardOf(tx: Transaction, { subject, siteid, data }: EventOf<'tickets.repair-requested.v1'>): KnownRepair {
  const repair = { id: subject, siteId: siteid, number: data.number, reporterId: data.reporterId, repairClass: data.repairClass };
  keepRepair(tx, repair);
  tellWhatWaited(tx, repair);
  return repair;
}

type RepairNotice = Extract<NoticeKind, `repair-${string}`>;

/** Once an episode, whatever means it; a comment, and a cancellation that may be taken back, each by itself. */
function occasionOf(kind: RepairNotice, { aggregateversion, data: { episode } }: Selected<'tickets.*'>): string {
  switch (kind) {
    case 'repair-commented':
      return `comment-${aggregateversion}`;
    case 'repair-cancelled':
    case 'repair-goes-on':
    case 'repair-merged':
    case 'repair-unmerged':
      return `version-${aggregateversion}`;
    default:
      return `episode-${episode}`;
  }
}

function noticeOf(event: Selected<'tickets.*'>): RepairNotice | undefined {
  switch (event.type) {
    case 'tickets.repair-requested.v1':
      return 'repair-accepted';
    case 'tickets.repair-resolved.v1':
      return 'repair-resolved';
    case 'tickets.repair-closed.v1':
      return 'repair-closed';
    case 'tickets.repair-reopened.v1':
      return 'repair-reopened';
    case 'tickets.repair-cancelled.v1':
      return 'repair-cancelled';
    case 'tickets.repair-merged.v1':
      return 'repair-merged';
    case 'tickets.repair-unmerged.v1':
      return 'repair-unmerged';
    case 'tickets.repair-commented.v1':
      return 'repair-commented';
    case 'tickets.act-taken-back.v1':
      // Nobody was told of a correction, and a comment taken back is not there any more where its notice leads.
      return event.data.act.type === 'tickets.repair-cancelled.v1' ? 'repair-goes-on' : undefined;
    default:
      return undefined;
  }
}
