import { Injectable } from '@nestjs/common';
import { FieldCipher, grantAccess } from '@property-office/access';
import { newId } from '@property-office/kernel';
import { Database, type Transaction } from '@property-office/persistence';
import type { Complaint } from './complaint.entity';

/** Name and phone somebody left. */
export interface Contact {
  name: string;
  phone: string;
}

export interface NewComplainant {
  personId: string | null;
  homeId: string | null;
  contact: Contact | null;
  words: string | null;
  /** The contact of reception it was heard in, which knows the caller. */
  contactId: string | null;
}

export interface Complainant extends NewComplainant {
  id: string;
  joinedAt: Date;
}

interface Row {
  id: string;
  complaint_id: string;
  person_id: string | null;
  home_id: string | null;
  contact_cipher: string | null;
  words: string | null;
  contact_id: string | null;
  joined_at: Date;
}

const field = 'complaints.complainant.contact';

/** Who complains. Nothing of this leaves the schema but through the views and the audited route (W2.3, G7). */
@Injectable()
export class Complainants {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  seal(contact: Contact | null): string | null {
    return contact && this.cipher.encrypt(field, JSON.stringify({ name: contact.name, phone: contact.phone }));
  }

  open(cipher: string | null): Contact | null {
    return cipher === null ? null : (JSON.parse(this.cipher.decrypt(field, cipher)) as Contact);
  }

  /** One more complainant, who sees their own case from now on. */
  add(tx: Transaction, complaint: Complaint, { personId, homeId, contact, words, contactId }: NewComplainant): void {
    tx.send(
      `INSERT INTO complainant (id, complaint_id, person_id, home_id, contact_cipher, words, joined_at, contact_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), complaint.id, personId, homeId, this.seal(contact), words, tx.now, contactId],
    );
    if (!personId) return;
    const { id: objectId, siteId, version: sourceVersion } = complaint;
    grantAccess(tx, { objectId, siteId, subject: `person:${personId}`, right: 'act', sourceVersion });
  }

  /** Homes, each once; somebody without a home is no household. */
  async households(tx: Transaction, complaintId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>('SELECT count(DISTINCT home_id)::int AS n FROM complainant WHERE complaint_id = $1', [complaintId]);
    return row!.n;
  }

  async count(tx: Transaction, complaintId: string): Promise<number> {
    return (await tx.query('SELECT 1 FROM complainant WHERE complaint_id = $1', [complaintId])).length;
  }

  async personIds(tx: Transaction, complaintId: string): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }>('SELECT person_id FROM complainant WHERE complaint_id = $1 AND person_id IS NOT NULL', [complaintId]);
    return rows.map((row) => row.person_id);
  }

  /** Of several cases at once, the oldest first. */
  async of(complaintIds: string[]): Promise<Map<string, Complainant[]>> {
    const rows = await this.database.query<Row & Record<string, unknown>>(
      'SELECT * FROM complainant WHERE complaint_id = ANY ($1) ORDER BY joined_at, id',
      [complaintIds],
    );
    return Map.groupBy(
      rows.map((row) => ({ complaintId: row.complaint_id, ...this.complainantOf(row) })),
      ({ complaintId }) => complaintId,
    );
  }

  /** @param tx locks nothing: reading is audited in it */
  async within(tx: Transaction, complaintId: string): Promise<Complainant[]> {
    const rows = await tx.query<Row & Record<string, unknown>>('SELECT * FROM complainant WHERE complaint_id = $1 ORDER BY joined_at, id', [complaintId]);
    return rows.map((row) => this.complainantOf(row));
  }

  private complainantOf(row: Row): Complainant {
    return {
      id: row.id,
      personId: row.person_id,
      homeId: row.home_id,
      contact: this.open(row.contact_cipher),
      words: row.words,
      contactId: row.contact_id,
      joinedAt: row.joined_at,
    };
  }
}
