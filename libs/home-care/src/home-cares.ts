import { Injectable } from '@nestjs/common';
import { Database } from '@property-office/persistence';
import type { Door } from './door.view';

/** The service's own copy of what whoever deals with a home should know. */
@Injectable()
export class HomeCares {
  constructor(private readonly database: Database) {}

  /** Of several homes at once, by home; nothing of one for which nothing is written. */
  async of(homeIds: ReadonlyArray<string | null>): Promise<Map<string, Door>> {
    const known = homeIds.filter((id) => id !== null);
    if (known.length === 0) return new Map();
    const rows = await this.database.query<{ home_id: string; wishes: string; no_phone: boolean; contact_id: string | null }>(
      `SELECT home_id, wishes, no_phone, contact_id FROM home_care WHERE home_id = ANY ($1) AND (wishes <> '' OR no_phone OR contact_id IS NOT NULL)`,
      [known],
    );
    return new Map(rows.map(({ home_id, wishes, no_phone: noPhone, contact_id: contactId }) => [home_id, { wishes, noPhone, contactId }]));
  }
}
