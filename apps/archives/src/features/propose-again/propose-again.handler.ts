import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { isVolumeSource } from '../../domain/living-volumes';
import { proposalErrors } from '../../domain/proposal-errors';
import { LivingVolumes } from '../../persistence/living-volumes';
import { assertNotListed, lockClosedOf } from '../../persistence/lock-living-files';
import { Proposals } from '../../persistence/proposals';
import { ReadProposals } from '../../persistence/read-proposals';
import { MonthFacts } from '../../reconciliation/persistence/month-facts';
import type { RecordProposal } from '../../persistence/record-proposal.entity';
import type { ProposeAgainDto } from './propose-again.dto';

/** What was missing was done: whoever filed it, or the clerk, proposes it again, with the files that were missing. */
@Injectable()
export class ProposeAgainHandler {
  constructor(
    private readonly attachments: AttachmentClaims,
    private readonly reading: ReadProposals,
    private readonly proposals: Proposals,
    private readonly months: MonthFacts,
    private readonly volumes: LivingVolumes,
  ) {}

  /** @throws proposalUnknown (404), attachmentRefused (400), unavailable (503) */
  async prepare({ principal, operation }: CommandContext, id: string, { attachmentIds }: ProposeAgainDto): Promise<void> {
    if (!(await this.reading.one(principal, id, operation))) throw proposalErrors.proposalUnknown();
    await this.attachments.claim(attachmentIds, principal.personId, { type: 'record-proposal', id });
  }

  /** @throws proposalUnknown (404), proposalMoveIllegal, livingFileListed, volumeOutdated (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { remarks, attachmentIds = [], ...input }: ProposeAgainDto): Promise<RecordProposal> {
    const locked = await this.proposals.lockForMove(tx, command, id, 'propose-again', input);
    await this.assertVolumeHolds(tx, locked.proposal);
    const addedIds = [...new Set([...locked.proposal.addedIds, ...attachmentIds])];
    this.proposals.advance(tx, locked, { kind: 'renewed', attachmentIds }, { remarks, addedIds });
    const month = await this.months.lockFor(tx, locked.proposal);
    if (month) await this.months.changed(tx, month, 'proposed-again');
    return locked.proposal;
  }

  /** While a volume is back, its papers are closed anew, or leave with their living file. */
  private async assertVolumeHolds(tx: Transaction, proposal: RecordProposal): Promise<void> {
    if (!isVolumeSource(proposal.sourceType)) return;
    await lockClosedOf(tx, [proposal]);
    await assertNotListed(tx, proposal.sourceId);
    if ((await this.volumes.outdated([proposal.sourceEventId], tx)).size > 0) throw proposalErrors.volumeOutdated();
  }
}
