import { Injectable } from '@nestjs/common';
import { personsBehind } from '@property-office/access';
import { localTime } from '@property-office/calendar';
import type { RuleBook } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { measureErrors, stateAfter } from '../../domain/measure-errors';
import type { CauseMeasure } from '../../persistence/cause-measure.entity';
import { CauseMeasures } from '../../persistence/cause-measures';
import { MeasureClocks } from '../../persistence/measure-clocks';
import type { ReviewCauseMeasureDto } from './review-cause-measure.dto';

/** Did last month's work (R3.3)? Somebody else than its owner, or whoever had it before, says so, when it is done or should have been. */
@Injectable()
export class ReviewCauseMeasureHandler {
  constructor(
    private readonly measures: CauseMeasures,
    private readonly clocks: MeasureClocks,
  ) {}

  /** The rules, for the clock of the site. */
  prepare(): Promise<RuleBook> {
    return this.clocks.book();
  }

  /** @throws measureUnknown (404), ownMeasure (403), measureMoveIllegal, reviewTooSoon (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { worked, review, ...input }: ReviewCauseMeasureDto, rules: RuleBook): Promise<CauseMeasure> {
    const { measure, act } = await this.measures.lockForAct(tx, command, id, input);
    const { personId } = command.principal;
    const owners = [measure.ownerId, ...measure.formerOwnerIds];
    if (personsBehind(act.actor).some((each) => owners.includes(each))) throw measureErrors.own();
    const state = stateAfter(measure.state, 'review');
    const { siteId, dueAt } = measure;
    if (measure.state === 'set' && tx.now < dueAt) throw measureErrors.reviewTooSoon(localTime(dueAt, rules.of(siteId, tx.now).calendars.desk.timeZone));
    this.measures.advance(tx, measure, act, { kind: 'reviewed' }, { state, worked, review, reviewedBy: personId });
    await this.clocks.over(tx, measure, act.happenedAt);
    return measure;
  }
}
