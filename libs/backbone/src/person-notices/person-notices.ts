import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';

export interface PersonNotice {
  personId: string;
  siteId: string;
  /** In the words of notifications. */
  kind: string;
  /** What they turned to the office with, to open it from the inbox. */
  about: { type: string; id: string; number: string };
  /** Tells this occasion from others of its kind about the same case. */
  occasion: string;
  happenedAt: Date;
}

/**
 * What people are told whom no event may name (W2.3), so that notifications cannot know them: a row of the service's own, which
 * a sender hands over, takes the place of a reaction there.
 */
export class PersonNotices {
  /** @param table of the service's schema, with the columns it writes here and a lease */
  constructor(readonly table: string) {}

  /** Told once for one key, however often it is said. */
  tell(tx: Transaction, { personId, siteId, kind, about, occasion, happenedAt }: PersonNotice): void {
    const key = [about.id, occasion, kind, personId].join(':');
    tx.send(
      `INSERT INTO ${this.table} (id, business_key, person_id, site_id, kind, subject_type, case_id, number, occasion, happened_at, next_try_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (business_key) DO NOTHING`,
      [newId(), key, personId, siteId, kind, about.type, about.id, about.number, occasion, happenedAt, tx.now],
    );
  }

  /**
   * Here nothing is kept of who was told of it, nor is anybody told any more (G7). Of who was told already notifications keeps the
   * entry in their inbox: who, of which case, when.
   */
  forget(tx: Transaction, caseId: string): void {
    tx.send(`DELETE FROM ${this.table} WHERE case_id = $1`, [caseId]);
  }
}
