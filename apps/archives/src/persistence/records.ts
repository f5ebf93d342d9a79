import { Injectable } from '@nestjs/common';
import { lockThenJudge, lockRow } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { recordErrors } from '../domain/errors';
import type { RecordEvent } from '../domain/record-event';
import { toRecordEvent } from '../events';
import { recordAccess } from './record-access';
import { RecordState } from './record-state.entity';

/** Locked until COMMIT: whoever holds it is the only one to add to it. */
export interface LockedRecord {
  state: RecordState;
  archiveNumber: string;
  act: Act;
}

/** Records as they are acted on: rows are added and its state says so, with the event that says why, always together. */
@Injectable()
export class Records {
  constructor(private readonly ledger: Ledger) {}

  /** @throws recordUnknown (404) where there is none, or none of theirs; stale (412); the errors of `actOf` */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<LockedRecord> {
    const access = recordAccess(command.principal, command.operation, 'act', 2);
    const judge = `SELECT r.archive_number AS number FROM record_state s JOIN record r ON r.id = s.id WHERE s.id = $1 AND ${access.sql}`;
    const found = await lockThenJudge<{ number: string }>(tx, lockRow('record_state'), judge, [id, ...access.params]);
    if (!found) throw recordErrors.recordUnknown();
    const state = await tx.manager.findOneByOrFail(RecordState, { id });
    assertFresh(command, state.version);
    return { state, archiveNumber: found.number, act: actOf(tx, command, state.siteId, input, state.lastHappenedAt) };
  }

  /** Says what was added to a locked record, and how it stands now; its version counts every event. */
  advance(tx: Transaction, { state, archiveNumber, act }: LockedRecord, event: RecordEvent, changes: Partial<RecordState> = {}): void {
    Object.assign(state, { ...changes, version: state.version + 1, lastHappenedAt: act.happenedAt, changedAt: tx.now });
    tx.save(state);
    this.ledger.append(tx, toRecordEvent({ state, archiveNumber }, act, event));
  }
}
