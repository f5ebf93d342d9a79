import { Injectable } from '@nestjs/common';
import type { Principal, RegisterDirection } from '@property-office/contracts';
import { soughtWord, toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereTyped, type ListCondition } from '@property-office/persistence';
import { foundKinds, type FoundKind } from '../domain/found-kinds';
import type { TextKind } from './document-texts';
import { searchedTables } from './searched-tables';

export interface DocumentSearch {
  q: string;
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  kind?: FoundKind;
  direction?: RegisterDirection;
}

/** Where in a paper it was found, with some words around it. */
export interface Passage {
  kind: TextKind;
  attachmentId: string | null;
  excerpt: string;
}

export interface DocumentHit {
  id: string;
  kind: FoundKind;
  /** Null where it is in no register: a directive, mail. */
  direction: RegisterDirection | null;
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

/**
 * Full-text search over what a principal may know of, documents, directives and mail: titles, numbers, senders, recipients, bodies, what was written
 * while they were handled, and the text of attachments (W1.3).
 */
@Injectable()
export class SearchDocuments {
  constructor(private readonly database: Database) {}

  async page(principal: Principal, { q, limit, cursor, siteId, kind, direction }: DocumentSearch): Promise<Page<DocumentHit>> {
    const typed = whereTyped('f', q);
    if (!typed) return { items: [], nextCursor: null };
    const conditions = [...whereEquals('d.site_id', siteId), ...whereEquals('d.direction', direction), ...whereAfter('d', cursor)];
    const params = [typed.value, ...conditions.map(({ value }) => value)];
    const found = foundKinds
      .filter((each) => kind === undefined || each === kind)
      .map((each) => {
        const { table, as, direction: register, number, title, access } = searchedTables[each];
        const rights = access(principal, params.length + 1);
        params.push(...rights.params);
        return `SELECT ${as}.id, '${each}' AS kind, ${register ? `'${register}'` : 'NULL'} AS direction, ${number} AS number, ${title} AS title,
           ${as}.site_id, ${as}.state, ${as}.recorded_at FROM ${table} ${as} WHERE ${as}.id IN (${foundIn(table, typed)}) AND ${rights.sql}`;
      });
    const further = ['true', ...conditions.map(({ sql }, i) => sql(`$${i + 2}`))].join(' AND ');
    const rows = await this.database.query<Row>(
      `SELECT d.id, d.kind, d.direction, d.number, d.title, d.site_id AS "siteId", d.state AS status, d.recorded_at AS "recordedAt"
       FROM (${found.join(' UNION ALL ')}) d WHERE ${further} ORDER BY d.recorded_at DESC, d.id DESC LIMIT ${Number(limit + 1)}`,
      params,
    );
    const page = toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
    const passages = await this.passages(page.items.map(({ id }) => id), typed, soughtWord(q)!);
    return { items: page.items.map((row) => ({ ...row, passages: passages.get(row.id) ?? [] })), nextCursor: page.nextCursor };
  }

  /** Of papers that were found. The body first, attachments last. */
  private async passages(ids: string[], typed: ListCondition, word: string): Promise<Map<string, Passage[]>> {
    const rows = await this.database.query<{ documentId: string; kind: TextKind; sourceId: string; excerpt: string }>(
      `SELECT f.document_id AS "documentId", f.kind, f.source_id AS "sourceId",
         substr(f.said, greatest(strpos(f.search_text, $2) - ${before}, 1), ${before} + char_length($2) + ${after}) AS excerpt
       FROM document_text f WHERE f.document_id = ANY ($3) AND ${typed.sql('$1')}
       ORDER BY array_position('{body,handling,attachment}', f.kind), f.source_id`,
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
