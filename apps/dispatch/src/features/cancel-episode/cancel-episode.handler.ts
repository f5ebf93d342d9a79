import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { afterEpisodeFact } from '../../domain/episode-steps';
import { afterFact } from '../../domain/work-order-states';
import { Episodes } from '../../persistence/episodes';
import type { WorkOrder } from '../../persistence/work-order.entity';
import { WorkOrders } from '../../persistence/work-orders';

export interface Cancellation {
  repairRequestId: string;
  episode: number;
  reason: string;
  /** Of the request, in the event that said so. */
  version: number;
}

/** A cancelled request: what is unfinished is withdrawn and its crew told, finished work stands (events.md, Facts that cross). */
@Injectable()
export class CancelEpisodeHandler {
  constructor(
    private readonly episodes: Episodes,
    private readonly orders: WorkOrders,
  ) {}

  async execute(tx: Transaction, { repairRequestId, episode: number, reason, version }: Cancellation, act: Act): Promise<void> {
    const episode = await this.episodes.lock(tx, repairRequestId, number);
    if (version <= episode.decidedVersion) return;
    const orders = await this.orders.ofEpisode(tx, repairRequestId, number);
    const { to, work } = afterEpisodeFact(episode.state, 'cancelled', orders.length > 0);
    this.episodes.save(tx, { ...episode, state: to, cancelReason: episode.cancelReason ?? reason, decidedVersion: version });
    if (work !== 'withdraw') return;
    for (const order of orders) await this.withdraw(tx, order, reason, act);
  }

  private async withdraw(tx: Transaction, order: WorkOrder, reason: string, act: Act): Promise<void> {
    const state = afterFact(order.state, 'repair-cancelled');
    if (state === order.state) return;
    if (state) this.orders.advance(tx, order, act, { kind: 'withdrawn', reason }, { state, withdrawnFrom: order.state });
    else this.orders.advance(tx, order, act, { kind: 'came-too-late', fact: 'repair-cancelled' });
  }
}
