import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import { latePromise, reachedLevel } from './domain/late-promise';
import type { PrintJobEvent } from './domain/print-job-event';
import type { PrintJob } from './persistence/print-job.entity';

/** As `toIncomingEvent`, of a print job as it stands afterwards: neither what is printed nor for whom. */
export function toPrintJobEvent(job: PrintJob, act: Act, event: PrintJobEvent): NewEvent {
  const { id, version, siteId } = job;
  return { aggregateId: id, aggregateVersion: version, siteId, happenedAt: act.happenedAt, actor: act.actor, ...contractOf(job, act, event) };
}

function contractOf({ number, requestedBy, takenBy, copies, confidentiality, attachmentIds, draftIds, dueAt }: PrintJob, { lateReason }: Act, event: PrintJobEvent) {
  const about = { number, ...(lateReason !== undefined && { lateReason }), requesterId: requestedBy };
  switch (event.kind) {
    case 'requested':
      return { type: 'documents.print-job-requested.v1' as const, data: { ...about, copies, confidentiality, dueAt: dueAt.toISOString(), attachmentIds } };
    case 'taken':
      return { type: 'documents.print-job-taken.v1' as const, data: { ...about, takerId: takenBy! } };
    case 'done':
      return { type: 'documents.print-job-done.v1' as const, data: { ...about, copies, ...(draftIds.length > 0 && { attachmentIds: draftIds }) } };
    case 'returned':
      return { type: 'documents.print-job-returned.v1' as const, data: about };
    case 'escalated':
      return { type: 'documents.print-job-escalated.v1' as const, data: { ...about, ...reachedLevel(event.level) } };
    case 'shown-on-time':
      return { type: 'documents.print-job-shown-on-time.v1' as const, data: { ...about, ...latePromise(event.level) } };
  }
}
