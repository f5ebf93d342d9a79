import { Injectable } from '@nestjs/common';
import { InternalClient } from '@property-office/backbone';
import {
  describeAttachmentsPath,
  recordMatterPaths,
  type AttachmentsDescribed,
  type ClaimedAttachment,
  type RecordMatter,
  type RecordMatters,
  type RecordSource,
} from '@property-office/contracts';
import { isVolumeSource, type VolumeSource } from '../domain/living-volumes';
import { LivingVolumes } from '../persistence/living-volumes';
import { RepairRegisters } from '../reconciliation/persistence/repair-registers';
import type { RecordProposal } from '../persistence/record-proposal.entity';

/** What a proposal is of, as its source tells it now: what was filed does not change any more. */
export interface Looked {
  matter: RecordMatter;
  files: ClaimedAttachment[];
  /** Each file it names is there, and of a volume of a living file its end is the right one. */
  complete: boolean;
}

const services = {
  'incoming-document': 'documents',
  'outgoing-document': 'documents',
  complaint: 'complaints',
  notice: 'notifications',
  'repair-request': 'tickets',
} as const satisfies Record<Exclude<RecordSource, 'repair-register' | VolumeSource>, keyof typeof recordMatterPaths>;

/** The last two are here. */
function tellerOf(source: RecordSource): (typeof services)[keyof typeof services] | 'registers' | 'volumes' {
  if (isVolumeSource(source)) return 'volumes';
  return source === 'repair-register' ? 'registers' : services[source];
}

/** Of one living file there are several volumes, each known by the event that closed it. */
const matterId = ({ sourceType, sourceId, sourceEventId }: RecordProposal): string => (isVolumeSource(sourceType) ? sourceEventId : sourceId);

/** Asks the services records are proposed from what no event says. Never in a transaction or a reaction. */
@Injectable()
export class AskSources {
  constructor(
    private readonly client: InternalClient,
    private readonly registers: RepairRegisters,
    private readonly volumes: LivingVolumes,
  ) {}

  /** By the id of the proposal; without those whose source does not know them. @throws unavailable (503) */
  async about(proposals: readonly RecordProposal[]): Promise<ReadonlyMap<string, Looked>> {
    const matters = new Map<string, RecordMatter>();
    for (const [service, of] of Map.groupBy(proposals, ({ sourceType }) => tellerOf(sourceType))) {
      for (const matter of await this.told(service, [...new Set(of.map(matterId))])) matters.set(matter.id, matter);
    }
    const wanted = proposals.flatMap((proposal) => {
      const matter = matters.get(matterId(proposal));
      return matter ? [{ proposal, matter, ids: [...new Set([...proposal.attachmentIds, ...matter.attachmentIds, ...proposal.addedIds])] }] : [];
    });
    const files = await this.files([...new Set(wanted.flatMap(({ ids }) => ids))]);
    const outdated = await this.volumes.outdated(wanted.flatMap(({ proposal: { sourceType, sourceEventId } }) => (isVolumeSource(sourceType) ? sourceEventId : [])));
    return new Map(
      wanted.map(({ proposal, matter, ids }) => {
        const found = ids.flatMap((id) => files.get(id) ?? []);
        return [proposal.id, { matter, files: found, complete: found.length === ids.length && !outdated.has(proposal.sourceEventId) }];
      }),
    );
  }

  private async told(service: ReturnType<typeof tellerOf>, ids: string[]): Promise<RecordMatter[]> {
    if (service === 'registers' || service === 'volumes') return this[service].matters(ids);
    return (await this.client.post<RecordMatters>(service, recordMatterPaths[service], { ids })).matters;
  }

  private async files(attachmentIds: string[]): Promise<ReadonlyMap<string, ClaimedAttachment>> {
    if (attachmentIds.length === 0) return new Map();
    const { attachments } = await this.client.post<AttachmentsDescribed>('files', describeAttachmentsPath, { attachmentIds });
    return new Map(attachments.map((file) => [file.id, file]));
  }
}
