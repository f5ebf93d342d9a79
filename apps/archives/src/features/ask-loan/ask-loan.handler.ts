import { Injectable } from '@nestjs/common';
import { newId, searchText, searchWords } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { loanNumber } from '../../domain/archive-number';
import { isImportant } from '../../domain/importance';
import { loanErrors } from '../../domain/loan-errors';
import { isWithinTerm } from '../../domain/loan-terms';
import { isMarkable } from '../../domain/markable';
import { filesOf, sheetsOfRecord } from '../../persistence/held-things';
import { recordToLend } from '../../persistence/lent-records';
import { Loan } from '../../persistence/loan.entity';
import { lent, Loans, type LentLoan } from '../../persistence/loans';
import type { AskLoanDto } from './ask-loan.dto';

/** Somebody who may know of a record asks for it: its paper, or a look at its files (W4.3). */
@Injectable()
export class AskLoanHandler {
  constructor(private readonly loans: Loans) {}

  /** @throws loanRecordUnknown, nothingToLend, loanDateWrong, the errors of G2 (400), roleMayNot (403) */
  async execute(tx: Transaction, command: CommandContext, { recordId, form, purpose, dueAt, ...input }: AskLoanDto): Promise<LentLoan> {
    const found = await recordToLend(tx, command.principal, recordId);
    if (!found) throw loanErrors.loanRecordUnknown();
    const { siteId, ...record } = found;
    const act = actOf(tx, command, siteId, input);
    if (!isWithinTerm(form, tx.now, dueAt)) throw loanErrors.loanDateWrong(form);
    const lendable = form === 'paper' ? record.carrier !== 'digital' : await canBeShown(tx, recordId);
    if (!lendable) throw loanErrors.nothingToLend(form);
    const [row] = await tx.query<{ n: string }>(`SELECT nextval('loan_number') AS n`);
    const number = loanNumber(tx.now, row!.n);
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

/** A file, or the final text, that can be shown with a mark on every page. */
async function canBeShown(tx: Transaction, recordId: string): Promise<boolean> {
  if ((await filesOf(tx, recordId)).some(({ mediaType }) => isMarkable(mediaType))) return true;
  return (await sheetsOfRecord(tx, recordId)).some(({ kind }) => kind === 'text');
}
