import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Database, Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { canonicalText, type OutgoingText } from '../domain/outgoing-text';
import { keepBody } from './document-texts';

/** Why there is another version: it is being drafted; or it was signed off and changed, in its typography or its substance. */
export type TextChange = 'draft' | 'edit' | 'typography' | 'substance';

export interface TextVersion extends OutgoingText {
  n: number;
  change: TextChange;
  textHash: string;
  exactHash: string;
  madeBy: string;
  reason: string | null;
  happenedAt: Date;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Of what a text says; two that differ in typography alone have the same (W1.2). */
export function textHashOf(text: OutgoingText): string {
  return sha256(canonicalText(text));
}

/** Of a text to the letter. */
export function exactHashOf({ title, body }: OutgoingText): string {
  return sha256(`${title}\n${body}`);
}

/** What documents said, version by version. The document is locked by whoever adds one. */
@Injectable()
export class OutgoingTexts {
  add(tx: Transaction, documentId: string, { actor, happenedAt }: Act, text: OutgoingText, { n, change, reason = null }: { n: number; change: TextChange; reason?: string | null }): void {
    tx.send(
      `INSERT INTO outgoing_version (document_id, n, change, title, body, text_hash, exact_hash, made_by, reason, happened_at, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [documentId, n, change, text.title, text.body, textHashOf(text), exactHashOf(text), actor.personId, reason, happenedAt, tx.now],
    );
    keepBody(tx, documentId, text.body);
  }

  /** One version; undefined where there is none. */
  async one(on: Database | Transaction, documentId: string, n: number): Promise<TextVersion | undefined> {
    return (await this.select(on, documentId, 'AND n = $2', [n]))[0];
  }

  /** The first one first. */
  all(on: Database | Transaction, documentId: string): Promise<TextVersion[]> {
    return this.select(on, documentId, '', []);
  }

  private async select(on: Database | Transaction, documentId: string, more: string, params: unknown[]): Promise<TextVersion[]> {
    return on.query<TextVersion & Record<string, unknown>>(
      `SELECT n, change, title, body, text_hash AS "textHash", exact_hash AS "exactHash", made_by AS "madeBy", reason, happened_at AS "happenedAt"
       FROM outgoing_version WHERE document_id = $1 ${more} ORDER BY n`,
      [documentId, ...params],
    );
  }
}
