import { Injectable } from '@nestjs/common';
import { shieldCondition } from '@property-office/access';
import type { CaseBelongingsOf, WorkInHand } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { openTask } from './tasks';

/** What somebody else must take over (G6): complaints a person handles, tasks of complaints, suggestions they are to carry out, measures they own. */
@Injectable()
export class ReadBelongings {
  constructor(private readonly database: Database) {}

  /** Without what is hidden from one of the readers (W2.3). */
  async of(personId: string, readers: CaseBelongingsOf['readers']): Promise<WorkInHand[]> {
    const shields = readers.map((reader, i) => shieldCondition(reader, { objectColumn: 'c.id', firstParam: 2 + i }));
    const shown = shields.map(({ sql }) => ` AND ${sql}`).join('');
    const rows = await this.database.query<Omit<WorkInHand, 'from'> & { at: Date } & Record<string, unknown>>(
      `SELECT 'complaint' AS kind, c.id, c.number, c.site_id AS "siteId", c.recorded_at AS at FROM complaint c
       WHERE c.handler_id = $1 AND c.state NOT IN ('closed', 'merged')${shown}
       UNION ALL
       SELECT 'complaint-task', t.id, c.number, c.site_id, t.recorded_at FROM complaint_task t JOIN complaint c ON c.id = t.complaint_id
       WHERE t.owner_id = $1 AND ${openTask}${shown}
       UNION ALL
       SELECT 'suggestion', s.id, s.number, s.site_id, s.recorded_at FROM suggestion s WHERE s.owner_id = $1 AND s.state <> 'carried-out'
       UNION ALL
       SELECT 'cause-measure', m.id, m.number, m.site_id, m.recorded_at FROM cause_measure m WHERE m.owner_id = $1 AND m.state = 'set'
       ORDER BY kind, at, id`,
      [personId, ...shields.flatMap(({ params }) => params)],
    );
    return rows.map(({ at, ...row }) => ({ ...row, from: at.toISOString() }));
  }
}
