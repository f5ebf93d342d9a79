import { Injectable } from '@nestjs/common';
import type { Actor, Principal } from '@property-office/contracts';
import { newId, toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, type Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { documentAccess } from './document-access';
import type { OutgoingDocument } from './outgoing-document.entity';

/** A row of the register of seals (用印登记). */
export interface SealUse {
  id: string;
  documentId: string;
  siteId: string;
  seal: string;
  reason: string;
  copies: number;
  approvedBy: string;
  approvedFor: string | null;
  approvedAt: Date;
  usedBy: string | null;
  usedAt: Date | null;
  usedCopies: number | null;
  /** The numbers of those copies; null where they have none, or it was not asked yet. */
  usedShares: number[] | null;
  withdrawnAt: Date | null;
}

export interface ListedSealUse extends SealUse {
  number: string;
}

const columns = `s.id, s.document_id AS "documentId", s.site_id AS "siteId", s.seal, s.reason, s.copies, s.approved_by AS "approvedBy", s.approved_for AS "approvedFor",
  s.approved_at AS "approvedAt", s.used_by AS "usedBy", s.used_at AS "usedAt", s.used_copies AS "usedCopies", s.used_shares AS "usedShares", s.withdrawn_at AS "withdrawnAt"`;

/** Who approved a seal and who used it; the document is locked by both. Nothing is struck out: what is not used is withdrawn. */
@Injectable()
export class Seals {
  constructor(private readonly database: Database) {}

  approve(tx: Transaction, { id, siteId, textVersion }: OutgoingDocument, { actor, happenedAt }: Act, { seal, reason, copies }: Pick<SealUse, 'seal' | 'reason' | 'copies'>): void {
    tx.send(
      `INSERT INTO seal_use (id, document_id, site_id, text_version, seal, reason, copies, approved_by, approved_for, approved_at, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [newId(), id, siteId, textVersion, seal, reason, copies, actor.personId, actor.forPersonId ?? null, happenedAt, tx.now],
    );
  }

  /** What was approved and not withdrawn; undefined where nothing was. */
  async approved(tx: Transaction, documentId: string): Promise<SealUse | undefined> {
    return (await tx.query<SealUse & Record<string, unknown>>(`SELECT ${columns} FROM seal_use s WHERE document_id = $1 AND withdrawn_at IS NULL`, [documentId]))[0];
  }

  use(tx: Transaction, id: string, { personId, forPersonId }: Actor, at: Date, { copies, shares }: { copies: number; shares: readonly number[] | null }): void {
    tx.send('UPDATE seal_use SET used_by = $2, used_for = $3, used_at = $4, used_copies = $5, used_shares = $6 WHERE id = $1', [id, personId, forPersonId ?? null, at, copies, shares]);
  }

  /** The text is another one, or nothing goes out: what was approved is not, unless it was used. */
  withdraw(tx: Transaction, documentId: string, at: Date): void {
    tx.send('UPDATE seal_use SET withdrawn_at = $2 WHERE document_id = $1 AND used_at IS NULL AND withdrawn_at IS NULL', [documentId, at]);
  }

  /** For the page of a document the caller was given. */
  of(documentId: string): Promise<SealUse[]> {
    return this.database.query<SealUse & Record<string, unknown>>(`SELECT ${columns} FROM seal_use s WHERE document_id = $1 ORDER BY recorded_at, id`, [documentId]);
  }

  /** The register of the sites where a principal works; of a confidential document only for who may know of it. */
  async page(principal: Principal, { limit, cursor, siteId }: { limit: number; cursor?: PagePosition; siteId?: string }): Promise<Page<ListedSealUse>> {
    const conditions = [...whereEquals('s.site_id', siteId), ...whereAfter('s', cursor)];
    const params = conditions.map(({ value }) => value);
    const operation = 'documents.listSealUses';
    const known = documentAccess(principal, operation, 'read', params.length + 1);
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), known.sql].join(' AND ');
    const rows = await this.database.query<ListedSealUse & { recordedAt: Date } & Record<string, unknown>>(
      `SELECT ${columns}, d.number, s.recorded_at AS "recordedAt" FROM seal_use s JOIN outgoing_document d ON d.id = s.document_id
       WHERE ${where} ORDER BY s.recorded_at DESC, s.id DESC LIMIT ${Number(limit + 1)}`,
      [...params, ...known.params],
    );
    return toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
  }
}
