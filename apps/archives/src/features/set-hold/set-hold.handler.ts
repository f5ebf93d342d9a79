import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { recordErrors } from '../../domain/errors';
import { turnHold } from '../../persistence/holds';
import { Records } from '../../persistence/records';
import type { HoldDto } from '../hold.dto';

/** What may be needed in a dispute is neither appraised nor destroyed until the director lifts the hold. */
@Injectable()
export class SetHoldHandler {
  constructor(private readonly records: Records) {}

  /** @throws recordUnknown (404), alreadyHeld (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: HoldDto): Promise<void> {
    const locked = await this.records.lockForAct(tx, command, id, input);
    if (locked.state.held) throw recordErrors.alreadyHeld();
    turnHold(tx, this.records, locked, true, reason);
  }
}
