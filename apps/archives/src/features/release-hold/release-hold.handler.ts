import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { recordErrors } from '../../domain/errors';
import { turnHold } from '../../persistence/holds';
import { Records } from '../../persistence/records';
import type { HoldDto } from '../hold.dto';

/** The dispute is over: retention goes on as if there had been no hold. */
@Injectable()
export class ReleaseHoldHandler {
  constructor(private readonly records: Records) {}

  /** @throws recordUnknown (404), notHeld (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: HoldDto): Promise<void> {
    const locked = await this.records.lockForAct(tx, command, id, input);
    if (!locked.state.held) throw recordErrors.notHeld();
    turnHold(tx, this.records, locked, false, reason);
  }
}
