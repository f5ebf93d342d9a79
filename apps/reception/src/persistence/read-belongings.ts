import { Injectable } from '@nestjs/common';
import { workInHand } from '@property-office/backbone';
import type { BelongingsInHand, BelongingsOf } from '@property-office/contracts';
import { Database } from '@property-office/persistence';

/**
 * What somebody else must take over (G6): contacts a person owns, phone notes that wait for what they say to them, and guests of the office who
 * are to come to them or are inside. What a contact is offered to them stays its owner's; guests of a home go with the home.
 */
@Injectable()
export class ReadBelongings {
  constructor(private readonly database: Database) {}

  of({ personId }: BelongingsOf): Promise<BelongingsInHand> {
    return workInHand(this.database, personId, {
      contact: `SELECT c.id, c.number, c.site_id, o.starts_at FROM contact c JOIN contact_owner o ON o.contact_id = c.id AND o.ends_at IS NULL
        WHERE c.owner_id = $1 AND c.state IN ('open', 'offered')`,
      'phone-note': `SELECT id, number, site_id, changed_at FROM phone_note
        WHERE forgotten_at IS NULL AND (state = 'left' AND to_person = $1 OR state = 'returned' AND from_person = $1)`,
      visitor: `SELECT id, number, site_id, recorded_at FROM visitor
        WHERE host_id = $1 AND kind = 'office-guest' AND state IN ('announced', 'expected', 'inside')`,
    });
  }
}
