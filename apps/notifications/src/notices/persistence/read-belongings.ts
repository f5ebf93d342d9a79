import { Injectable } from '@nestjs/common';
import type { WorkInHand } from '@property-office/contracts';
import { Database } from '@property-office/persistence';

/** What somebody else must take over (G6): notices a person wrote on that are not out yet and wait for somebody, and posting tasks of theirs. One that is released at its time waits for nobody. */
@Injectable()
export class ReadBelongings {
  constructor(private readonly database: Database) {}

  async of(personId: string): Promise<WorkInHand[]> {
    const rows = await this.database.query<Omit<WorkInHand, 'from'> & { at: Date } & Record<string, unknown>>(
      `SELECT 'notice' AS kind, n.id, n.number, n.site_id AS "siteId", n.recorded_at AS at FROM notice n
       WHERE $1 = ANY (n.writer_ids) AND n.state IN ('draft', 'submitted', 'returned', 'approved')
       UNION ALL
       SELECT 'notice-task', t.id, t.number, t.site_id, t.recorded_at FROM notice_task t WHERE t.poster_id = $1 AND t.state = 'open'
       ORDER BY kind, at, id`,
      [personId],
    );
    return rows.map(({ at, ...row }) => ({ ...row, from: at.toISOString() }));
  }
}
