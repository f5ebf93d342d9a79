import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { measureErrors, stateAfter } from '../../domain/measure-errors';
import type { CauseMeasure } from '../../persistence/cause-measure.entity';
import { CauseMeasures } from '../../persistence/cause-measures';
import { MeasureClocks } from '../../persistence/measure-clocks';
import type { FinishCauseMeasureDto } from './finish-cause-measure.dto';

/** Its owner did it (R3.3). */
@Injectable()
export class FinishCauseMeasureHandler {
  constructor(
    private readonly measures: CauseMeasures,
    private readonly clocks: MeasureClocks,
  ) {}

  /** @throws measureUnknown (404), measureNotYours (403), measureMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { done, ...input }: FinishCauseMeasureDto): Promise<CauseMeasure> {
    const { measure, act } = await this.measures.lockForAct(tx, command, id, input);
    if (measure.ownerId !== command.principal.personId) throw measureErrors.notYours();
    const state = stateAfter(measure.state, 'finish');
    this.measures.advance(tx, measure, act, { kind: 'done' }, { state, done, doneAt: act.happenedAt });
    await this.clocks.done(tx, measure, act.happenedAt);
    return measure;
  }
}
