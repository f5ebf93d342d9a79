import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { recordErrors } from '../../domain/errors';
import { isHeld, LivingFiles } from '../../persistence/living-files';
import type { HoldDto } from '../hold.dto';

/** What may be needed in a dispute stays: a living file on hold is not handed over, and what is closed of it is a record on hold (W4.4). */
@Injectable()
export class SetLivingHoldHandler {
  constructor(private readonly files: LivingFiles) {}

  /** @throws livingFileUnknown (404), livingFileHandedOver, alreadyHeld (409), stale (412), the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: HoldDto): Promise<void> {
    const locked = await this.files.lockForAct(tx, command, id, input);
    if (isHeld(locked)) throw recordErrors.alreadyHeld();
    this.files.turnHold(tx, locked, reason);
  }
}
