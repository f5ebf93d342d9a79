import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Database, Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { canonicalSubstance, literalSubstance, type BesideText, type OutgoingSubstance } from '../domain/outgoing-substance';
import type { OutgoingText } from '../domain/outgoing-text';
import { keepBody } from './document-texts';

/** Why there is another version: it is being drafted; or it was signed off and changed, in its typography or its substance. */
export type TextChange = 'draft' | 'edit' | 'typography' | 'substance';

export interface TextVersion extends OutgoingText {
  n: number;
  change: TextChange;
  textHash: string;
  exactHash: string;
  /** What stood beside the text; null: a process of a version that did not keep it wrote this. */
  beside: BesideText | null;
  madeBy: string;
  reason: string | null;
  happenedAt: Date;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Of what a signature stands for: title, body, attendance and copies; two that differ in typography alone have the same (W1.2). What has neither attendance
 * nor copies is hashed by title and body, as everything was before these counted.
 *
 * What had one of them by then keeps the hash of its text: signatures, events and archives name it, and nobody has signed another. It is hashed anew
 * by whoever changes it, a draft whenever it is edited, and what was signed off when its substance is changed. Therefore
 * `saysTheSame` decides what is substance, never a comparison with a hash made anew: that would send back to its signer what only the upgrade has changed.
 */
export function textHashOf(substance: OutgoingSubstance): string {
  return sha256(canonicalSubstance(substance));
}

/** Of all of it to the letter. */
export function exactHashOf(substance: OutgoingSubstance): string {
  return sha256(literalSubstance(substance));
}

export interface NewVersion {
  n: number;
  change: TextChange;
  /** That of the version before where it says the same. */
  textHash: string;
  reason?: string;
}

/** What documents said, version by version. The document is locked by whoever adds one. */
@Injectable()
export class OutgoingTexts {
  add(tx: Transaction, documentId: string, { actor, happenedAt }: Act, substance: OutgoingSubstance, { n, change, textHash, reason }: NewVersion): void {
    const { title, body, attendance, copiesTo } = substance;
    tx.send(
      `INSERT INTO outgoing_version (document_id, n, change, title, body, attendance, copies_to, text_hash, exact_hash, made_by, reason, happened_at, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [documentId, n, change, title, body, attendance && JSON.stringify(attendance), copiesTo, textHash, exactHashOf(substance), actor.personId, reason ?? null, happenedAt, tx.now],
    );
    keepBody(tx, documentId, body);
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
      `SELECT n, change, title, body, text_hash AS "textHash", exact_hash AS "exactHash", made_by AS "madeBy", reason, happened_at AS "happenedAt",
              CASE WHEN copies_to IS NOT NULL THEN jsonb_build_object('attendance', attendance, 'copiesTo', copies_to) END AS beside
       FROM outgoing_version WHERE document_id = $1 ${more} ORDER BY n`,
      [documentId, ...params],
    );
  }
}
