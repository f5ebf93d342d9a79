import { Injectable } from '@nestjs/common';
import type { Database, Transaction } from '@property-office/persistence';
import type { Delivery, Print } from '../domain/copies';
import type { OutgoingDocument } from './outgoing-document.entity';

export interface KeptPrint extends Print {
  n: number;
  textVersion: number;
  printedBy: string;
  happenedAt: Date;
}

export interface KeptDelivery extends Delivery {
  n: number;
  how: string;
  receivedBy: string | null;
  missingReason: string | null;
  settledAt: Date | null;
}

/** What came of a delivery: who has it, or why nobody confirms it. */
export interface Settled {
  receivedBy: string | null;
  missingReason: string | null;
  at: Date;
}

/** Copies that were printed and where they went. The document is locked by whoever prints, sends or confirms. */
@Injectable()
export class OutgoingCopies {
  keepPrint(tx: Transaction, { id, textVersion }: OutgoingDocument, { copies, firstShare }: Print, printedBy: string, at: Date): void {
    tx.send(
      `INSERT INTO outgoing_print (document_id, n, text_version, copies, first_share, printed_by, happened_at)
       SELECT $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5, $6 FROM outgoing_print WHERE document_id = $1`,
      [id, textVersion, copies, firstShare, printedBy, at],
    );
  }

  /** The first one first. */
  prints(on: Database | Transaction, documentId: string): Promise<KeptPrint[]> {
    return on.query<KeptPrint & Record<string, unknown>>(
      `SELECT n, text_version AS "textVersion", copies, first_share AS "firstShare", printed_by AS "printedBy", happened_at AS "happenedAt"
       FROM outgoing_print WHERE document_id = $1 ORDER BY n`,
      [documentId],
    );
  }

  deliver(tx: Transaction, documentId: string, deliveries: ReadonlyArray<Delivery & { how: string }>): void {
    for (const [i, { recipient, how, copies, shares }] of deliveries.entries())
      tx.send('INSERT INTO outgoing_delivery (document_id, n, recipient, how, copies, shares) VALUES ($1, $2, $3, $4, $5, $6)', [documentId, i + 1, recipient, how, copies, shares]);
  }

  deliveries(on: Database | Transaction, documentId: string): Promise<KeptDelivery[]> {
    return on.query<KeptDelivery & Record<string, unknown>>(
      `SELECT n, recipient, how, copies, shares, received_by AS "receivedBy", missing_reason AS "missingReason", settled_at AS "settledAt"
       FROM outgoing_delivery WHERE document_id = $1 ORDER BY n`,
      [documentId],
    );
  }

  settle(tx: Transaction, documentId: string, n: number, { receivedBy, missingReason, at }: Settled): void {
    tx.send('UPDATE outgoing_delivery SET received_by = $3, missing_reason = $4, settled_at = $5 WHERE document_id = $1 AND n = $2', [documentId, n, receivedBy, missingReason, at]);
  }
}
