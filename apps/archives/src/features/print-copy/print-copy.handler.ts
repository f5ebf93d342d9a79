import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { copyErrors } from '../../domain/copy-errors';
import type { CopyState } from '../../domain/copy-states';
import { loanErrors } from '../../domain/loan-errors';
import { MarkHeld } from '../../marks/mark-held';
import { AccessLog } from '../../persistence/access-log';
import { heldAt } from '../../persistence/held-things';
import { ReadCopies } from '../../persistence/read-copies';

/** A file of a record as one of its copies: which, and for whom, on every page (W4.3). */
@Injectable()
export class PrintCopyHandler {
  constructor(
    private readonly database: Database,
    private readonly copies: ReadCopies,
    private readonly log: AccessLog,
    private readonly marks: MarkHeld,
  ) {}

  /** @throws copyingUnknown, copyNumberUnknown, loanFileUnknown (404), copyNotMade, fileUnmarkable, fileQuarantined (409), unavailable (503) */
  async execute(principal: Principal, id: string, position: number, n: number): Promise<{ name: string; bytes: Buffer }> {
    const operation = 'archives.printCopy';
    const found = await this.copies.one(principal, id, operation);
    if (!found) throw copyErrors.copyingUnknown();
    const { copy, record } = found;
    const { firstCopy, recordId, siteId, forWhom, number } = copy;
    // What was handed over is not printed once more under the same number.
    if (copy.state !== 'made' || firstCopy === null) throw copyErrors.copyNotMade(copy.state);
    if (n < firstCopy || n >= firstCopy + copy.copies) throw copyErrors.copyNumberUnknown();
    const held = await heldAt(this.database, recordId, position);
    if (!held) throw loanErrors.loanFileUnknown();
    const mark = `副本 ${n} 供 ${forWhom} Copy ${n} for ${forWhom}`;
    const bytes = await this.marks.of(held, record.title, mark, principal);
    // Written down before it is handed out, and only what can be; it may have been handed over while it was marked.
    await this.database.transaction(async (tx) => {
      const [now] = await tx.query<{ state: CopyState }>('SELECT state FROM record_copy WHERE id = $1 FOR SHARE', [id]);
      if (now!.state !== 'made') throw copyErrors.copyNotMade(now!.state);
      this.log.note(tx, principal, operation, { id: recordId, siteId }, { copying: number, copy: n, position, sha256: held.sha256 });
    });
    return { name: `${record.archiveNumber}-${position}-${n}`, bytes };
  }
}
