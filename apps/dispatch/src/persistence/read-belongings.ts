import { Injectable } from '@nestjs/common';
import { workInHand } from '@property-office/backbone';
import type { BelongingsInHand, BelongingsOf } from '@property-office/contracts';
import { Database } from '@property-office/persistence';

/** Since it has been with its technician without a break; a pause or a correction changes the order, and does not begin that anew. */
const sinceTheirs = `coalesce(
  (SELECT min(l.happened_at) FROM ledger l WHERE l.aggregate_id = o.id AND l.data ->> 'technicianId' = o.technician_id::text
     AND l.aggregate_version > coalesce((SELECT max(v.aggregate_version) FROM ledger v
       WHERE v.aggregate_id = o.id AND v.data ? 'technicianId' AND v.data ->> 'technicianId' IS DISTINCT FROM o.technician_id::text), 0)),
  o.changed_at)`;

/** What somebody else must take over (G6): orders a technician was sent on or has accepted, until they are finished. What their crew may claim or has without them is the crew's. */
@Injectable()
export class ReadBelongings {
  constructor(private readonly database: Database) {}

  of({ personId }: BelongingsOf): Promise<BelongingsInHand> {
    return workInHand(this.database, personId, {
      'work-order': `SELECT o.id, o.number, o.site_id, ${sinceTheirs} FROM work_order o WHERE o.technician_id = $1 AND o.state NOT IN ('finished', 'withdrawn')`,
    });
  }
}
