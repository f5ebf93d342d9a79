import { Injectable } from '@nestjs/common';
import { localTime } from '@property-office/calendar';
import type { Principal } from '@property-office/contracts';
import { OfficeRules } from '@property-office/deadlines';
import { Database, type Transaction } from '@property-office/persistence';
import { loanErrors } from '../../domain/loan-errors';
import { MarkHeld } from '../../marks/mark-held';
import { AccessLog } from '../../persistence/access-log';
import { heldAt } from '../../persistence/held-things';
import type { Loan } from '../../persistence/loan.entity';
import { ReadLoans } from '../../persistence/read-loans';

export interface MarkedFile {
  name: string;
  bytes: Buffer;
}

/** A look at a file on loan: its borrower alone, while it is open, their name and the time on every page (W4.3). */
@Injectable()
export class ViewLoanFileHandler {
  constructor(
    private readonly database: Database,
    private readonly loans: ReadLoans,
    private readonly log: AccessLog,
    private readonly marks: MarkHeld,
    private readonly rules: OfficeRules,
  ) {}

  /** @throws loanUnknown, loanFileUnknown (404), borrowersAlone (403), loanNotOpen, fileUnmarkable, fileQuarantined (409), unavailable (503) */
  async execute(principal: Principal, id: string, position: number): Promise<MarkedFile> {
    const operation = 'archives.viewLoanFile';
    const found = await this.loans.one(principal, id, operation);
    if (!found) throw loanErrors.loanUnknown();
    const { loan, record } = found;
    if (loan.borrowerId !== principal.personId) throw loanErrors.borrowersAlone();
    const { held, at } = await this.database.transaction(async (tx) => {
      assertOpen(tx, loan);
      const thing = await heldAt(tx, loan.recordId, position);
      if (!thing) throw loanErrors.loanFileUnknown();
      return { held: thing, at: tx.now };
    });
    const zone = (await this.rules.book()).of(loan.siteId, at).calendars.desk.timeZone;
    const bytes = await this.marks.of(held, record.title, `${principal.name} 借阅 ${localTime(at, zone)} ${loan.number}`, principal);
    // Written down before it is shown, and only what can be; marking took its time, and what has ended meanwhile is shown no more.
    await this.database.transaction(async (tx) => {
      assertOpen(tx, await shared(tx, loan.id));
      this.log.note(tx, principal, operation, { id: loan.recordId, siteId: loan.siteId }, { loan: loan.number, position, sha256: held.sha256 });
    });
    return { name: `${record.archiveNumber}-${position}`, bytes };
  }
}

type Standing = Pick<Loan, 'state' | 'dueAt'>;

/** Time may be over before the timer says so. */
function assertOpen(tx: Transaction, { state, dueAt }: Standing): void {
  if (state !== 'opened' || dueAt <= tx.now) throw loanErrors.loanNotOpen(state);
}

/** As it stands now and, until COMMIT, stays. */
async function shared(tx: Transaction, id: string): Promise<Standing> {
  const [loan] = await tx.query<Standing & Record<string, unknown>>('SELECT state, due_at AS "dueAt" FROM loan WHERE id = $1 FOR SHARE', [id]);
  return loan!;
}
