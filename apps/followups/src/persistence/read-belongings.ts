import { Injectable } from '@nestjs/common';
import { shieldOfAllCondition } from '@property-office/access';
import { principalAsked, workInHand } from '@property-office/backbone';
import type { BelongingsInHand, BelongingsOf } from '@property-office/contracts';
import { Database } from '@property-office/persistence';

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
        'follow-up': `SELECT f.id, coalesce(f.repair_number, f.complaint_number), f.site_id, f.changed_at FROM follow_up f
          WHERE f.taken_by = $1 AND f.state = 'in-hand' AND ${shown.sql}`,
      },
      shown.params,
    );
  }
}
