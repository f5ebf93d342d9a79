import { Injectable } from '@nestjs/common';
import { shieldOfAllCondition } from '@property-office/access';
import { principalAsked, workInHand } from '@property-office/backbone';
import type { BelongingsInHand, BelongingsOf } from '@property-office/contracts';
import { Database } from '@property-office/persistence';

/** Since they have taken it; what a clock says meanwhile changes the row. */
const sinceTaken = `coalesce(
  (SELECT max(l.happened_at) FROM ledger l WHERE l.aggregate_id = f.id AND l.data ->> 'takenBy' = f.taken_by::text
     AND l.type IN ('followups.follow-up-taken.v1', 'followups.complaint-follow-up-taken.v1')),
  f.changed_at)`;

/** What somebody else must take over (G6): follow-ups a person has taken, until there is an outcome. What is passed on to them goes on to others by itself. */
@Injectable()
export class ReadBelongings {
  constructor(private readonly database: Database) {}

  /** Without those of complaints that are hidden from the reader (W2.3). */
  of({ personId, reader }: BelongingsOf): Promise<BelongingsInHand> {
    const shown = shieldOfAllCondition(principalAsked(reader), { objectColumn: 'f.id', firstParam: 2 });
    return workInHand(
      this.database,
      personId,
      {
        'follow-up': `SELECT f.id, coalesce(f.repair_number, f.complaint_number), f.site_id, ${sinceTaken} FROM follow_up f
          WHERE f.taken_by = $1 AND f.state = 'in-hand' AND ${shown.sql}`,
      },
      shown.params,
    );
  }
}
