import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import { contentIn } from './domain/notice-content';
import type { NoticeEvent } from './domain/notice-event';
import type { Notice } from './persistence/notice.entity';

/** What happened to a notice, for the ledger. It is as it stands afterwards, its version counted. */
export function toNewEvent(notice: Notice, act: Act, event: NoticeEvent): NewEvent {
  return {
    aggregateId: notice.id,
    aggregateVersion: notice.version,
    siteId: notice.siteId,
    happenedAt: act.happenedAt,
    actor: act.actor,
    ...contractOf(notice, act, event),
  };
}

/** Domain event → wire contract, once. */
function contractOf(notice: Notice, act: Act, event: NoticeEvent) {
  const { number, edition, kind, contentHash } = notice;
  const said = { number, edition, kind, ...(act.lateReason !== undefined && { lateReason: act.lateReason }) };
  switch (event.kind) {
    case 'drafted':
      return { type: 'notifications.notice-drafted.v1' as const, data: { ...said, ...textOf(notice), correctsId: notice.correctsId } };
    case 'edited':
      return { type: 'notifications.notice-edited.v1' as const, data: { ...said, ...textOf(notice) } };
    case 'submitted':
      return { type: 'notifications.notice-submitted.v1' as const, data: { ...said, contentHash } };
    case 'recalled':
      return { type: 'notifications.notice-recalled.v1' as const, data: said };
    case 'approved':
      return { type: 'notifications.notice-approved.v1' as const, data: { ...said, contentHash, ...(event.byLink && { byLink: event.byLink }) } };
    case 'returned':
      return { type: 'notifications.notice-returned.v1' as const, data: { ...said, remarks: event.remarks, ...(event.byLink && { byLink: event.byLink }) } };
    case 'link-issued': {
      const { linkId, body, sentBy, expiresAt } = event;
      return { type: 'notifications.notice-link-issued.v1' as const, data: { ...said, linkId, contentHash, body, sentBy, expiresAt: expiresAt.toISOString() } };
    }
    case 'link-revoked':
      return { type: 'notifications.notice-link-revoked.v1' as const, data: { ...said, linkId: event.linkId } };
    case 'scheduled':
      return { type: 'notifications.notice-scheduled.v1' as const, data: { ...said, releaseAt: event.releaseAt.toISOString() } };
    case 'unscheduled':
      return { type: 'notifications.notice-unscheduled.v1' as const, data: said };
    case 'released':
      return { type: 'notifications.notice-released.v1' as const, data: { ...said, ...releaseOf(notice) } };
    case 'expired':
      return { type: 'notifications.notice-expired.v1' as const, data: said };
    case 'withdrawn':
      return { type: 'notifications.notice-withdrawn.v1' as const, data: { ...said, reason: event.reason, from: event.from } };
    case 'corrected':
      return { type: 'notifications.notice-corrected.v1' as const, data: { ...said, correctedById: event.correctedById } };
    case 'discarded':
      return { type: 'notifications.notice-discarded.v1' as const, data: said };
    case 'reviewed':
      return { type: 'notifications.notice-reviewed.v1' as const, data: { ...said, verdict: event.verdict, remarks: event.remarks } };
    case 'escalated':
      return { type: 'notifications.notice-escalated.v1' as const, data: { ...said, ...event.level } };
    case 'shown-on-time':
      return { type: 'notifications.notice-shown-on-time.v1' as const, data: { ...said, ...event.level } };
    case 'reminded':
      return { type: 'notifications.notice-reminded.v1' as const, data: { ...said, round: event.round, people: event.people } };
    case 'slips-left':
      return { type: 'notifications.notice-slips-left.v1' as const, data: { ...said, ...slipsOf(event) } };
    case 'slips-corrected':
      return { type: 'notifications.notice-slips-corrected.v1' as const, data: { ...said, ...slipsOf(event), reason: event.reason } };
  }
}

function slipsOf({ homeIds }: { homeIds: string[] }) {
  return { homes: homeIds.length, homeIds };
}

function textOf({ content, contentHash }: Notice): { contentHash: string; attachmentIds: string[] } {
  return { contentHash, attachmentIds: contentIn(content).attachments.map(({ id }) => id) };
}

function releaseOf(notice: Notice) {
  const { zh, channels, audience, onPublicBoard, validUntil } = contentIn(notice.content);
  return {
    ...textOf(notice),
    title: zh.title,
    lane: notice.lane,
    approvedAt: notice.approvedAt?.toISOString() ?? null,
    approvedBy: notice.approvedBy,
    releasedAt: notice.releasedAt!.toISOString(),
    validUntil,
    reviewBy: notice.reviewBy?.toISOString() ?? null,
    channels,
    audience,
    onPublicBoard,
    correctsId: notice.correctsId,
  };
}
