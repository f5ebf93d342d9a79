import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { CatchUps } from '@property-office/timers';
import { handlingWords } from '../domain/handling-sheet';
import { followAttachments, keepBody, keepHandling } from './document-texts';

const perBatch = 200;

const hasText = (source: string): string => `EXISTS (SELECT 1 FROM document_text t WHERE t.document_id = d.id AND t.source_id = ${source})`;

/**
 * What processes of the version before register, draft, tell and sign for beside those of today, which search no texts, is found by what is in it,
 * too (W1.3). What they change of a text that is searched already is found as it was, until it is changed again.
 */
@Injectable()
export class EarlierTexts implements OnModuleInit {
  constructor(private readonly catchUps: CatchUps) {}

  onModuleInit(): void {
    for (const table of ['incoming_document', 'outgoing_document', 'directive', 'mail_item'])
      this.kept(
        `attachments in ${table}`,
        `SELECT d.id, d.attachment_ids AS "attachmentIds" FROM ${table} d WHERE EXISTS (SELECT 1 FROM unnest(d.attachment_ids) a (id) WHERE NOT ${hasText('a.id')})`,
        (tx, row: { id: string; attachmentIds: string[] }) => followAttachments(tx, row),
      );
    for (const bodies of ['directive d', 'outgoing_document d JOIN outgoing_version v ON v.document_id = d.id AND v.n = d.text_version'])
      this.kept(`words of ${bodies.split(' ')[0]}`, `SELECT d.id, body FROM ${bodies} WHERE NOT ${hasText('d.id')}`, (tx, { id, body }: { id: string; body: string }) => keepBody(tx, id, body));
    this.catchUps.on('pages of attachments', askForPages);
    this.kept(
      'words of incoming_document',
      `SELECT d.id, sent_back_reason AS "sentBackReason", proposal, decision, result, answer, void_reason AS "voidReason" FROM incoming_document d
       WHERE concat(sent_back_reason, proposal, decision, result, answer, void_reason) <> '' AND NOT ${hasText('d.id')}`,
      (tx, { id, ...written }: { id: string } & Parameters<typeof handlingWords>[0]) => keepHandling(tx, id, handlingWords(written)),
    );
  }

  /** @param missing of the table `d`, up to its conditions */
  private kept<Row extends { id: string }>(what: string, missing: string, keep: (tx: Transaction, row: Row) => void): void {
    this.catchUps.onRows<Row>(what, {
      find: (tx, after, atMost) => tx.query<Row & Record<string, unknown>>(`${missing} AND d.id > $1 ORDER BY d.id LIMIT $2 FOR UPDATE OF d SKIP LOCKED`, [after, atMost]),
      keep,
    });
  }
}

/** Once of each that was read before pages were counted; what it says is found meanwhile. So many each quarter of an hour, that what is new is read among them. */
async function askForPages(tx: Transaction): Promise<boolean> {
  await tx.query(
    `UPDATE document_text SET state = 'waiting', reason = NULL, attempts = 0, next_try_at = platform.now() WHERE (document_id, source_id) IN
       (SELECT document_id, source_id FROM document_text WHERE kind = 'attachment' AND state <> 'waiting' AND NOT pages_asked LIMIT ${perBatch} FOR UPDATE SKIP LOCKED)`,
  );
  return false;
}
