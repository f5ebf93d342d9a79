import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { Role } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { holdersOf } from '../persistence/audience';
import { recordHiddenFrom } from '../persistence/hidden-records';
import { notify } from '../persistence/notify';

const events = ['archives.file-damaged.v1', 'archives.file-restored.v1', 'archives.living-paper-damaged.v1', 'archives.living-paper-restored.v1'] as const;
type Known = (typeof events)[number];

const keepers: Role[] = ['clerk', 'director'];
/** Enough of a hash to find it in a list. */
const shown = 12;

/** What whoever keeps the archives hears, and what the operator, who may not know of all they hold and is told which bytes. */
const kinds: Record<Known, { keepers: NoticeKind; operator: NoticeKind }> = {
  'archives.file-damaged.v1': { keepers: 'record-file-damaged', operator: 'record-file-to-restore' },
  'archives.file-restored.v1': { keepers: 'record-file-restored', operator: 'record-file-whole-again' },
  'archives.living-paper-damaged.v1': { keepers: 'living-paper-damaged', operator: 'record-file-to-restore' },
  'archives.living-paper-restored.v1': { keepers: 'living-paper-restored', operator: 'record-file-whole-again' },
};

/** Tells clerk and director of the site and the operator that a file of a record or living file is damaged, and when it is whole again (W4.2). */
@Controller()
export class TellAboutFixityReaction {
  @Reaction({ durable: 'notifications__record_files_v2', events, order: 'any', replay: 'skip' })
  async onFile(@Payload() event: EventOf<Known>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, subject: id, siteid: siteId, aggregateversion, happenedat, data } = event;
    const about = 'archiveNumber' in data ? { type: 'record' as const, number: data.archiveNumber } : { type: 'living-file' as const, number: data.code };
    const told = { siteId, subject: { type: about.type, id }, occasion: `version-${aggregateversion}`, happenedAt: new Date(happenedat), urgent: true };
    const hidden = await recordHiddenFrom(tx, id);
    const kept = new Set((await holdersOf(tx, keepers, siteId)).filter((personId) => !hidden.has(personId)));
    for (const personId of kept) notify(tx, { ...told, personId, kind: kinds[type].keepers, data: { number: about.number } });
    for (const personId of await holdersOf(tx, ['operator'], siteId))
      if (!kept.has(personId)) notify(tx, { ...told, personId, kind: kinds[type].operator, data: { number: data.sha256.slice(0, shown) } });
  }
}
