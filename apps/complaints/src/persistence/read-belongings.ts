import { Injectable } from '@nestjs/common';
import { shieldOfAllCondition } from '@property-office/access';
import { principalAsked, workInHand } from '@property-office/backbone';
import type { BelongingsInHand, BelongingsOf } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { openTask } from './tasks';

/** What somebody else must take over (G6): complaints a person handles, tasks of complaints, suggestions they are to carry out, measures they own. */
@Injectable()
export class ReadBelongings {
  constructor(private readonly database: Database) {}

  /** Without what is hidden from the reader (W2.3). */
  of({ personId, reader }: BelongingsOf): Promise<BelongingsInHand> {
    const shown = shieldOfAllCondition(principalAsked(reader), { objectColumn: 'c.id', firstParam: 2 });
    return workInHand(
      this.database,
      personId,
      {
        complaint: `SELECT c.id, c.number, c.site_id, c.recorded_at FROM complaint c WHERE c.handler_id = $1 AND c.state NOT IN ('closed', 'merged') AND ${shown.sql}`,
        'complaint-task': `SELECT t.id, c.number, c.site_id, t.recorded_at FROM complaint_task t JOIN complaint c ON c.id = t.complaint_id
          WHERE t.owner_id = $1 AND ${openTask} AND ${shown.sql}`,
        suggestion: `SELECT id, number, site_id, recorded_at FROM suggestion WHERE owner_id = $1 AND state <> 'carried-out'`,
        'cause-measure': `SELECT id, number, site_id, recorded_at FROM cause_measure WHERE owner_id = $1 AND state = 'set'`,
      },
      shown.params,
    );
  }
}
