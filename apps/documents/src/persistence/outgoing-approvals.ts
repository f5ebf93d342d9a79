import { Injectable } from '@nestjs/common';
import type { Database, Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { OutgoingDocument } from './outgoing-document.entity';

export type SignatureKind = 'review' | 'countersign' | 'sign-off' | 'check';

/** Who said yes to which text. */
export interface Signature {
  n: number;
  kind: SignatureKind;
  textVersion: number;
  textHash: string;
  personId: string;
  forId: string | null;
  opinion: string | null;
  happenedAt: Date;
  /** When it was taken back; null: it holds. */
  withdrawnAt: Date | null;
}

/** Somebody who is to countersign, of one time it was submitted. */
export interface Countersigner {
  round: number;
  personId: string;
  signedAt: Date | null;
}

/** Opinions and signatures, each for one version of the text. The document is locked by whoever gives one. */
@Injectable()
export class OutgoingApprovals {
  /** Names who is to countersign this time. */
  ask(tx: Transaction, { id, round }: OutgoingDocument, personIds: readonly string[]): void {
    if (personIds.length === 0) return;
    tx.send(
      `INSERT INTO outgoing_countersigner (document_id, round, person_id, position)
       SELECT $1, $2, person_id, nth FROM unnest($3::uuid[]) WITH ORDINALITY AS named (person_id, nth)`,
      [id, round, personIds],
    );
  }

  /** Who is to countersign and has not. */
  async waiting(tx: Transaction, { id, round }: OutgoingDocument): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }>(
      'SELECT person_id FROM outgoing_countersigner WHERE document_id = $1 AND round = $2 AND signed_at IS NULL ORDER BY position',
      [id, round],
    );
    return rows.map((row) => row.person_id);
  }

  /** Who was ever asked to countersign. */
  async asked(tx: Transaction, documentId: string): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }>('SELECT DISTINCT person_id FROM outgoing_countersigner WHERE document_id = $1', [documentId]);
    return rows.map((row) => row.person_id);
  }

  countersigned(tx: Transaction, { id, round }: OutgoingDocument, personId: string, at: Date): void {
    tx.send('UPDATE outgoing_countersigner SET signed_at = $4 WHERE document_id = $1 AND round = $2 AND person_id = $3', [id, round, personId, at]);
  }

  /** Keeps what somebody said to the text as it is. */
  keep(tx: Transaction, { id, textVersion, textHash }: OutgoingDocument, { actor, happenedAt }: Act, kind: SignatureKind, opinion: string | null): void {
    tx.send(
      `INSERT INTO outgoing_signature (document_id, n, kind, text_version, text_hash, person_id, for_id, opinion, happened_at, recorded_at)
       SELECT $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 FROM outgoing_signature WHERE document_id = $1`,
      [id, kind, textVersion, textHash, actor.personId, actor.forPersonId ?? null, opinion, happenedAt, tx.now],
    );
  }

  /** Whether somebody signed an earlier version of it under the hash it has now, which then does not say which of them was read. */
  async hadSameHash(tx: Transaction, { id, textVersion, textHash }: OutgoingDocument): Promise<boolean> {
    const rows = await tx.query('SELECT 1 FROM outgoing_signature WHERE document_id = $1 AND text_hash = $2 AND text_version < $3 LIMIT 1', [id, textHash, textVersion]);
    return rows.length > 0;
  }

  /** The last check was taken back: it stands, and that it does not hold stands beside it. */
  withdrawCheck(tx: Transaction, { id }: OutgoingDocument, { actor, happenedAt }: Act): void {
    tx.send(
      `INSERT INTO outgoing_signature_withdrawn (document_id, n, withdrawn_by, happened_at, recorded_at)
       SELECT document_id, max(n), $2, $3, $4 FROM outgoing_signature WHERE document_id = $1 AND kind = 'check' GROUP BY document_id`,
      [id, actor.personId, happenedAt, tx.now],
    );
  }

  /** For the page of a document the caller was given; the first one first. */
  signatures(database: Database, documentId: string): Promise<Signature[]> {
    return database.query<Signature & Record<string, unknown>>(
      `SELECT s.n, s.kind, s.text_version AS "textVersion", s.text_hash AS "textHash", s.person_id AS "personId", s.for_id AS "forId", s.opinion,
              s.happened_at AS "happenedAt", w.happened_at AS "withdrawnAt"
       FROM outgoing_signature s LEFT JOIN outgoing_signature_withdrawn w USING (document_id, n) WHERE document_id = $1 ORDER BY n`,
      [documentId],
    );
  }

  countersigners(database: Database, documentId: string): Promise<Countersigner[]> {
    return database.query<Countersigner & Record<string, unknown>>(
      'SELECT round, person_id AS "personId", signed_at AS "signedAt" FROM outgoing_countersigner WHERE document_id = $1 ORDER BY round, position',
      [documentId],
    );
  }
}
