import { Injectable } from '@nestjs/common';
import type { ClaimedAttachment } from '@property-office/contracts';
import { Database, type Transaction } from '@property-office/persistence';

/** What attachments of outgoing documents are called, as files said when they were claimed. */
@Injectable()
export class AttachmentNames {
  constructor(private readonly database: Database) {}

  keep(tx: Transaction, claimed: readonly ClaimedAttachment[]): void {
    if (claimed.length === 0) return;
    tx.send('INSERT INTO attachment_name (attachment_id, name) SELECT * FROM unnest($1::uuid[], $2::text[]) ON CONFLICT DO NOTHING', [
      claimed.map(({ id }) => id),
      claimed.map(({ name }) => name),
    ]);
  }

  /** In their order; one that was attached before names were kept is counted all the same. */
  async of(attachmentIds: readonly string[]): Promise<string[]> {
    if (attachmentIds.length === 0) return [];
    const rows = await this.database.query<{ name: string }>(
      `SELECT coalesce(name, '附件') AS name FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (attachment_id, place) LEFT JOIN attachment_name USING (attachment_id) ORDER BY place`,
      [attachmentIds],
    );
    return rows.map(({ name }) => name);
  }
}
