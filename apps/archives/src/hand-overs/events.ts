import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import type { HandOverEvent } from './domain/hand-over-event';
import type { HandOver } from './persistence/hand-over.entity';

/** What happened to a hand-over, as it stands afterwards, its version counted: ids and facts, nobody's words. @param named who is to sign */
export function toHandOverEvent(list: HandOver, { actor, happenedAt, lateReason }: Act, event: HandOverEvent, named: readonly string[] = []): NewEvent {
  const said = { number: list.number, ...(lateReason !== undefined && { lateReason }) };
  return { aggregateId: list.id, aggregateVersion: list.version, siteId: list.siteId, happenedAt, actor, ...contractOf(list, said, event, named) };
}

function contractOf(list: HandOver, said: { number: string; lateReason?: string }, event: HandOverEvent, named: readonly string[]) {
  const { appliedBy, appliedFor, approvedBy, scope, category, fromYear, toYear, subject, buildingIds, confidential, records, livingFiles, listHash } = list;
  switch (event.kind) {
    case 'applied':
      return { type: 'archives.hand-over-applied.v1' as const, data: { ...said, scope, category, fromYear, toYear, subject, buildingIds, confidential, records, livingFiles, listHash } };
    case 'approved':
    case 'refused':
      return { type: `archives.hand-over-${event.kind}.v1` as const, data: { ...said, appliedBy } };
    case 'withdrawn':
      return { type: 'archives.hand-over-withdrawn.v1' as const, data: { ...said, appliedBy, appliedFor, approvedBy, named: [...named] } };
    case 'party-named':
      return { type: 'archives.hand-over-party-named.v1' as const, data: { ...said, part: event.part, personId: event.personId, sealed: list.state === 'sealed' } };
    case 'sealed':
      return { type: 'archives.hand-over-sealed.v1' as const, data: { ...said, appliedBy, manifestHash: list.manifestHash!, named: [...named] } };
    case 'link-issued': {
      const { linkId, part, body, sentBy, expiresAt } = event;
      return { type: 'archives.hand-over-link-issued.v1' as const, data: { ...said, linkId, part, manifestHash: list.manifestHash!, body, sentBy, expiresAt: expiresAt.toISOString() } };
    }
    case 'link-revoked':
      return { type: 'archives.hand-over-link-revoked.v1' as const, data: { ...said, linkId: event.linkId } };
    case 'signed': {
      const { part, personId, linkId, whole } = event;
      return { type: 'archives.hand-over-signed.v1' as const, data: { ...said, appliedBy, part, personId, linkId, whole } };
    }
  }
}
