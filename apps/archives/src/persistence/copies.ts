import { Injectable } from '@nestjs/common';
import { grantAccess, lockRow, lockThenJudge, personsBehind } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { toCopyEvent } from '../copy-events';
import { copyErrors, copyStateAfter } from '../domain/copy-errors';
import type { CopyEvent } from '../domain/copy-event';
import type { CopyMove, CopyState } from '../domain/copy-states';
import { isImportant } from '../domain/importance';
import { loanErrors } from '../domain/loan-errors';
import { asDirector } from './as-director';
import { lendingAccess, lentColumns, lentJoin, lockRecord, type LentRecord } from './lent-records';
import { RecordCopy } from './record-copy.entity';

/** Copies with what stands of their record beside them. */
export interface CopiedRecord {
  copy: RecordCopy;
  record: LentRecord;
  version: number;
}

/** Locked until COMMIT: whoever holds it is the only one to change it. */
export interface LockedCopy {
  copy: RecordCopy;
  record: LentRecord;
  act: Act;
  /** Where the move leads. */
  state: CopyState;
}

/** Copies as they are written: the row and the event that says why, always together. */
@Injectable()
export class Copies {
  constructor(private readonly ledger: Ledger) {}

  insert(tx: Transaction, copy: RecordCopy, act: Act): void {
    tx.save(copy);
    this.ledger.append(tx, toCopyEvent(copy, act, { kind: 'asked' }));
    grantAccess(tx, { objectId: copy.id, siteId: copy.siteId, subject: `person:${copy.askedBy}`, right: 'act', sourceVersion: copy.version });
  }

  /** @throws copyingUnknown (404) where there is none, or none of theirs; stale (412); copyMoveIllegal (409); the errors of `actOf` */
  async lockForMove(tx: Transaction, command: CommandContext, id: string, move: CopyMove, input: ActFields): Promise<LockedCopy> {
    const access = lendingAccess(command.principal, command.operation, 'act', 2);
    const judge = `SELECT ${lentColumns} FROM record_copy l ${lentJoin} WHERE l.id = $1 AND ${access.sql}`;
    const record = await lockThenJudge<LentRecord & Record<string, unknown>>(tx, lockRow('record_copy'), judge, [id, ...access.params]);
    if (!record) throw copyErrors.copyingUnknown();
    const copy = await tx.manager.findOneByOrFail(RecordCopy, { id });
    assertFresh(command, copy.version);
    return { copy, record, act: actOf(tx, command, copy.siteId, input, copy.lastHappenedAt), state: copyStateAfter(copy.state, move) };
  }

  /** Changes what is locked and records why; its version counts every event. */
  advance(tx: Transaction, copy: RecordCopy, act: Act, event: CopyEvent, changes: Partial<RecordCopy> = {}): void {
    Object.assign(copy, { ...changes, version: copy.version + 1, lastHappenedAt: act.happenedAt, changedAt: tx.now });
    tx.save(copy);
    this.ledger.append(tx, toCopyEvent(copy, act, event));
  }

  /** Gives each copy the next number of its record, for good: one at a time counts (W4.3). @returns the first */
  async count(tx: Transaction, { id, recordId, copies, forWhom }: RecordCopy, { actor, happenedAt }: Act): Promise<number> {
    await lockRecord(tx, recordId);
    const [row] = await tx.query<{ first: number }>('SELECT coalesce(max(n), 0) + 1 AS first FROM record_copy_made WHERE record_id = $1', [recordId]);
    const { first } = row!;
    tx.send(
      `INSERT INTO record_copy_made (record_id, n, copying_id, for_whom, made_by, happened_at, recorded_at)
       SELECT $1, n, $4, $5, $6, $7, $8 FROM generate_series($2::int, $3::int) AS n`,
      [recordId, first, first + copies - 1, id, forWhom, actor.personId, happenedAt, tx.now],
    );
    return first;
  }
}

export const copied = (copy: RecordCopy, record: LentRecord): CopiedRecord => ({ copy, record, version: copy.version });

/** Who decides: not who asks, by person and by whom they stand in for, and of an important record the director. @throws ownCopy, decidedByDirector (403) */
export function decidingCopyAct(command: CommandContext, { copy, record, act }: LockedCopy): Act {
  const assertAnother = ({ actor }: Act): void => {
    if (personsBehind(actor).some((personId) => personId === copy.askedBy || personId === copy.askedFor)) throw copyErrors.ownCopy();
  };
  assertAnother(act);
  if (!copy.important && !isImportant(record)) return act;
  const deciding = asDirector(command, act, copy.siteId);
  if (!deciding) throw loanErrors.decidedByDirector();
  assertAnother(deciding);
  return deciding;
}
