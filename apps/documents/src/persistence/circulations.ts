import { Injectable } from '@nestjs/common';
import type { Database, Transaction } from '@property-office/persistence';
import type { Circulation, Reader } from '../domain/circulation';
import type { IncomingDocument } from './incoming-document.entity';

interface ReaderRow extends Record<string, unknown> {
  circulation: number;
  person_id: string;
  position: number;
  added_by: string;
  added_reason: string | null;
  read_at: Date | null;
  left_out_by: string | null;
  left_out_at: Date | null;
  left_out_reason: string | null;
}

/** A reader as the page of a document shows them. */
export interface ListedReader extends Reader {
  circulation: number;
  addedBy: string;
  addedReason: string | null;
  leftOutBy: string | null;
  leftOutReason: string | null;
}

const columns = 'circulation, person_id, position, added_by, added_reason, read_at, left_out_by, left_out_at, left_out_reason';

export interface By {
  personId: string;
  at: Date;
  reason: string | null;
}

/** Who is to read a document: each change stays to be seen, with who made it and why (G3). The document is locked by whoever makes one. */
@Injectable()
export class Circulations {
  /** Its circulation as it stands; undefined where there never was one. */
  async now(tx: Transaction, { id, circulation, ordered }: IncomingDocument): Promise<Circulation | undefined> {
    if (circulation === 0) return undefined;
    const rows = await tx.query<ReaderRow>(`SELECT ${columns} FROM circulation_reader WHERE document_id = $1 AND circulation = $2`, [id, circulation]);
    return { n: circulation, ordered, readers: rows.map(readerOf) };
  }

  /** Names readers after those there are. */
  add(tx: Transaction, documentId: string, circulation: number, readerIds: readonly string[], after: number, { personId, at, reason }: By): void {
    tx.send(
      `INSERT INTO circulation_reader (document_id, circulation, person_id, position, added_by, added_at, added_reason)
       SELECT $1, $2, person_id, $3 + nth, $5, $6, $7 FROM unnest($4::uuid[]) WITH ORDINALITY AS named (person_id, nth)`,
      [documentId, circulation, after, readerIds, personId, at, reason],
    );
  }

  read(tx: Transaction, documentId: string, circulation: number, personId: string, at: Date): void {
    tx.send('UPDATE circulation_reader SET read_at = $4 WHERE document_id = $1 AND circulation = $2 AND person_id = $3', [documentId, circulation, personId, at]);
  }

  leaveOut(tx: Transaction, documentId: string, circulation: number, readerIds: readonly string[], { personId, at, reason }: By): void {
    tx.send(
      `UPDATE circulation_reader SET left_out_by = $4, left_out_at = $5, left_out_reason = $6
       WHERE document_id = $1 AND circulation = $2 AND person_id = ANY ($3::uuid[])`,
      [documentId, circulation, readerIds, personId, at, reason],
    );
  }

  /** Of these people, who has read it in some circulation, or is to read it in one. */
  async partOf(tx: Transaction, documentId: string, personIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ person_id: string }>(
      'SELECT DISTINCT person_id FROM circulation_reader WHERE document_id = $1 AND person_id = ANY ($2::uuid[]) AND left_out_at IS NULL',
      [documentId, personIds],
    );
    return new Set(rows.map((row) => row.person_id));
  }

  async lastReadAt(tx: Transaction, documentId: string): Promise<Date | null> {
    const [row] = await tx.query<{ at: Date | null }>('SELECT max(read_at) AS at FROM circulation_reader WHERE document_id = $1', [documentId]);
    return row!.at;
  }

  /** For the page of a document the caller was given. */
  async listed(database: Database, documentId: string): Promise<ListedReader[]> {
    const rows = await database.query<ReaderRow>(`SELECT ${columns} FROM circulation_reader WHERE document_id = $1 ORDER BY circulation, position`, [documentId]);
    return rows.map((row) => ({
      ...readerOf(row),
      circulation: row.circulation,
      addedBy: row.added_by,
      addedReason: row.added_reason,
      leftOutBy: row.left_out_by,
      leftOutReason: row.left_out_reason,
    }));
  }
}

function readerOf({ person_id: personId, position, read_at: readAt, left_out_at: leftOutAt }: ReaderRow): Reader {
  return { personId, position, readAt, leftOutAt };
}
