import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import type { CopyEvent } from './domain/copy-event';
import type { RecordCopy } from './persistence/record-copy.entity';

/** What happened to copies of a record, as they stand afterwards, their version counted. */
export function toCopyEvent(copy: RecordCopy, act: Act, event: CopyEvent): NewEvent {
  const { id, version, siteId } = copy;
  return { aggregateId: id, aggregateVersion: version, siteId, happenedAt: act.happenedAt, actor: act.actor, ...contractOf(copy, act, event) };
}

function contractOf({ number, recordId, askedBy, copies, important, letter }: RecordCopy, { lateReason }: Act, event: CopyEvent) {
  const about = { number, ...(lateReason !== undefined && { lateReason }), recordId, askerId: askedBy, copies };
  switch (event.kind) {
    case 'asked':
      return { type: 'archives.copy-asked.v1' as const, data: { ...about, important, official: letter !== null } };
    case 'approved':
      return { type: 'archives.copy-approved.v1' as const, data: about };
    case 'refused':
      return { type: 'archives.copy-refused.v1' as const, data: about };
    case 'withdrawn':
      return { type: 'archives.copy-withdrawn.v1' as const, data: about };
    case 'made':
      return { type: 'archives.copy-made.v1' as const, data: { ...about, first: event.first } };
    case 'handed-over':
      return { type: 'archives.copy-handed-over.v1' as const, data: about };
  }
}
