import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { isWhole, yearOver } from '../../domain/tidy-up';
import { tidyUpErrors } from '../../domain/tidy-up-errors';
import { countMissing } from '../../persistence/missing-papers';
import { TidyUps, type TidyUp } from '../../persistence/tidy-ups';
import type { FinishTidyUpDto } from './finish-tidy-up.dto';

/** The papers of a year are arranged and handed to the archives (整理移交, W1.3). What is missing is counted then, and said why. */
@Injectable()
export class FinishTidyUpHandler {
  constructor(private readonly tidyUps: TidyUps) {}

  /** @throws tidyUpUnknown (404), tidyUpFinished, yearNotOver, tidyUpIncomplete (409), stale (412), the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, id: string, { missingReason, ...input }: FinishTidyUpDto): Promise<TidyUp> {
    const { tidyUp, act } = await this.tidyUps.lockForAct(tx, command, id, input);
    if (tidyUp.finishedAt) throw tidyUpErrors.tidyUpFinished();
    if (act.happenedAt < yearOver(tidyUp.year)) throw tidyUpErrors.yearNotOver();
    const missing = await countMissing(tx, tidyUp);
    if (!isWhole(missing) && missingReason === undefined) throw tidyUpErrors.tidyUpIncomplete(missing);
    return this.tidyUps.finish(tx, tidyUp, act, missing, missingReason ?? null);
  }
}
