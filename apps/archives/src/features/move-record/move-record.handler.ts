import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { Records } from '../../persistence/records';
import type { MoveRecordDto } from './move-record.dto';

/** Where its paper lies: each place stays written down. */
@Injectable()
export class MoveRecordHandler {
  constructor(private readonly records: Records) {}

  /** @throws recordUnknown (404), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { shelf, ...input }: MoveRecordDto): Promise<void> {
    const locked = await this.records.lockForAct(tx, command, id, input);
    const { state, act } = locked;
    const shelves = state.shelves + 1;
    tx.send('INSERT INTO record_shelf (record_id, n, shelf, moved_by, happened_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)', [
      id, shelves, shelf, act.actor.personId, act.happenedAt, tx.now,
    ]);
    this.records.advance(tx, locked, { kind: 'moved' }, { shelf, shelves });
  }
}
