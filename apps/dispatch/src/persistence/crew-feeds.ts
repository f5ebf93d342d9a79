import { AsyncResource } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import { statement, type Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { FeedEntry } from '../domain/feed-entries';
import { jobOf, whichOf } from '../events';
import type { WorkOrder } from './work-order.entity';

/** In the order of the crews, so that two transactions wait for each other rather than deadlock. */
const advance = statement(
  'crew_feed_advance',
  `INSERT INTO crew_feed AS feed (crew_id, version) SELECT * FROM unnest($1::uuid[], $2::int[]) AS heard (crew_id, n) ORDER BY crew_id
   ON CONFLICT (crew_id) DO UPDATE SET version = feed.version + excluded.version RETURNING crew_id, version`,
);

interface Announcement {
  crewId: string;
  append: (version: number) => void;
}

/** Each crew's feed: an aggregate with gapless versions of its own, written with what it tells of (events.md, On the wire). */
@Injectable()
export class CrewFeeds {
  constructor(private readonly ledger: Ledger) {}

  /** What crews hear of an order as it stands now. Feeds are locked when the transaction has nothing else to do. */
  announce(tx: Transaction, order: WorkOrder, act: Act, entries: readonly FeedEntry[]): void {
    const waiting = tx.remember(this, () => {
      const announcements: Announcement[] = [];
      tx.beforeCommit(() => number(tx, announcements));
      return announcements;
    });
    for (const entry of entries) {
      const said = {
        aggregateId: entry.crewId,
        siteId: order.siteId,
        happenedAt: act.happenedAt,
        actor: act.actor,
        ...contractOf(order, entry),
      };
      // In the trace of what is announced, not of whatever is announced last.
      const append = AsyncResource.bind((aggregateVersion: number) => this.ledger.append(tx, { ...said, aggregateVersion }));
      waiting.push({ crewId: entry.crewId, append });
    }
  }
}

async function number(tx: Transaction, announcements: readonly Announcement[]): Promise<void> {
  const byCrew = Map.groupBy(announcements, ({ crewId }) => crewId);
  const counts = [...byCrew.values()].map(({ length }) => length);
  const rows = await tx.query<{ crew_id: string; version: number }>(advance, [[...byCrew.keys()], counts]);
  for (const { crew_id, version } of rows) {
    const heard = byCrew.get(crew_id)!;
    heard.forEach(({ append }, i) => append(version - heard.length + i + 1));
  }
}

function contractOf(order: WorkOrder, entry: FeedEntry) {
  const said = { workOrderId: order.id, ...whichOf(order), ...jobOf(order), technicianId: order.technicianId };
  switch (entry.kind) {
    case 'dispatched':
      return { type: 'dispatch.work-order-dispatched.v1' as const, data: { ...said, how: entry.how } };
    case 'changed':
      return { type: 'dispatch.work-order-changed.v1' as const, data: said };
    case 'released':
      return { type: 'dispatch.work-order-released.v1' as const, data: { ...said, why: entry.why } };
  }
}
