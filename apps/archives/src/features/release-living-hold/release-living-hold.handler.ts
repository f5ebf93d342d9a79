import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { recordErrors } from '../../domain/errors';
import { isHeld, LivingFiles } from '../../persistence/living-files';
import type { HoldDto } from '../hold.dto';

/** Records that were made of it meanwhile stay on hold, until the director lifts theirs. */
@Injectable()
export class ReleaseLivingHoldHandler {
  constructor(private readonly files: LivingFiles) {}

  /** @throws livingFileUnknown (404), livingFileHandedOver, notHeld (409), stale (412), the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: HoldDto): Promise<void> {
    const locked = await this.files.lockForAct(tx, command, id, input);
    if (!isHeld(locked)) throw recordErrors.notHeld();
    this.files.turnHold(tx, locked, reason);
  }
}
