import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { Role } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { approversIn, askedIn, peopleNamed } from '../persistence/asked';
import { notify } from '../persistence/notify';

type Told =
  | 'archives.stocktake-started.v1'
  | 'archives.stocktake-counted.v1'
  | 'archives.stocktake-resumed.v1'
  | 'archives.stocktake-explained.v1'
  | 'archives.stocktake-approved.v1'
  | 'archives.stocktake-returned.v1'
  | 'archives.stocktake-withdrawn.v1';

interface ToTell {
  kind: NoticeKind;
  /** By name. */
  people?: readonly string[];
  /** And in one of these roles on its site. */
  roles?: readonly Role[];
  /** And whoever may approve there what one of these has explained: by another person, and for another (G1). */
  explainers?: ReadonlyArray<{ personId: string; forPersonId: string | null }>;
}

/** Tells whoever has to do the next thing with a stocktake (W4.4), by its number alone: its records may be confidential. */
@Controller()
export class TellAboutStocktakesReaction {
  @Reaction({
    durable: 'notifications__stocktakes_v2',
    events: [
      'archives.stocktake-started.v1',
      'archives.stocktake-counted.v1',
      'archives.stocktake-resumed.v1',
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
    const { siteid: siteId, subject: id, actorid, aggregateversion } = event;
    for (const personId of await peopleOf(tx, siteId, told))
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

async function peopleOf(tx: Transaction, siteId: string, { people = [], roles = [], explainers = [] }: ToTell): Promise<ReadonlySet<string>> {
  const found = new Set(people);
  for (const role of roles) for (const personId of await askedIn(tx, [role], siteId)) found.add(personId);
  for (const { personId, forPersonId } of explainers)
    for (const approver of await approversIn(tx, siteId, peopleNamed(personId, forPersonId))) found.add(approver);
  return found;
}

function toldOf(event: EventOf<Told>): ToTell | undefined {
  switch (event.type) {
    case 'archives.stocktake-started.v1':
    case 'archives.stocktake-resumed.v1':
      return { kind: 'stocktake-to-count', people: event.data.counterIds ?? [] };
    case 'archives.stocktake-counted.v1': {
      const { differences, unexplained = differences, explainers = [] } = event.data;
      if (unexplained > 0) return { kind: 'stocktake-differences', roles: ['clerk'] };
      return explainers.length > 0 ? { kind: 'stocktake-to-approve', explainers } : { kind: 'stocktake-to-close', roles: ['clerk'] };
    }
    case 'archives.stocktake-explained.v1': {
      const { whole, explainers = [{ personId: event.actorid, forPersonId: event.actorfor ?? null }] } = event.data;
      return whole ? { kind: 'stocktake-to-approve', explainers } : undefined;
    }
    case 'archives.stocktake-approved.v1':
      return event.data.whole ? { kind: 'stocktake-to-close', roles: ['clerk'] } : undefined;
    case 'archives.stocktake-returned.v1':
      return { kind: 'stocktake-returned', people: event.data.explainedBy };
    case 'archives.stocktake-withdrawn.v1': {
      const { counterIds = [], explainers = [] } = event.data;
      const explained = explainers.flatMap(({ personId, forPersonId }) => peopleNamed(personId, forPersonId));
      // Those who keep the records are reminded of it, and asked to explain and to close it.
      return { kind: 'stocktake-withdrawn', people: [...counterIds, ...explained], roles: ['director', 'clerk'], explainers };
    }
  }
}
