import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act, CommandContext } from '@property-office/service-kit';
import { followUpErrors, stateAfter } from '../../domain/errors';
import { mostTries, nextTryAfter, resultOf, sameDay } from '../../domain/follow-up-plan';
import type { FollowUp } from '../../persistence/follow-up.entity';
import { FollowUpClocks } from '../../persistence/follow-up-clocks';
import { FollowUps } from '../../persistence/follow-ups';
import { hasGone } from '../../persistence/second-people';
import { zoneOf } from '../../persistence/site-zone';
import type { RecordOutcomeDto } from './record-outcome.dto';

/** What the reporter says, or that they could not be reached (main flow 6). "Not satisfied" never closes. */
@Injectable()
export class RecordOutcomeHandler {
  constructor(
    private readonly followUps: FollowUps,
    private readonly clocks: FollowUpClocks,
  ) {}

  /** @throws unknown (404), ownWork (403), followUpMoveIllegal, takenBySomebodyElse, triedToday (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: RecordOutcomeDto): Promise<FollowUp> {
    const { followUp, act } = await this.followUps.lockForAct(tx, command, id, input);
    const { takenBy } = followUp;
    const isOthers = followUp.state === 'in-hand' && takenBy !== command.principal.personId;
    if (isOthers && act.actor.role === 'desk' && !(takenBy && (await hasGone(tx, takenBy)))) throw followUpErrors.takenBySomebodyElse();
    const result = resultOf(input.result, input.rating);
    if (result === 'unreachable') await this.notReached(tx, followUp, act, input);
    else {
      const state = stateAfter(followUp.state, result === 'satisfied' ? 'confirm' : 'dispute');
      await this.complete(tx, followUp, act, input, result, { state });
    }
    await this.clocks.tried(tx, followUp, act.happenedAt);
    return followUp;
  }

  private async notReached(tx: Transaction, followUp: FollowUp, act: Act, input: RecordOutcomeDto): Promise<void> {
    const tries = followUp.tries + 1;
    const state = stateAfter(followUp.state, tries < mostTries ? 'try-again' : 'give-up');
    if (followUp.lastTryAt && sameDay(followUp.lastTryAt, act.happenedAt, await zoneOf(tx, followUp.siteId))) throw followUpErrors.triedToday();
    const tried = { state, tries, lastTryAt: act.happenedAt };
    if (state === 'unreachable') return this.complete(tx, followUp, act, input, 'unreachable', tried);
    const nextTryAt = new Date(act.happenedAt.getTime() + nextTryAfter);
    const event = { kind: 'tried' as const, nextTryAt, comment: input.comment ?? null };
    this.followUps.advance(tx, followUp, act, event, { ...tried, nextTryAt, takenBy: null });
  }

  private complete(
    tx: Transaction,
    followUp: FollowUp,
    act: Act,
    input: RecordOutcomeDto,
    result: 'satisfied' | 'unsatisfied' | 'unreachable',
    changes: Partial<FollowUp>,
  ): void {
    const said = { rating: input.rating ?? null, comment: input.comment ?? null };
    this.followUps.advance(tx, followUp, act, { kind: 'completed', result, ...said }, { ...changes, ...said, nextTryAt: null });
  }
}
