import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import type { CopiedFacts } from '../domain/corrections';
import type { Job } from '../features/begin-episode/new-order';
import { BeginEpisodeHandler } from '../features/begin-episode/begin-episode.handler';
import { WithdrawEpisodeHandler } from '../features/withdraw-episode/withdraw-episode.handler';
import { CorrectEpisodeHandler } from '../features/correct-episode/correct-episode.handler';
import type { EpisodeKey } from '../persistence/episodes';
import { RestoreEpisodeHandler } from '../features/restore-episode/restore-episode.handler';

type Beginning = EventOf<'tickets.repair-requested.v1' | 'tickets.repair-reopened.v1'>;
type Corrected = EventOf<'tickets.repair-corrected.v1' | 'tickets.act-taken-back.v1'>;
type Followed = Beginning | Corrected | EventOf<'tickets.repair-cancelled.v1' | 'tickets.repair-merged.v1' | 'tickets.repair-unmerged.v1'>;

/**
 * Gives each episode of a repair request its first work order, withdraws what a cancellation or a merge finds unfinished, puts
 * it back when the cancellation is taken back or the merge undone, and makes what is unfinished say what a correction says. In any order: a table
 * decides what the one means after the other.
 */
@Controller()
export class FollowEpisodesReaction {
  constructor(
    private readonly begin: BeginEpisodeHandler,
    private readonly withdraw: WithdrawEpisodeHandler,
    private readonly restore: RestoreEpisodeHandler,
    private readonly correct: CorrectEpisodeHandler,
  ) {}

  @Reaction({
    durable: 'dispatch__episodes_v3',
    events: [
      'tickets.repair-requested.v1',
      'tickets.repair-reopened.v1',
      'tickets.repair-cancelled.v1',
      'tickets.repair-merged.v1',
      'tickets.repair-unmerged.v1',
      'tickets.repair-corrected.v1',
      'tickets.act-taken-back.v1',
    ],
    order: 'any',
    replay: 'skip',
  })
  async onEvent(@Payload() event: Followed, @Ctx() { tx, together }: ReactionContext<Transaction, Followed>): Promise<void> {
    await tx.remember(this, () => this.begin.prepare(tx, together.map(keyOf), together.filter(begins).length));
    const of = { repairRequestId: event.subject, episode: event.data.episode, version: event.aggregateversion };
    switch (event.type) {
      case 'tickets.repair-cancelled.v1':
        return this.withdraw.execute(tx, { ...of, fact: 'repair-cancelled', reason: event.data.reason }, actOfEvent(event));
      case 'tickets.repair-merged.v1':
        return this.withdraw.execute(tx, { ...of, fact: 'repair-merged', reason: `已并入 ${event.data.into.number} / merged into ${event.data.into.number}` }, actOfEvent(event));
      case 'tickets.repair-unmerged.v1':
        return this.restore.execute(tx, of, actOfEvent(event));
      case 'tickets.repair-corrected.v1':
        return this.correct.execute(tx, { ...of, said: factsIn(event) }, actOfEvent(event));
      case 'tickets.act-taken-back.v1':
        return this.takeBack(tx, event, of);
      default:
        return this.begin.execute(tx, jobOf(event), new Date(event.happenedat));
    }
  }

  private async takeBack(tx: Transaction, event: EventOf<'tickets.act-taken-back.v1'>, of: EpisodeKey & { version: number }): Promise<void> {
    switch (event.data.act.type) {
      case 'tickets.repair-cancelled.v1':
        return this.restore.execute(tx, of, actOfEvent(event));
      case 'tickets.repair-corrected.v1':
        return this.correct.execute(tx, { ...of, said: factsIn(event) }, actOfEvent(event));
      case 'tickets.repair-commented.v1':
        return;
    }
  }
}

function begins(event: Followed): event is Beginning {
  return event.type === 'tickets.repair-requested.v1' || event.type === 'tickets.repair-reopened.v1';
}

function keyOf({ subject, data }: Followed): EpisodeKey {
  return { repairRequestId: subject, episode: data.episode };
}

function factsIn({ data }: Corrected): Partial<CopiedFacts> {
  const { category, repairClass, dispatchMode: mode, skill, location } = data.to;
  return { category, repairClass, mode, skill, location, description: data.descriptionTo };
}

function jobOf({ subject, siteid, data }: Beginning): Job {
  const { number, preferredFrom, preferredTo, ...said } = data;
  return {
    ...said,
    repairRequestId: subject,
    repairNumber: number,
    siteId: siteid,
    preferredFrom: preferredFrom === null ? null : new Date(preferredFrom),
    preferredTo: preferredTo === null ? null : new Date(preferredTo),
  };
}
