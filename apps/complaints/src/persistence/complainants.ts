import { Injectable } from '@nestjs/common';
import { FieldCipher, grantAccess } from '@property-office/access';
import type { SealedColumn } from '@property-office/backbone';
import { newId } from '@property-office/kernel';
import { Database, type Transaction } from '@property-office/persistence';
import type { Hotline } from '../domain/hotline';
import { hasAccount } from './accounts';
import type { Complaint } from './complaint.entity';

/** Name and phone somebody left. */
export interface Contact {
  name: string;
  phone: string;
}

export interface NewComplainant {
  /** Of one who joined by a converted contact; null: it is made up here. */
  id?: string;
  personId: string | null;
  homeId: string | null;
  /** Of one who complained of the same matter for other homes, too. */
  furtherHomeIds?: string[];
  contact: Contact | null;
  words: string | null;
  /** The contact of reception it was heard in, which knows the caller. */
  contactId: string | null;
  /** Of one who joined a complaint: what its first complainant sent stands on the complaint. */
  attachmentIds?: string[];
  /** Of one whom a hotline sent. */
  hotline?: Hotline | null;
  /** For how many they spoke, their own among them; not said: for theirs. */
  households?: number;
  /** Whom it is about, in their words. */
  aboutWords?: string | null;
  /** Who settled that nobody of ours is meant by them, and for whom (G1); null: nobody did, or somebody is. */
  aboutNobodyBy?: string[] | null;
  /** As whom they complained in a complaint that was merged into this one. */
  joinedFrom?: string | null;
}

export interface Complainant extends NewComplainant {
  id: string;
  /** By which they read what they are told. */
  hasAccount: boolean;
  furtherHomeIds: string[];
  hotline: Hotline | null;
  households: number;
  attachmentIds: string[];
  aboutWords: string | null;
  aboutNobodyBy: string[] | null;
  joinedAt: Date;
}

interface Row {
  id: string;
  complaint_id: string;
  person_id: string | null;
  has_account: boolean;
  home_id: string | null;
  further_home_ids: string[];
  contact_cipher: string | null;
  words: string | null;
  contact_id: string | null;
  attachment_ids: string[];
  hotline_number: string | null;
  hotline_deadline: Date | null;
  households: number;
  about_words: string | null;
  about_nobody_by: string[] | null;
  joined_at: Date;
}

const field = 'complaints.complainant.contact';
const columns = `k.*, ${hasAccount('k.person_id')} AS has_account`;

/** A suggestion's are sealed in the same way. */
export const sealedContacts: readonly SealedColumn[] = ['complainant', 'suggestion'].map((table) => ({ table, key: 'id', column: 'contact_cipher', field }));

/**
 * SQL: households on one matter (W2.3): of each home once what whoever spoke for most of there said. Whoever named no home is a household of
 * their own, with those they spoke for; a further home of somebody is one.
 * @param complaintId what says of which complaint
 */
