import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { proposalErrors } from '../../domain/proposal-errors';
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
  ) {}

  /** @throws proposalUnknown (404), attachmentRefused (400), unavailable (503) */
  async prepare({ principal, operation }: CommandContext, id: string, { attachmentIds }: ProposeAgainDto): Promise<void> {
    if (!(await this.reading.one(principal, id, operation))) throw proposalErrors.proposalUnknown();
    await this.attachments.claim(attachmentIds, principal.personId, { type: 'record-proposal', id });
  }

  /** @throws proposalUnknown (404), proposalMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { remarks, attachmentIds = [], ...input }: ProposeAgainDto): Promise<RecordProposal> {
    const locked = await this.proposals.lockForMove(tx, command, id, 'propose-again', input);
    const addedIds = [...new Set([...locked.proposal.addedIds, ...attachmentIds])];
    this.proposals.advance(tx, locked, { kind: 'renewed', attachmentIds }, { remarks, addedIds });
    const month = await this.months.lockFor(tx, locked.proposal);
    if (month) await this.months.changed(tx, month, 'proposed-again');
    return locked.proposal;
  }
}
