import { Injectable } from '@nestjs/common';
import type { Verdict } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { afterFact, type FollowUpFact } from '../../domain/follow-up-states';
import { FollowUpClocks } from '../../persistence/follow-up-clocks';
import type { FollowUp } from '../../persistence/follow-up.entity';
import { FollowUps } from '../../persistence/follow-ups';

/** What a reporter says of the result with their rating. */
export interface RatingSaid {
  rating: number | null;
  comment: string | null;
}

/** What tickets announces about an episode, and complaints about a round: never refused, at most too late (events.md, Facts that cross). */
@Injectable()
export class ApplyFactHandler {
  constructor(
    private readonly followUps: FollowUps,
    private readonly clocks: FollowUpClocks,
  ) {}

  async execute(tx: Transaction, repairRequestId: string, episode: number, act: Act, fact: FollowUpFact): Promise<void> {
    await this.apply(tx, await this.followUps.lockForFact(tx, repairRequestId, episode), act, fact);
  }

  /** A rating answers the one-tap message; whom the office telephones or visits is asked all the same, unless they are not satisfied. */
  async rate(tx: Transaction, repairRequestId: string, episode: number, act: Act, verdict: Verdict, said: RatingSaid): Promise<void> {
    const followUp = await this.followUps.lockForFact(tx, repairRequestId, episode);
    if (verdict === 'satisfied' && followUp.channel !== 'message') return;
    await this.apply(tx, followUp, act, `rated-${verdict}`, said);
  }

  /** To one that is locked. */
  async apply(tx: Transaction, followUp: FollowUp, act: Act, fact: FollowUpFact, said: RatingSaid = { rating: null, comment: null }): Promise<void> {
    const state = afterFact(followUp.state, fact);
    if (state === followUp.state) return;
    if (!state) this.followUps.advance(tx, followUp, act, { kind: 'came-too-late', fact });
    else if (state === 'due') {
      const by = await this.clocks.begin(tx, followUp, act.happenedAt);
      this.followUps.advance(tx, followUp, act, { kind: 'due' }, { state, firstTryBy: by, nextTryAt: by });
    } else if (state === 'satisfied' || state === 'unsatisfied') {
      this.followUps.advance(tx, followUp, act, { kind: 'completed', result: state, ...said, byRating: true }, { state, ...said, nextTryAt: null });
      await this.clocks.tried(tx, followUp, act.happenedAt);
    } else if (state === 'planned') this.followUps.advance(tx, followUp, act, { kind: 'planned' }, { state });
    else {
      this.followUps.advance(tx, followUp, act, { kind: 'cancelled' }, { state, nextTryAt: null });
      await this.clocks.cancel(tx, followUp, act.happenedAt);
    }
  }
}
