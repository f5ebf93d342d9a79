import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { afterEpisodeFact } from '../../domain/episode-steps';
import { afterFact } from '../../domain/work-order-states';
import { Episodes } from '../../persistence/episodes';
import type { WorkOrder } from '../../persistence/work-order.entity';
import { WorkOrders } from '../../persistence/work-orders';

/** Why the work of an episode is not to be done any more: its request was cancelled, or merged into another. */
export interface Withdrawal {
  repairRequestId: string;
  episode: number;
  reason: string;
  /** Of the request, in the event that said so. */
  version: number;
  fact: 'repair-cancelled' | 'repair-merged';
}

/** A request that is cancelled, or merged into another: what is unfinished is withdrawn and its crew told, finished work stands (events.md, Facts that cross). */
@Injectable()
export class WithdrawEpisodeHandler {
  constructor(
    private readonly episodes: Episodes,
    private readonly orders: WorkOrders,
  ) {}

  async execute(tx: Transaction, { repairRequestId, episode: number, reason, version, fact }: Withdrawal, act: Act): Promise<void> {
    const episode = await this.episodes.lock(tx, repairRequestId, number);
    if (version <= episode.decidedVersion) return;
    const orders = await this.orders.ofEpisode(tx, repairRequestId, number);
    const { to, work } = afterEpisodeFact(episode.state, 'withdrawn', orders.length > 0);
    this.episodes.save(tx, { ...episode, state: to, withdrawReason: episode.withdrawReason ?? reason, decidedVersion: version });
    if (work !== 'withdraw') return;
    for (const order of orders) await this.withdraw(tx, order, fact, reason, act);
  }

  private async withdraw(tx: Transaction, order: WorkOrder, fact: Withdrawal['fact'], reason: string, act: Act): Promise<void> {
    const state = afterFact(order.state, fact);
    if (state === order.state) return;
    if (state) this.orders.advance(tx, order, act, { kind: 'withdrawn', reason }, { state, withdrawnFrom: order.state });
    else this.orders.advance(tx, order, act, { kind: 'came-too-late', fact });
  }
}
