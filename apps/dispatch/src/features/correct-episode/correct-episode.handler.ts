import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { withCorrection, type CopiedFacts } from '../../domain/corrections';
import { Episodes } from '../../persistence/episodes';
import { WorkOrders } from '../../persistence/work-orders';
import { RewriteOrder } from './rewrite-order';

export interface Correction {
  repairRequestId: string;
  episode: number;
  /** Of the request, in the event that said so. */
  version: number;
  said: Partial<CopiedFacts>;
}

/** A corrected request: whoever goes there goes to the right home, and knows what for (G3). */
@Injectable()
export class CorrectEpisodeHandler {
  constructor(
    private readonly episodes: Episodes,
    private readonly orders: WorkOrders,
    private readonly rewriting: RewriteOrder,
  ) {}

  async execute(tx: Transaction, { repairRequestId, episode: number, version, said }: Correction, act: Act): Promise<void> {
    const episode = await this.episodes.lock(tx, repairRequestId, number);
    const corrections = withCorrection(episode.corrections, version, said);
    this.episodes.save(tx, { ...episode, corrections });
    for (const order of await this.orders.ofEpisode(tx, repairRequestId, number)) await this.rewriting.execute(tx, order, corrections, act);
  }
}
