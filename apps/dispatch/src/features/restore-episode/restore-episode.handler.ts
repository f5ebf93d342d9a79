import { Injectable } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { Corrections } from '../../domain/corrections';
import { afterEpisodeFact } from '../../domain/episode-steps';
import { Episodes } from '../../persistence/episodes';
import type { WorkOrder } from '../../persistence/work-order.entity';
import { WorkOrders } from '../../persistence/work-orders';
import { RewriteOrder } from '../correct-episode/rewrite-order';
import { DispatchOrder } from '../dispatch-order/dispatch-order';

/** The cancellation of a request was taken back, or its merge undone. */
export interface Restoration {
  repairRequestId: string;
  episode: number;
  /** Of the request, in the event that said so. */
  version: number;
}

/** A cancellation taken back, or a merge undone: each order that it withdrew stands where it stood, with whom it was, and they are told (G3). */
@Injectable()
export class RestoreEpisodeHandler {
  constructor(
    private readonly episodes: Episodes,
    private readonly orders: WorkOrders,
    private readonly dispatching: DispatchOrder,
    private readonly rewriting: RewriteOrder,
  ) {}

  async execute(tx: Transaction, { repairRequestId, episode: number, version }: Restoration, act: Act): Promise<void> {
    const episode = await this.episodes.lock(tx, repairRequestId, number);
    if (version <= episode.decidedVersion) return;
    const orders = await this.orders.ofEpisode(tx, repairRequestId, number);
    const { to, work } = afterEpisodeFact(episode.state, 'restored', orders.some(({ first }) => first));
    this.episodes.save(tx, { ...episode, state: to, withdrawReason: null, decidedVersion: version });
    if (work !== 'restore') return;
    for (const order of orders) await this.restore(tx, order, episode.corrections, act);
  }

  private async restore(tx: Transaction, order: WorkOrder, corrections: Corrections, act: Act): Promise<void> {
    const state = order.withdrawnFrom;
    if (order.state !== 'withdrawn' || !state) return;
    this.orders.advance(tx, order, act, { kind: 'restored' }, { state, withdrawnFrom: null });
    // What was corrected may have been heard while it was withdrawn.
    const sentAnew = await this.rewriting.execute(tx, order, corrections, act);
    // It may have been withdrawn before a crew was looked for.
    if (state === 'queued' && !sentAnew) await this.dispatching.execute(tx, order, { actor: systemActor, happenedAt: act.happenedAt });
  }
}
