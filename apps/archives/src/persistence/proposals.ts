import { Injectable } from '@nestjs/common';
import { lockRow, lockThenJudge } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { proposalErrors, proposalStateAfter } from '../domain/proposal-errors';
import type { ProposalEvent } from '../domain/proposal-event';
import type { ProposalMove, ProposalState } from '../domain/proposal-states';
import { toProposalEvent } from '../proposal-events';
import { recordAccess } from './record-access';
import { RecordProposal } from './record-proposal.entity';

/** Locked until COMMIT: whoever holds it is the only one to change it. */
export interface LockedProposal {
  proposal: RecordProposal;
  act: Act;
  /** Where the move leads. */
  state: ProposalState;
}

/** Proposals as they are written: the row and the event that says why, always together. */
@Injectable()
export class Proposals {
  constructor(private readonly ledger: Ledger) {}

  insert(tx: Transaction, proposal: RecordProposal, act: Act): void {
    tx.save(proposal);
    this.ledger.append(tx, toProposalEvent(proposal, act, { kind: 'proposed' }));
  }

  /** @throws proposalUnknown (404) where there is none, or none of theirs; stale (412); proposalMoveIllegal (409); the errors of `actOf` */
  async lockForMove(tx: Transaction, command: CommandContext, id: string, move: ProposalMove, input: ActFields): Promise<LockedProposal> {
    const access = recordAccess(command.principal, command.operation, 'act', 2, 'p');
    const judge = `SELECT 1 FROM record_proposal p WHERE p.id = $1 AND ${access.sql}`;
    if (!(await lockThenJudge(tx, lockRow('record_proposal'), judge, [id, ...access.params]))) throw proposalErrors.proposalUnknown();
    const proposal = await tx.manager.findOneByOrFail(RecordProposal, { id });
    assertFresh(command, proposal.version);
    return { proposal, act: actOf(tx, command, proposal.siteId, input, proposal.lastHappenedAt), state: proposalStateAfter(proposal.state, move) };
  }

  /** Changes a locked proposal and records why; its version counts every event. */
  advance(tx: Transaction, { proposal, act, state }: LockedProposal, event: ProposalEvent, changes: Partial<RecordProposal> = {}): void {
    Object.assign(proposal, { ...changes, state, version: proposal.version + 1, lastHappenedAt: act.happenedAt, changedAt: tx.now });
    tx.save(proposal);
    this.ledger.append(tx, toProposalEvent(proposal, act, event));
  }
}
