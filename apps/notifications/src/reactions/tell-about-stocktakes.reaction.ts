import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { Role } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { approversIn, askedIn } from '../persistence/asked';
import { notify } from '../persistence/notify';

type Told =
  | 'archives.stocktake-started.v1'
  | 'archives.stocktake-counted.v1'
  | 'archives.stocktake-explained.v1'
  | 'archives.stocktake-approved.v1'
  | 'archives.stocktake-returned.v1'
  | 'archives.stocktake-withdrawn.v1';

interface ToTell {
  kind: NoticeKind;
  /** By name, in a role on its site, or whoever may approve it there. */
  to: readonly string[] | { role: Role } | 'approvers';
}

/** Tells whoever has to do the next thing with a stocktake (W4.4), by its number alone: its records may be confidential. */
@Controller()
export class TellAboutStocktakesReaction {
  @Reaction({
    durable: 'notifications__stocktakes_v1',
    events: [
      'archives.stocktake-started.v1',
      'archives.stocktake-counted.v1',
      'archives.stocktake-explained.v1',
      'archives.stocktake-approved.v1',
      'archives.stocktake-returned.v1',
      'archives.stocktake-withdrawn.v1',
    ],
    order: 'any',
    replay: 'skip',
  })
  async onStocktake(@Payload() event: EventOf<Told>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const told = toldOf(event);
    if (!told) return;
    const { siteid: siteId, subject: id, actorid, actorfor, aggregateversion } = event;
    for (const personId of new Set(await peopleOf(tx, siteId, told.to, [actorid, ...(actorfor ? [actorfor] : [])])))
      if (personId !== actorid)
        notify(tx, {
          siteId,
          personId,
          kind: told.kind,
          subject: { type: 'stocktake', id },
          occasion: `version-${aggregateversion}`,
          data: { number: event.data.number },
          happenedAt: new Date(event.happenedat),
        });
  }
}

async function peopleOf(tx: Transaction, siteId: string, to: ToTell['to'], hands: readonly string[]): Promise<readonly string[]> {
  if (to === 'approvers') return approversIn(tx, siteId, hands);
  return 'role' in to ? askedIn(tx, [to.role], siteId) : to;
}

function toldOf(event: EventOf<Told>): ToTell | undefined {
  switch (event.type) {
    case 'archives.stocktake-started.v1':
      return { kind: 'stocktake-to-count', to: event.data.counterIds };
    case 'archives.stocktake-counted.v1':
      return { kind: event.data.differences > 0 ? 'stocktake-differences' : 'stocktake-to-close', to: { role: 'clerk' } };
    case 'archives.stocktake-explained.v1':
      return event.data.whole ? { kind: 'stocktake-to-approve', to: 'approvers' } : undefined;
    case 'archives.stocktake-approved.v1':
      return event.data.whole ? { kind: 'stocktake-to-close', to: { role: 'clerk' } } : undefined;
    case 'archives.stocktake-returned.v1':
      return { kind: 'stocktake-returned', to: event.data.explainedBy };
    case 'archives.stocktake-withdrawn.v1':
      return { kind: 'stocktake-withdrawn', to: { role: 'director' } };
  }
}
