import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { holdersOf } from '../persistence/audience';
import { notify } from '../persistence/notify';

/** Reminds the clerks of last year's papers, and the director, too, once the date is over (W1.3). */
@Controller()
export class TellAboutTidyUpsReaction {
  @Reaction({ durable: 'notifications__tidy_ups_v1', events: ['documents.tidy-up-reminded.v1'], order: 'any', replay: 'skip' })
  async onReminded(@Payload() event: EventOf<'documents.tidy-up-reminded.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { siteid: siteId, subject: id, data, happenedat, aggregateversion } = event;
    const people = await holdersOf(tx, data.late ? ['clerk', 'director'] : ['clerk'], siteId);
    const kind = data.late ? ('tidy-up-late' as const) : ('tidy-up-due' as const);
    const about = { siteId, kind, subject: { type: 'tidy-up' as const, id }, data: { number: String(data.year) }, happenedAt: new Date(happenedat) };
    for (const personId of new Set(people)) notify(tx, { ...about, personId, occasion: `version-${aggregateversion}` });
  }
}
