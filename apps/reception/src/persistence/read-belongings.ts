import { Injectable } from '@nestjs/common';
import type { WorkInHand } from '@property-office/contracts';
import { Database } from '@property-office/persistence';

/**
 * What somebody else must take over (G6): contacts a person owns, phone notes that wait for what they say to them, and guests of the office who
 * are to come to them or are inside. What a contact is offered to them stays its owner's; guests of a home go with the home.
 */
@Injectable()
export class ReadBelongings {
  constructor(private readonly database: Database) {}

  async of(personId: string): Promise<WorkInHand[]> {
    const rows = await this.database.query<Omit<WorkInHand, 'from'> & { at: Date } & Record<string, unknown>>(
      `SELECT 'contact' AS kind, c.id, c.number, c.site_id AS "siteId", o.starts_at AS at
       FROM contact c JOIN contact_owner o ON o.contact_id = c.id AND o.ends_at IS NULL WHERE c.owner_id = $1 AND c.state IN ('open', 'offered')
       UNION ALL
       SELECT 'phone-note', n.id, n.number, n.site_id, n.changed_at FROM phone_note n
       WHERE n.forgotten_at IS NULL AND (n.state = 'left' AND n.to_person = $1 OR n.state = 'returned' AND n.from_person = $1)
       UNION ALL
       SELECT 'visitor', v.id, v.number, v.site_id, v.recorded_at FROM visitor v
       WHERE v.host_id = $1 AND v.kind = 'office-guest' AND v.state IN ('announced', 'expected', 'inside')
       ORDER BY kind, at, id`,
      [personId],
    );
    return rows.map(({ at, ...row }) => ({ ...row, from: at.toISOString() }));
  }
}
