import { Injectable } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { afterEpisodeFact } from '../../domain/episode-steps';
import { stateAfterStep } from '../../domain/moves';
import { reserveNumbers } from '../../persistence/order-numbers';
import { Episodes, type EpisodeKey } from '../../persistence/episodes';
import { WorkOrders } from '../../persistence/work-orders';
import { DispatchOrder } from '../dispatch-order/dispatch-order';
import { correctedJob, firstOrder, type Job } from './new-order';

/** Every episode of a repair request begins with exactly one work order (I3), whatever else was heard of it before. */
@Injectable()
export class BeginEpisodeHandler {
  constructor(
    private readonly episodes: Episodes,
    private readonly orders: WorkOrders,
    private readonly dispatching: DispatchOrder,
  ) {}

  /**
   * Takes what several facts in one transaction need, all at once.
   * @param keys the episodes of all of them: locked in one order
   */
  async prepare(tx: Transaction, keys: readonly EpisodeKey[], beginnings: number): Promise<void> {
    await Promise.all([this.episodes.lockAll(tx, keys), reserveNumbers(tx, beginnings)]);
  }

  /** @param happenedAt when the request was made or reopened: what follows from it at once happened then, too (G2) */
  async execute(tx: Transaction, job: Job, happenedAt: Date): Promise<void> {
    const episode = await this.episodes.lock(tx, job.repairRequestId, job.episode);
    // Nobody has orders of what nothing was heard of.
    const known = episode.state === 'unheard' ? [] : await this.orders.ofEpisode(tx, job.repairRequestId, job.episode);
    const { to, work } = afterEpisodeFact(episode.state, 'begun', known.some(({ first }) => first));
    if (work === 'nothing') return;
    this.episodes.save(tx, { ...episode, state: to });
    const act: Act = { actor: systemActor, happenedAt };
    const order = await firstOrder(tx, correctedJob(job, episode.corrections), happenedAt);
    this.orders.insert(tx, order, act);
    if (work === 'create') return this.dispatching.execute(tx, order, act);
    const state = stateAfterStep(order.state, 'repair-cancelled');
    this.orders.advance(tx, order, act, { kind: 'withdrawn', reason: episode.withdrawReason ?? '' }, { state, withdrawnFrom: order.state });
  }
}
