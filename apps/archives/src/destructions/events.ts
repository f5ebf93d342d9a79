import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import type { AppraisalEvent } from './domain/appraisal-event';
import type { DestructionEvent } from './domain/destruction-event';
import type { Appraisal } from './persistence/appraisal.entity';
import type { Destruction } from './persistence/destruction.entity';

const envelope = ({ id, version, siteId }: Appraisal | Destruction, { actor, happenedAt }: Act) => ({ aggregateId: id, aggregateVersion: version, siteId, happenedAt, actor });
const about = ({ number }: { number: string }, { lateReason }: Act) => ({ number, ...(lateReason !== undefined && { lateReason }) });

/** What happened to an appraisal, as it stands afterwards, its version counted: ids and facts, nobody's words. */
export function toAppraisalEvent(appraisal: Appraisal, act: Act, event: AppraisalEvent): NewEvent {
  return { ...envelope(appraisal, act), ...appraisalContract(appraisal, about(appraisal, act), event) };
}

function appraisalContract({ startedBy }: Appraisal, said: ReturnType<typeof about>, event: AppraisalEvent) {
  switch (event.kind) {
    case 'started':
      return { type: 'archives.appraisal-started.v1' as const, data: { ...said, recordIds: event.recordIds, appraiserIds: event.appraiserIds } };
    case 'opinion-given':
      return { type: 'archives.opinion-given.v1' as const, data: { ...said, recordIds: event.recordIds, verdict: event.verdict, retention: event.retention } };
    case 'concluded':
      return { type: 'archives.appraisal-concluded.v1' as const, data: { ...said, startedBy, kept: event.kept, listed: event.listed } };
    case 'withdrawn':
      return { type: 'archives.appraisal-withdrawn.v1' as const, data: { ...said, startedBy, appraiserIds: event.appraiserIds } };
  }
}

/** What happened to a destruction list, likewise. */
export function toDestructionEvent(destruction: Destruction, act: Act, event: DestructionEvent): NewEvent {
  return { ...envelope(destruction, act), ...destructionContract(destruction, about(destruction, act), event) };
}

function destructionContract({ appliedBy, appliedFor, approvedBy, listHash }: Destruction, said: ReturnType<typeof about>, event: DestructionEvent) {
  switch (event.kind) {
    case 'applied':
      return { type: 'archives.destruction-applied.v1' as const, data: { ...said, recordIds: event.recordIds, listHash } };
    case 'approved':
    case 'refused':
      return { type: `archives.destruction-${event.kind}.v1` as const, data: { ...said, appliedBy } };
    case 'withdrawn':
      return { type: 'archives.destruction-withdrawn.v1' as const, data: { ...said, appliedBy, appliedFor, approvedBy, witnessIds: event.witnessIds } };
    case 'witness-named':
      return { type: 'archives.witness-named.v1' as const, data: { ...said, witnessId: event.witnessId } };
    case 'link-issued': {
      const { linkId, body, sentBy, expiresAt } = event;
      return { type: 'archives.witness-link-issued.v1' as const, data: { ...said, linkId, listHash, body, sentBy, expiresAt: expiresAt.toISOString() } };
    }
    case 'link-revoked':
      return { type: 'archives.witness-link-revoked.v1' as const, data: { ...said, linkId: event.linkId } };
    case 'witnessed':
      return { type: 'archives.destruction-witnessed.v1' as const, data: { ...said, appliedBy, witnessId: event.witnessId, linkId: event.linkId, whole: event.whole } };
    case 'carried-out': {
      const { recordIds, registerNumber, registerHash } = event;
      return { type: 'archives.destruction-carried-out.v1' as const, data: { ...said, recordIds, registerNumber, registerHash } };
    }
    case 'reapplied':
      return { type: 'archives.destruction-reapplied.v1' as const, data: { ...said, registerNumber: event.registerNumber, registerHash: event.registerHash } };
    case 'certified':
      return { type: 'archives.destruction-certified.v1' as const, data: { ...said, appliedBy, wiped: event.wiped, kept: event.kept } };
  }
}