export const householdsOf = (complaintId: string): string => `(
  SELECT coalesce(sum(households), 0)::int FROM (
    SELECT max(households) AS households FROM (
      SELECT home_id, households FROM complainant WHERE complaint_id = ${complaintId} AND home_id IS NOT NULL
      UNION ALL SELECT unnest(further_home_ids), 1 FROM complainant WHERE complaint_id = ${complaintId}) of_homes GROUP BY home_id
    UNION ALL SELECT households FROM complainant WHERE complaint_id = ${complaintId} AND home_id IS NULL) spoken_for)`;

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
  add(tx: Transaction, complaint: Complaint, complainant: NewComplainant): void {
    const { id = newId(), personId, homeId, furtherHomeIds = [], contact, words, contactId, attachmentIds = [], hotline = null, households = 1, aboutWords = null, aboutNobodyBy = null, joinedFrom = null } = complainant;
    tx.send(
      `INSERT INTO complainant (id, complaint_id, person_id, home_id, contact_cipher, words, joined_at, contact_id, attachment_ids, hotline_number, hotline_deadline, households,
         about_words, joined_from, further_home_ids, about_nobody_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [id, complaint.id, personId, homeId, this.seal(contact), words, tx.now, contactId, attachmentIds, hotline?.number ?? null, hotline?.deadline ?? null, households, aboutWords, joinedFrom, furtherHomeIds, aboutNobodyBy],
    );
    if (!personId) return;
    const { id: objectId, siteId, version: sourceVersion } = complaint;
    grantAccess(tx, { objectId, siteId, subject: `person:${personId}`, right: 'act', sourceVersion });
  }

  /** Who complained of the same matter twice goes on as one: nothing they said or sent is lost, and no home they complained for. */
  addToOwn(tx: Transaction, complaintId: string, { personId, homeId, furtherHomeIds = [], contact, words, attachmentIds = [], hotline = null, households = 1, aboutWords = null, aboutNobodyBy = null }: NewComplainant): void {
    tx.send(
      `UPDATE complainant SET words = nullif(concat_ws(E'\\n', words, $3::text), ''), about_words = nullif(concat_ws(E'\\n', about_words, $8::text), ''),
         attachment_ids = attachment_ids || $4::uuid[], hotline_number = coalesce(hotline_number, $5), hotline_deadline = coalesce(hotline_deadline, $6),
         about_nobody_by = nullif(ARRAY(SELECT DISTINCT p FROM unnest(about_nobody_by || $12::uuid[]) AS p ORDER BY p), '{}'),
         households = greatest(households, $7), home_id = coalesce(home_id, $9::uuid), contact_cipher = coalesce(contact_cipher, $11),
         further_home_ids = ARRAY(SELECT DISTINCT h FROM unnest(further_home_ids || $10::uuid[] || $9::uuid) AS h WHERE h <> coalesce(home_id, $9::uuid) ORDER BY h)
       WHERE complaint_id = $1 AND person_id = $2`,
      [complaintId, personId, words, attachmentIds, hotline?.number ?? null, hotline?.deadline ?? null, households, aboutWords, homeId, furtherHomeIds, this.seal(contact), aboutNobodyBy],
    );
  }

  /** Whom no account tells of anything. */
  async strangerIds(tx: Transaction, complaintId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`SELECT id FROM complainant k WHERE complaint_id = $1 AND NOT ${hasAccount('k.person_id')} ORDER BY joined_at, id`, [complaintId]);
    return rows.map(({ id }) => id);
  }

  /** Whether somebody said in words whom it is about. */
  async sayWhom(tx: Transaction, complaintId: string): Promise<boolean> {
    return (await tx.query('SELECT 1 FROM complainant WHERE complaint_id = $1 AND about_words IS NOT NULL LIMIT 1', [complaintId])).length > 0;
  }

  /** Their words mean somebody of ours, or nobody. @param nobodyBy who says that it is nobody, and for whom; null: somebody is named */
  settle(tx: Transaction, complaintId: string, nobodyBy: readonly string[] | null): void {
    tx.send('UPDATE complainant SET about_nobody_by = $2 WHERE complaint_id = $1 AND about_words IS NOT NULL', [complaintId, nobodyBy]);
  }

  /** Who said of the words of any of them that nobody of ours is meant, and for whom, also where that was before their complaint was merged into this one. */
  async saidNobody(tx: Transaction, complaintId: string): Promise<string[]> {
    const rows = await tx.query<{ by: string }>('SELECT DISTINCT unnest(about_nobody_by) AS by FROM complainant WHERE complaint_id = $1', [complaintId]);
    return rows.map(({ by }) => by);
  }

  /** Within a transaction; without one as they stand. */
  async households(of: Pick<Transaction, 'query'> | null, complaintId: string): Promise<number> {
    const [row] = await (of ?? this.database).query<{ n: number }>(`SELECT ${householdsOf('$1')} AS n`, [complaintId]);
    return row!.n;
  }

  async count(tx: Transaction, complaintId: string): Promise<number> {
    return (await tx.query('SELECT 1 FROM complainant WHERE complaint_id = $1', [complaintId])).length;
  }

  /** Whether somebody complains who has no account to be told by. */
  async anyStranger(tx: Transaction, complaintId: string): Promise<boolean> {
    return (await this.strangerIds(tx, complaintId)).length > 0;
  }

  async personIds(tx: Transaction, complaintId: string): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }>('SELECT person_id FROM complainant WHERE complaint_id = $1 AND person_id IS NOT NULL', [complaintId]);
    return rows.map((row) => row.person_id);
  }

  /** Numbers of hotlines, by each of which the case is found. */
  async hotlineNumbers(tx: Transaction, complaintId: string): Promise<string[]> {
    const rows = await tx.query<{ number: string }>('SELECT hotline_number AS number FROM complainant WHERE complaint_id = $1 AND hotline_number IS NOT NULL ORDER BY joined_at, id', [complaintId]);
    return rows.map(({ number }) => number);
  }

  /** What those who joined have sent. */
  async joinedAttachments(tx: Transaction, complaintId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>('SELECT unnest(attachment_ids) AS id FROM complainant WHERE complaint_id = $1 ORDER BY joined_at', [complaintId]);
    return rows.map(({ id }) => id);
  }

  /** Of several cases at once, the oldest first. */
  async of(complaintIds: string[]): Promise<Map<string, Complainant[]>> {
    const rows = await this.database.query<Row & Record<string, unknown>>(
      `SELECT ${columns} FROM complainant k WHERE complaint_id = ANY ($1) ORDER BY joined_at, id`,
      [complaintIds],
    );
    return Map.groupBy(
      rows.map((row) => ({ complaintId: row.complaint_id, ...this.complainantOf(row) })),
      ({ complaintId }) => complaintId,
    );
  }

  /** @param tx locks nothing: reading is audited in it */
  async within(tx: Transaction, complaintId: string): Promise<Complainant[]> {
    const rows = await tx.query<Row & Record<string, unknown>>(`SELECT ${columns} FROM complainant k WHERE complaint_id = $1 ORDER BY joined_at, id`, [complaintId]);
    return rows.map((row) => this.complainantOf(row));
  }

  private complainantOf(row: Row): Complainant {
    return {
      id: row.id,
      personId: row.person_id,
      hasAccount: row.has_account,
      homeId: row.home_id,
      furtherHomeIds: row.further_home_ids,
      contact: this.open(row.contact_cipher),
      words: row.words,
      contactId: row.contact_id,
      attachmentIds: row.attachment_ids,
      hotline: row.hotline_number !== null && row.hotline_deadline !== null ? { number: row.hotline_number, deadline: row.hotline_deadline } : null,
      households: row.households,
      aboutWords: row.about_words,
      aboutNobodyBy: row.about_nobody_by,
      joinedAt: row.joined_at,
    };
  }
}
