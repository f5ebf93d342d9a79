import { Injectable } from '@nestjs/common';
import { accessCondition } from '@property-office/access';
import type { Principal, RegisterDirection } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals } from '@property-office/persistence';

export interface KeptRegister {
  id: string;
  siteId: string;
  code: string;
  direction: RegisterDirection;
  years: Array<{ year: number; firstNumber: number; lastNumber: number | null }>;
}

interface Row extends KeptRegister, Record<string, unknown> {
  recordedAt: Date;
}

/** The registers of the sites where a principal works, and how far each has come. */
@Injectable()
export class ReadRegisters {
  constructor(private readonly database: Database) {}

  async page(principal: Principal, { limit, cursor, siteId }: { limit: number; cursor?: PagePosition; siteId?: string }): Promise<Page<KeptRegister>> {
    const conditions = [...whereEquals('r.site_id', siteId), ...whereAfter('r', cursor)];
    const params = conditions.map(({ value }) => value);
    const columns = { objectColumn: 'r.id', siteColumn: 'r.site_id', firstParam: params.length + 1 };
    const access = accessCondition(principal, { operation: 'documents.listRegisters', right: 'read', ...columns });
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const rows = await this.database.query<Row>(
      `SELECT r.id, r.site_id AS "siteId", r.code, r.direction, r.recorded_at AS "recordedAt", coalesce((
         SELECT jsonb_agg(jsonb_build_object('year', y.year, 'firstNumber', y.first_number,
           'lastNumber', CASE WHEN y.last_number >= y.first_number THEN y.last_number END) ORDER BY y.year)
         FROM register_year y WHERE y.register_id = r.id), '[]') AS years
       FROM register r WHERE ${where} ORDER BY r.recorded_at DESC, r.id DESC LIMIT ${Number(limit + 1)}`,
      [...params, ...access.params],
    );
    const page = toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
    return { items: page.items.map(({ id, siteId: of, code, direction, years }) => ({ id, siteId: of, code, direction, years })), nextCursor: page.nextCursor };
  }
}
