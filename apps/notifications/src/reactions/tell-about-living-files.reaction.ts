import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { holdersOf } from '../persistence/audience';
import { notify } from '../persistence/notify';

/** Tells the clerks that papers of a living file wait to be closed, once for the file and its end (W4.1). */
@Controller()
export class TellAboutLivingFilesReaction {
  @Reaction({ durable: 'notifications__living_files_v1', events: ['archives.living-file-ended.v1'], order: 'any', replay: 'skip' })
  async onEnded(@Payload() event: EventOf<'archives.living-file-ended.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { siteid: siteId, data, happenedat, aggregateversion } = event;
    const subject = { type: 'living-file' as const, id: data.livingFileId };
    const told = { siteId, kind: 'living-file-to-close' as const, subject, data: { number: data.code }, occasion: `version-${aggregateversion}`, happenedAt: new Date(happenedat) };
    for (const personId of await holdersOf(tx, ['clerk'], siteId)) notify(tx, { ...told, personId });
  }
}
