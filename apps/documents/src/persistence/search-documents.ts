import { Injectable } from '@nestjs/common';
import type { Principal, RegisterDirection } from '@property-office/contracts';
import { soughtWord, toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereTyped, type ListCondition } from '@property-office/persistence';
import { documentAccess } from './document-access';

export interface DocumentSearch {
  q: string;
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  direction?: RegisterDirection;
}

/** Where in a document it was found, with some words around it. */
export interface Passage {
  kind: 'body' | 'attachment';
  attachmentId: string | null;
  excerpt: string;
}

export interface DocumentHit {
  id: string;
  direction: RegisterDirection;
  number: string;
  title: string;
  siteId: string;
  status: string;
  recordedAt: Date;
  passages: Passage[];
}

interface Row extends Omit<DocumentHit, 'passages'>, Record<string, unknown> {}

const before = 30;
const after = 60;
const mostPassages = 5;

/** Full-text search over what a principal may know of: titles, numbers, senders, recipients, bodies, and the text of attachments (W1.3). */
@Injectable()
export class SearchDocuments {
  constructor(private readonly database: Database) {}

  async page(principal: Principal, { q, limit, cursor, siteId, direction }: DocumentSearch): Promise<Page<DocumentHit>> {
    const typed = whereTyped('f', q);
    if (!typed) return { items: [], nextCursor: null };
    const conditions = [...whereEquals('d.site_id', siteId), ...whereEquals('d.direction', direction), ...whereAfter('d', cursor)];
    const params = [typed.value, ...conditions.map(({ value }) => value)];
    const incoming = documentAccess(principal, 'documents.listDocuments', 'read', params.length + 1);
    params.push(...incoming.params);
    const outgoing = documentAccess(principal, 'documents.listOutgoing', 'read', params.length + 1);
    params.push(...outgoing.params);
    const further = ['true', ...conditions.map(({ sql }, i) => sql(`$${i + 2}`))].join(' AND ');
    const rows = await this.database.query<Row>(
      `SELECT d.id, d.direction, d.number, d.title, d.site_id AS "siteId", d.state AS status, d.recorded_at AS "recordedAt" FROM (
         SELECT d.id, 'incoming' AS direction, d.number, d.title, d.site_id, d.state, d.recorded_at FROM incoming_document d
         WHERE d.id IN (${foundIn('incoming_document', typed)}) AND ${incoming.sql}
         UNION ALL
         SELECT d.id, 'outgoing', coalesce(d.number, d.draft_number), d.title, d.site_id, d.state, d.recorded_at FROM outgoing_document d
         WHERE d.id IN (${foundIn('outgoing_document', typed)}) AND ${outgoing.sql}
       ) d WHERE ${further} ORDER BY d.recorded_at DESC, d.id DESC LIMIT ${Number(limit + 1)}`,
      params,
    );
    const page = toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
    const passages = await this.passages(page.items.map(({ id }) => id), typed, soughtWord(q)!);
    return { items: page.items.map((row) => ({ ...row, passages: passages.get(row.id) ?? [] })), nextCursor: page.nextCursor };
  }

  /** Of documents that were found. The body first. */
  private async passages(ids: string[], typed: ListCondition, word: string): Promise<Map<string, Passage[]>> {
    const rows = await this.database.query<{ documentId: string; kind: Passage['kind']; sourceId: string; excerpt: string }>(
      `SELECT f.document_id AS "documentId", f.kind, f.source_id AS "sourceId",
         substr(f.said, greatest(strpos(f.search_text, $2) - ${before}, 1), ${before} + char_length($2) + ${after}) AS excerpt
       FROM document_text f WHERE f.document_id = ANY ($3) AND ${typed.sql('$1')} ORDER BY f.kind DESC, f.source_id`,
      [typed.value, word, ids],
    );
    const found = new Map<string, Passage[]>();
    for (const { documentId, kind, sourceId, excerpt } of rows) {
      const of = found.get(documentId) ?? [];
      if (of.length < mostPassages) found.set(documentId, [...of, { kind, attachmentId: kind === 'attachment' ? sourceId : null, excerpt }]);
    }
    return found;
  }
}

/** Each of the two by its own index. */
function foundIn(table: string, typed: ListCondition): string {
  return `SELECT f.id FROM ${table} f WHERE ${typed.sql('$1')} UNION ALL SELECT f.document_id FROM document_text f WHERE ${typed.sql('$1')}`;
}
