import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { decidingAct, lent, Loans, type LentLoan } from '../../persistence/loans';
import type { LendingReasonDto } from '../lending-reason.dto';

/** It is not lent, and whoever asked reads why. */
@Injectable()
export class RefuseLoanHandler {
  constructor(private readonly loans: Loans) {}

  /** @throws loanUnknown (404), ownLoan, decidedByDirector (403), loanMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: LendingReasonDto): Promise<LentLoan> {
    const locked = await this.loans.lockForMove(tx, command, id, 'refuse', input);
    const { loan, record, state } = locked;
    const act = decidingAct(command, locked);
    this.loans.advance(tx, loan, act, { kind: 'refused' }, { state, decidedBy: act.actor.personId, refusedReason: reason, overAt: act.happenedAt });
    return lent(loan, record);
  }
}
