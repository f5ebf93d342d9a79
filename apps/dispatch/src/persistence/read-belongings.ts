import { Injectable } from '@nestjs/common';
import { workInHand } from '@property-office/backbone';
import type { BelongingsInHand, BelongingsOf } from '@property-office/contracts';
import { Database } from '@property-office/persistence';

/** What somebody else must take over (G6): orders a technician was sent on or has accepted, until they are finished. What their crew may claim or has without them is the crew's. */
@Injectable()
export class ReadBelongings {
  constructor(private readonly database: Database) {}

  of({ personId }: BelongingsOf): Promise<BelongingsInHand> {
    return workInHand(this.database, personId, {
      'work-order': `SELECT id, number, site_id, changed_at FROM work_order WHERE technician_id = $1 AND state NOT IN ('finished', 'withdrawn')`,
    });
  }
}
