import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import type { Series } from './domain/archive-number';
import type { RecordEvent } from './domain/record-event';
import type { NewRecord } from './persistence/new-record';
import type { RecordState } from './persistence/record-state.entity';

/** Why an act was entered late (G2), where it was. */
export const lateOf = ({ lateReason }: Pick<Act, 'lateReason'>) => (lateReason === undefined ? {} : { lateReason });

/** That something is a record from now on. Only ids and facts: neither what it is about nor anybody's words. */
export function toArchivedEvent(record: NewRecord, act: Act, given: { series: Series; item: number; number: string; proof: string }): NewEvent {
  const { id, siteId, oldNumber, legalBasis, basisRank, description, source, proposalId, files } = record;
  const { category, year, retention, office } = given.series;
  const data = {
    archiveNumber: given.number,
    ...lateOf(act),
    category,
    year,
    retention,
    office,
    item: given.item,
    oldNumber,
    legalBasis,
    basisRank,
    confidentiality: description.confidentiality,
    source,
    proposalId,
    datedAt: description.datedAt.toISOString(),
    proof: given.proof,
    attachmentIds: files.map((file) => file.id),
  };
  return { type: 'archives.record-archived.v1', aggregateId: id, aggregateVersion: 1, siteId, happenedAt: act.happenedAt, actor: act.actor, data };
}

/** What happened to a record afterwards, as it stands then, its version counted. */
export function toRecordEvent({ state, archiveNumber }: { state: RecordState; archiveNumber: string }, act: Act, event: RecordEvent): NewEvent {
  const { id, version, siteId } = state;
  return { aggregateId: id, aggregateVersion: version, siteId, happenedAt: act.happenedAt, actor: act.actor, ...contractOf({ archiveNumber, ...lateOf(act) }, state, event) };
}

function contractOf(about: { archiveNumber: string; lateReason?: string }, state: RecordState, event: RecordEvent) {
  switch (event.kind) {
    case 'described':
      return { type: 'archives.record-described.v1' as const, data: { ...about, description: state.description, confidentiality: state.confidentiality } };
    case 'moved':
      return { type: 'archives.record-moved.v1' as const, data: about };
    case 'hold-set':
      return { type: 'archives.hold-set.v1' as const, data: about };
    case 'hold-lifted':
      return { type: 'archives.hold-lifted.v1' as const, data: about };
    case 'reader-admitted':
      return { type: 'archives.reader-admitted.v1' as const, data: { ...about, readerId: event.readerId, until: event.until?.toISOString() ?? null } };
    case 'kept':
      return { type: 'archives.record-kept.v1' as const, data: { ...about, appraisalId: event.appraisalId, keptUntilYear: event.keptUntilYear } };
    case 'destroyed': {
      const { destructionId, proof, attachmentIds, living } = event;
      return { type: 'archives.record-destroyed.v1' as const, data: { ...about, destructionId, proof, attachmentIds, ...(living && { living: { fileId: living.fileId, attachmentIds: living.attachmentIds } }) } };
    }
    case 'handed-over':
      return { type: 'archives.record-handed-over.v1' as const, data: { ...about, handOverId: event.handOverId, proof: event.proof } };
    case 'file-damaged': {
      const { position, sha256, found } = event;
      return { type: 'archives.file-damaged.v1' as const, data: { ...about, position, sha256, found } };
    }
    case 'file-restored': {
      const { position, sha256 } = event;
      return { type: 'archives.file-restored.v1' as const, data: { ...about, position, sha256 } };
    }
    case 'admission-ended':
      return { type: 'archives.admission-ended.v1' as const, data: { ...about, readerId: event.readerId } };
  }
}
