import { Injectable } from '@nestjs/common';
import type { Database, Transaction } from '@property-office/persistence';

/** A receipt: somebody scanned the slip of a document. */
export interface Scan {
  n: number;
  personId: string;
  place: string | null;
  /** They have the original since. */
  took: boolean;
  happenedAt: Date;
}

/** Where the original of paper is: one holder at every moment, and a receipt for each scan. The document is locked by whoever scans. */
@Injectable()
export class Originals {
  /** Whoever registers it has it. */
  begin(tx: Transaction, documentId: string, personId: string, at: Date): void {
    tx.send('INSERT INTO paper_holder (document_id, n, person_id, starts_at) VALUES ($1, 1, $2, $3)', [documentId, personId, at]);
  }

  keepScan(tx: Transaction, documentId: string, { n, personId, place, took, happenedAt }: Scan): void {
    tx.send(
      'INSERT INTO paper_scan (document_id, n, person_id, place, took, happened_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [documentId, n, personId, place, took, happenedAt, tx.now],
    );
  }

  /** The next holder begins where the last one ends. */
  passOn(tx: Transaction, documentId: string, personId: string, at: Date): void {
    tx.send(
      `WITH before AS (
         UPDATE paper_holder SET ends_at = greatest(starts_at, $3) WHERE document_id = $1 AND ends_at IS NULL RETURNING n, ends_at)
       INSERT INTO paper_holder (document_id, n, person_id, starts_at) SELECT $1, n + 1, $2, ends_at FROM before`,
      [documentId, personId, at],
    );
  }

  /** Who has it now; null where it has no original. */
  async holder(on: Database | Transaction, documentId: string): Promise<string | null> {
    const [row] = await on.query<{ person_id: string }>('SELECT person_id FROM paper_holder WHERE document_id = $1 AND ends_at IS NULL', [documentId]);
    return row?.person_id ?? null;
  }

  /** The first scan first. */
  async scans(database: Database, documentId: string): Promise<Scan[]> {
    return database.query<Scan & Record<string, unknown>>(
      'SELECT n, person_id AS "personId", place, took, happened_at AS "happenedAt" FROM paper_scan WHERE document_id = $1 ORDER BY n',
      [documentId],
    );
  }
}
