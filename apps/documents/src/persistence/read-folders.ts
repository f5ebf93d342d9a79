import { Injectable } from '@nestjs/common';
import { accessCondition } from '@property-office/access';
import type { Principal, RegisterDirection } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals } from '@property-office/persistence';
import { documentAccess } from './document-access';

/** A category of the folder standard, and its years (W1.3). */
export interface Folder {
  registerId: string;
  siteId: string;
  category: string;
  direction: RegisterDirection;
  /** How many filed papers a principal may know of. */
  years: Array<{ year: number; filed: number }>;
}

export interface FiledPaper {
  id: string;
  direction: RegisterDirection;
  number: string;
  title: string;
  siteId: string;
  filedAt: Date;
}

interface FolderRow extends Folder, Record<string, unknown> {
  recordedAt: Date;
}

/** The folders of the sites where a principal works, and the papers in them. */
@Injectable()
export class ReadFolders {
  constructor(private readonly database: Database) {}

  async page(principal: Principal, { limit, cursor, siteId }: { limit: number; cursor?: PagePosition; siteId?: string }): Promise<Page<Folder>> {
    const conditions = [...whereEquals('r.site_id', siteId), ...whereAfter('r', cursor)];
    const params = conditions.map(({ value }) => value);
    const columns = { objectColumn: 'r.id', siteColumn: 'r.site_id', firstParam: params.length + 1 };
    const access = accessCondition(principal, { operation: 'documents.listFolders', right: 'read', ...columns });
    params.push(...access.params);
    const { sql: filed, params: more } = filedPapers(principal, params.length + 1);
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const rows = await this.database.query<FolderRow>(
      `SELECT r.id AS "registerId", r.site_id AS "siteId", r.code AS category, r.direction, r.recorded_at AS "recordedAt", coalesce((
         SELECT jsonb_agg(jsonb_build_object('year', y.year, 'filed', (SELECT count(*) FROM (${filed}) p WHERE p.register_id = y.register_id AND p.year = y.year)) ORDER BY y.year DESC)
         FROM register_year y WHERE y.register_id = r.id), '[]') AS years
       FROM register r WHERE ${where} ORDER BY r.recorded_at DESC, r.id DESC LIMIT ${Number(limit + 1)}`,
      [...params, ...more],
    );
    const page = toPage(rows, limit, ({ recordedAt, registerId }) => ({ at: recordedAt.toISOString(), id: registerId }));
    return { items: page.items.map(({ registerId, siteId: of, category, direction, years }) => ({ registerId, siteId: of, category, direction, years })), nextCursor: page.nextCursor };
  }

  /** What is filed in one folder, the last number first. */
  async papers(principal: Principal, { registerId, year, limit, cursor }: { registerId: string; year: number; limit: number; cursor?: PagePosition }): Promise<Page<FiledPaper>> {
    const { sql: filed, params } = filedPapers(principal, 4);
    const rows = await this.database.query<FiledPaper & Record<string, unknown>>(
      `SELECT p.id, p.direction, p.number, p.title, p.site_id AS "siteId", p.filed_at AS "filedAt" FROM (${filed}) p
       WHERE p.register_id = $1 AND p.year = $2 AND ($3::uuid IS NULL OR p.n < (SELECT number FROM register_number WHERE document_id = $3))
       ORDER BY p.n DESC LIMIT ${Number(limit + 1)}`,
      [registerId, year, cursor?.id ?? null, ...params],
    );
    return toPage(rows, limit, ({ filedAt, id }) => ({ at: filedAt.toISOString(), id }));
  }
}

function filedPapers(principal: Principal, firstParam: number): { sql: string; params: unknown[] } {
  const incoming = documentAccess(principal, 'documents.listDocuments', 'read', firstParam);
  const outgoing = documentAccess(principal, 'documents.listOutgoing', 'read', firstParam + incoming.params.length);
  const of = (direction: RegisterDirection, access: string): string =>
    `SELECT d.id, '${direction}' AS direction, d.number, d.title, d.site_id, d.filed_at, rn.register_id, rn.year, rn.number AS n
     FROM register_number rn JOIN ${direction}_document d ON d.id = rn.document_id WHERE d.state = 'filed' AND ${access}`;
  return { sql: `${of('incoming', incoming.sql)} UNION ALL ${of('outgoing', outgoing.sql)}`, params: [...incoming.params, ...outgoing.params] };
}
