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

  /** @throws recordUnknown (404) where there is none, or none of theirs; recordDestroyed, recordHandedOver (409), stale (412); the errors of `actOf` */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<LockedRecord> {
    const access = recordAccess(command.principal, command.operation, 'act', 2);
    const judge = `SELECT r.archive_number AS number, EXISTS (SELECT 1 FROM record_destruction x WHERE x.record_id = s.id) AS destroyed,
        EXISTS (SELECT 1 FROM handed_over o WHERE o.item_id = s.id) AS "handedOver"
      FROM record_state s JOIN record r ON r.id = s.id WHERE s.id = $1 AND ${access.sql}`;
    const found = await lockThenJudge<{ number: string; destroyed: boolean; handedOver: boolean }>(tx, lockRow('record_state'), judge, [id, ...access.params]);
    if (!found) throw recordErrors.recordUnknown();
    if (found.destroyed) throw recordErrors.recordDestroyed();
    if (found.handedOver) throw recordErrors.recordHandedOver();
    const state = await tx.manager.findOneByOrFail(RecordState, { id });
    assertFresh(command, state.version);
    return { state, archiveNumber: found.number, act: actOf(tx, command, state.siteId, input, state.lastHappenedAt) };
  }

  /** Its paper lies on another shelf: each place stays written down. @param stocktakeId which found it there */
  move(tx: Transaction, locked: LockedRecord, shelf: string, stocktakeId: string | null = null): void {
    const { state, act } = locked;
    const shelves = state.shelves + 1;
    tx.send('INSERT INTO record_shelf (record_id, n, shelf, moved_by, happened_at, recorded_at, stocktake_id) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      state.id, shelves, shelf, act.actor.personId, act.happenedAt, tx.now, stocktakeId,
    ]);
    this.advance(tx, locked, { kind: 'moved' }, { shelf, shelves });
  }

  /** Says what was added to a locked record, and how it stands now; its version counts every event. */
  advance(tx: Transaction, locked: LockedRecord, event: RecordEvent, changes: Partial<RecordState> = {}): void {
    this.note(tx, locked, event, { ...changes, lastHappenedAt: locked.act.happenedAt });
  }

  /** The same of what nobody did: an act of somebody may have happened before it, and be entered only now. */
  note(tx: Transaction, { state, archiveNumber, act }: LockedRecord, event: RecordEvent, changes: Partial<RecordState> = {}): void {
    Object.assign(state, { ...changes, version: state.version + 1, changedAt: tx.now });
    tx.save(state);
    this.ledger.append(tx, toRecordEvent({ state, archiveNumber }, act, event));
  }
}
