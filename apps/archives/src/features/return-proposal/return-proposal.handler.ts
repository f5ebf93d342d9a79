import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { Proposals } from '../../persistence/proposals';
import type { RecordProposal } from '../../persistence/record-proposal.entity';
import type { ReturnProposalDto } from './return-proposal.dto';

/** It is no record as it is: whoever filed it hears why, and proposes it again. */
@Injectable()
export class ReturnProposalHandler {
  constructor(private readonly proposals: Proposals) {}

  /** @throws proposalUnknown (404), proposalMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: ReturnProposalDto): Promise<RecordProposal> {
    const locked = await this.proposals.lockForMove(tx, command, id, 'return', input);
    this.proposals.advance(tx, locked, { kind: 'returned' }, { returnedReason: reason });
    return locked.proposal;
  }
}
