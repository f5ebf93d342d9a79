import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { Proposals } from '../../persistence/proposals';
import { MonthFacts } from '../../reconciliation/persistence/month-facts';
import type { RecordProposal } from '../../persistence/record-proposal.entity';
import type { ReturnProposalDto } from './return-proposal.dto';

/** It is no record as it is: whoever filed it hears why, and proposes it again. */
@Injectable()
export class ReturnProposalHandler {
  constructor(
    private readonly proposals: Proposals,
    private readonly months: MonthFacts,
  ) {}

  /** @throws proposalUnknown (404), proposalMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: ReturnProposalDto): Promise<RecordProposal> {
    const locked = await this.proposals.lockForMove(tx, command, id, 'return', input);
    this.proposals.advance(tx, locked, { kind: 'returned' }, { returnedReason: reason });
    const month = await this.months.lockFor(tx, locked.proposal);
    if (month) await this.months.recount(tx, month, 'counted');
    return locked.proposal;
  }
}
