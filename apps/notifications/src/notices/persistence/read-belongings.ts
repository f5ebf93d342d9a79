import { Injectable } from '@nestjs/common';
import { workInHand } from '@property-office/backbone';
import type { BelongingsInHand, BelongingsOf } from '@property-office/contracts';
import { Database } from '@property-office/persistence';

/** What somebody else must take over (G6): notices a person wrote on that are not out yet and wait for somebody, and posting tasks of theirs. One that is released at its time waits for nobody. */
@Injectable()
export class ReadBelongings {
  constructor(private readonly database: Database) {}

  of({ personId }: BelongingsOf): Promise<BelongingsInHand> {
    return workInHand(this.database, personId, {
      notice: `SELECT id, number, site_id, recorded_at FROM notice WHERE writer_ids @> ARRAY[$1::uuid] AND state IN ('draft', 'submitted', 'returned', 'approved')`,
      'notice-task': `SELECT id, number, site_id, recorded_at FROM notice_task WHERE poster_id = $1 AND state = 'open'`,
    });
  }
}
