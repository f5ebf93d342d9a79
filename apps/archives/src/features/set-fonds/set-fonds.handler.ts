import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { actOf, type ActFields, type CommandContext } from '@property-office/service-kit';
import { fondsCode } from '../../domain/archive-number';
import { recordErrors } from '../../domain/errors';
import { Settings } from '../../persistence/settings';

/** The office's own code stands first in its archive numbers, until the first number is given. */
@Injectable()
export class SetFondsHandler {
  constructor(private readonly settings: Settings) {}

  /** @throws roleMayNot (403), fondsCodeWrong, the errors of G2 (400), fondsInUse, fondsTaken (409) */
  async execute(tx: Transaction, command: CommandContext, { siteId, code, ...input }: ActFields & { siteId: string; code: string }): Promise<void> {
    const act = actOf(tx, command, siteId, input);
    if (!fondsCode.test(code)) throw recordErrors.fondsCodeWrong();
    await this.settings.setFonds(tx, act, siteId, code);
  }
}
