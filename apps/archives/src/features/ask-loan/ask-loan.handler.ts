import { Injectable } from '@nestjs/common';
import { datedNumber } from '@property-office/contracts';
import { newId, searchText, searchWords } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { isImportant } from '../../domain/importance';
import { loanErrors } from '../../domain/loan-errors';
import { isWithinTerm } from '../../domain/loan-terms';
import { holdsMarkable, type FileSizes } from '../../marks/markable-held';
import { recordToLend } from '../../persistence/lent-records';
import { Loan } from '../../persistence/loan.entity';
import { lent, Loans, type LentLoan } from '../../persistence/loans';
import type { AskLoanDto } from './ask-loan.dto';

/** Somebody who may know of a record asks for it: its paper, or a look at its files (W4.3). */
@Injectable()
export class AskLoanHandler {
  constructor(private readonly loans: Loans) {}

  /** @param sizes of a digital loan: of the files of the record @throws loanRecordUnknown, nothingToLend, loanDateWrong, the errors of G2 (400), roleMayNot (403) */
  async execute(tx: Transaction, command: CommandContext, { recordId, form, purpose, dueAt, ...input }: AskLoanDto, sizes: FileSizes): Promise<LentLoan> {
    const found = await recordToLend(tx, command.principal, recordId);
    if (!found) throw loanErrors.loanRecordUnknown();
    const { siteId, ...record } = found;
    const act = actOf(tx, command, siteId, input);
    if (!isWithinTerm(form, tx.now, dueAt)) throw loanErrors.loanDateWrong(form);
    const lendable = form === 'paper' ? record.carrier !== 'digital' : await holdsMarkable(tx, recordId, sizes);
    if (!lendable) throw loanErrors.nothingToLend(form);
    const [row] = await tx.query<{ n: string }>(`SELECT nextval('loan_number') AS n`);
    const number = datedNumber('L', tx.now, row!.n);
    const searched = searchText(number, record.archiveNumber, purpose);
    const loan = Object.assign(new Loan(), {
      id: newId(),
      number,
      siteId,
      recordId,
      version: 1,
      state: 'asked' as const,
      form,
      purpose,
      borrowerId: act.actor.personId,
      borrowerFor: act.actor.forPersonId ?? null,
      important: isImportant(record),
      dueAt,
      decidedBy: null,
      refusedReason: null,
      handedOverAt: null,
      handedOverBy: null,
      extensions: 0,
      recalledReason: null,
      borrowerLeft: false,
      episode: 1,
      overAt: null,
      inspectedBy: null,
      pagesComplete: null,
      unaltered: null,
      finding: null,
      searchText: searched,
      searchWords: searchWords(searched),
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    } satisfies Loan);
    this.loans.insert(tx, loan, act);
    return lent(loan, record);
  }
}
