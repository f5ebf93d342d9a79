import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { Role } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { holdersOf } from '../persistence/audience';
import { notify } from '../persistence/notify';

type Told = 'archives.month-differed.v1' | 'archives.month-agreed.v1' | 'archives.month-reopened.v1';

const toldOf: Record<Told, { kind: NoticeKind; roles: Role[] }> = {
  'archives.month-differed.v1': { kind: 'month-differs', roles: ['clerk'] },
  'archives.month-agreed.v1': { kind: 'month-to-close', roles: ['clerk'] },
  'archives.month-reopened.v1': { kind: 'month-reopened', roles: ['clerk', 'director'] },
};

/** Tells the clerks what is to be done about a month of the archives; the director, too, that a closed one is open again (W4.5). */
@Controller()
export class TellAboutMonthsReaction {
  @Reaction({
    durable: 'notifications__archive_months_v1',
    events: ['archives.month-differed.v1', 'archives.month-agreed.v1', 'archives.month-reopened.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onMonth(@Payload() event: EventOf<Told>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { siteid: siteId, subject: id, data, happenedat, aggregateversion } = event;
    const { kind, roles } = toldOf[event.type];
    const about = { siteId, kind, subject: { type: 'archive-month' as const, id }, data: { number: data.number }, happenedAt: new Date(happenedat) };
    for (const personId of new Set(await holdersOf(tx, roles, siteId))) notify(tx, { ...about, personId, occasion: `version-${aggregateversion}` });
  }
}
