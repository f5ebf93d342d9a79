import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import { recordYear } from './domain/archive-number';
import type { ProposalEvent } from './domain/proposal-event';
import type { RecordProposal } from './persistence/record-proposal.entity';

/** What happened to a proposal, as it stands afterwards, its version counted. */
export function toProposalEvent(proposal: RecordProposal, act: Act, event: ProposalEvent): NewEvent {
  const { id, version, siteId } = proposal;
  return { aggregateId: id, aggregateVersion: version, siteId, happenedAt: act.happenedAt, actor: act.actor, ...contractOf(proposal, act, event) };
}

function contractOf(proposal: RecordProposal, { lateReason }: Act, event: ProposalEvent) {
  const { number, sourceType, sourceId, sourceNumber, filedBy } = proposal;
  const source = { type: sourceType, id: sourceId, number: sourceNumber };
  const about = { number, ...(lateReason !== undefined && { lateReason }), source, filedBy };
  switch (event.kind) {
    case 'proposed': {
      const { sourceEventId, datedAt, category, retention, office, attachmentIds } = proposal;
      const series = { category, year: recordYear(datedAt), retention, office };
      return { type: 'archives.record-proposed.v1' as const, data: { ...about, sourceEventId, datedAt: datedAt.toISOString(), ...series, attachmentIds } };
    }
    case 'accepted':
      return { type: 'archives.proposal-accepted.v1' as const, data: { ...about, recordId: event.recordId, archiveNumber: event.archiveNumber } };
    case 'returned':
      return { type: 'archives.proposal-returned.v1' as const, data: about };
    case 'renewed':
      return { type: 'archives.proposal-renewed.v1' as const, data: { ...about, attachmentIds: event.attachmentIds } };
  }
}
