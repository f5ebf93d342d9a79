import { Injectable } from '@nestjs/common';
import { grantAccess, lockRow, lockThenJudge, personsBehind } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { isImportant } from '../domain/importance';
import { loanErrors, loanStateAfter } from '../domain/loan-errors';
import type { LoanEvent } from '../domain/loan-event';
import { overStates, type LoanMove, type LoanState } from '../domain/loan-states';
import { toLoanEvent } from '../loan-events';
import { asDirector } from './as-director';
import { lendingAccess, lentColumns, lentJoin, type LentRecord } from './lent-records';
import { Loan } from './loan.entity';

/** A loan with what stands of its record beside it. */
export interface LentLoan {
  loan: Loan;
  record: LentRecord;
  version: number;
}

/** Locked until COMMIT: whoever holds it is the only one to change it. */
export interface LockedLoan {
  loan: Loan;
  record: LentRecord;
  act: Act;
  /** Where the move leads. */
  state: LoanState;
}

/** Loans as they are written: the row and the event that says why, always together. */
@Injectable()
export class Loans {
  constructor(private readonly ledger: Ledger) {}

  insert(tx: Transaction, loan: Loan, act: Act): void {
    tx.save(loan);
    this.ledger.append(tx, toLoanEvent(loan, act, { kind: 'asked' }));
    grantAccess(tx, { objectId: loan.id, siteId: loan.siteId, subject: `person:${loan.borrowerId}`, right: 'act', sourceVersion: loan.version });
  }

  /** @throws loanUnknown (404) where there is none, or none of theirs; stale (412); loanMoveIllegal (409); the errors of `actOf` */
  async lockForMove(tx: Transaction, command: CommandContext, id: string, move: LoanMove, input: ActFields): Promise<LockedLoan> {
    const access = lendingAccess(command.principal, command.operation, 'act', 2);
    const judge = `SELECT ${lentColumns} FROM loan l ${lentJoin} WHERE l.id = $1 AND ${access.sql}`;
    const record = await lockThenJudge<LentRecord & Record<string, unknown>>(tx, lockRow('loan'), judge, [id, ...access.params]);
    if (!record) throw loanErrors.loanUnknown();
    const loan = await tx.manager.findOneByOrFail(Loan, { id });
    assertFresh(command, loan.version);
    return { loan, record, act: actOf(tx, command, loan.siteId, input, loan.lastHappenedAt), state: loanStateAfter(loan.state, move, loan.form) };
  }

  /** For what happens by itself. @returns null where there is none */
  lock(tx: Transaction, id: string): Promise<Loan | null> {
    return tx.manager.findOne(Loan, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Those of a borrower that are not over, in the order of their ids, locked. */
  async lockOf(tx: Transaction, borrowerId: string): Promise<Loan[]> {
    const rows = await tx.query<{ id: string }>(
      'SELECT id FROM loan WHERE borrower_id = $1 AND state <> ALL ($2) ORDER BY id FOR UPDATE',
      [borrowerId, overStates],
    );
    const loans: Loan[] = [];
    for (const { id } of rows) loans.push(await tx.manager.findOneByOrFail(Loan, { id }));
    return loans;
  }

  /** Changes a locked loan and records why; its version counts every event. */
  advance(tx: Transaction, loan: Loan, act: Act, event: LoanEvent, changes: Partial<Loan> = {}): void {
    // What a clock says is no act that others follow: one that happened before may still be entered (G2).
    const follows = event.kind !== 'escalated' && event.kind !== 'shown-on-time' && act.happenedAt > loan.lastHappenedAt;
    const lastHappenedAt = follows ? act.happenedAt : loan.lastHappenedAt;
    Object.assign(loan, { ...changes, version: loan.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(loan);
    this.ledger.append(tx, toLoanEvent(loan, act, event));
  }
}

export const lent = (loan: Loan, record: LentRecord): LentLoan => ({ loan, record, version: loan.version });

/** By person, whatever their role, and by whom they stand in for (G1). @throws ownLoan (403) */
export function assertNotBorrower({ borrowerId, borrowerFor }: Loan, { actor }: Act): void {
  if (personsBehind(actor).some((personId) => personId === borrowerId || personId === borrowerFor)) throw loanErrors.ownLoan();
}

/** No onward lending (W4.3). @throws borrowersAlone (403) */
export function assertBorrower({ borrowerId }: Loan, { actor }: Act): void {
  if (actor.personId !== borrowerId) throw loanErrors.borrowersAlone();
}

/** Who decides: not who borrows, and of an important one the director. @throws ownLoan, decidedByDirector (403) */
export function decidingAct(command: CommandContext, { loan, record, act }: LockedLoan): Act {
  assertNotBorrower(loan, act);
  if (!loan.important && !isImportant(record)) return act;
  const deciding = asDirector(command, act, loan.siteId);
  if (!deciding) throw loanErrors.decidedByDirector();
  assertNotBorrower(loan, deciding);
  return deciding;
}
