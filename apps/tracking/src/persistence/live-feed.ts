import { Injectable } from '@nestjs/common';
import { accessCondition } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Database, statement } from '@property-office/persistence';
import type { TimelineEventType } from '../domain/summaries';

export interface FeedItem {
  position: number;
  type: TimelineEventType;
  repairRequestId: string;
  number: string;
  happenedAt: Date;
  recordedAt: Date;
  actorRole: string;
  actorFor: string | null;
  data: Record<string, unknown>;
}

/** What one look into the feed gives. */
export interface FeedPage {
  items: FeedItem[];
  /** Where to go on from: the last position looked at, also when nothing of it was theirs to see. */
  next: number;
  /** The position asked for is older than what is kept: the client must read everything anew. */
  reset: boolean;
}

interface FeedRow {
  position: string;
  type: TimelineEventType;
  repair_request_id: string;
  number: string;
  happened_at: Date;
  recorded_at: Date;
  actor_role: string;
  actor_for: string | null;
  data: Record<string, unknown>;
}

const perRound = 500;
const keptDays = 7;
/** How long a position is kept, in SQL. */
export const feedKeeps = `interval '${keptDays} days'`;
const pageSize = 200;

const numberRound = statement(
  'feed_number',
  `WITH taken AS (
     DELETE FROM feed_unnumbered WHERE seq IN (SELECT seq FROM feed_unnumbered ORDER BY seq LIMIT ${perRound}) RETURNING seq, event_id),
   numbered AS (
     INSERT INTO feed (position, event_id, numbered_at)
     SELECT $1::bigint + row_number() OVER (ORDER BY seq), event_id, $2 FROM taken RETURNING 1),
   moved AS (UPDATE feed_position SET last = last + (SELECT count(*) FROM numbered) WHERE EXISTS (SELECT 1 FROM numbered))
   SELECT count(*)::int AS n FROM numbered`,
);

/** The live feed: every entry of every timeline, in one order that never changes. */
@Injectable()
export class LiveFeed {
  constructor(private readonly database: Database) {}

  /**
   * Gives positions to what has been committed. The row of the last position is locked until COMMIT, so positions become
   * visible in their order; a cursor over ids or times would skip what commits late.
   * @returns how many were numbered
   */
  async number(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const [standing] = await tx.query<{ last: string }>('SELECT last FROM feed_position FOR UPDATE');
      const [round] = await tx.query<{ n: number }>(numberRound, [standing!.last, tx.now]);
      return round!.n;
    });
  }

  /** Forgets positions older than seven days; whoever comes back from before is told to begin anew. */
  async prune(): Promise<void> {
    await this.database.query(
      `WITH gone AS (DELETE FROM feed WHERE numbered_at < platform.now() - ${feedKeeps} RETURNING position)
       UPDATE feed_position SET first = greatest(first, (SELECT max(position) + 1 FROM gone)) WHERE EXISTS (SELECT 1 FROM gone)`,
    );
  }

  /** The last position given. */
  async last(): Promise<number> {
    const [row] = await this.database.query<{ last: string }>('SELECT last FROM feed_position');
    return Number(row!.last);
  }

  /** What comes after a position and may be seen by the principal, rights as they are now. */
  async after(principal: Principal, position: number): Promise<FeedPage> {
    const [standing] = await this.database.query<{ last: string; first: string }>('SELECT last, first FROM feed_position');
    const last = Number(standing!.last);
    // A position ahead of ours comes from another life of this database: a restored backup.
    if (position + 1 < Number(standing!.first) || position > last) return { items: [], next: last, reset: true };
    if (position === last) return { items: [], next: last, reset: false };
    const access = accessCondition(principal, {
      operation: 'tracking.readTimeline',
      right: 'read',
      objectColumn: 't.repair_request_id',
      siteColumn: 't.site_id',
      firstParam: 3,
    });
    const until = Math.min(last, position + pageSize);
    const rows = await this.database.query<FeedRow>(
      `SELECT f.position, e.type, e.repair_request_id, t.number, e.happened_at, e.recorded_at, e.actor_role, e.actor_for, e.data
       FROM feed f JOIN timeline_entry e USING (event_id) JOIN timeline t USING (repair_request_id)
       WHERE f.position > $1 AND f.position <= $2 AND ${access.sql} ORDER BY f.position`,
      [position, until, ...access.params],
    );
    return { items: rows.map(itemOf), next: until, reset: false };
  }
}

function itemOf(row: FeedRow): FeedItem {
  return {
    position: Number(row.position),
    type: row.type,
    repairRequestId: row.repair_request_id,
    number: row.number,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    actorRole: row.actor_role,
    actorFor: row.actor_for,
    data: row.data,
  };
}
