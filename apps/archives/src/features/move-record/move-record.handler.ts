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
    this.records.move(tx, locked, shelf);
  }
}
