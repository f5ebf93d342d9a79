import { Injectable } from '@nestjs/common';
import type { OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereTyped, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import type { PrintJobState } from '../domain/print-job-states';
import { documentAccess } from './document-access';
import { PrintJob } from './print-job.entity';

export interface PrintJobFilter {
  limit: number;
  cursor?: PagePosition;
  status?: PrintJobState;
  siteId?: string;
  requestedBy?: string;
  takenBy?: string;
  /** Words of titles, for whom and numbers, in Chinese or English. */
  q?: string;
}

/** Reading what a principal may see; the condition is part of every query: nobody else learns that a confidential one exists. */
@Injectable()
export class ReadPrintJobs {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string): Promise<PrintJob | undefined> {
    return (await this.select(principal, 'documents.readPrintJob', whereEquals('d.id', id), 1))[0];
  }

  async page(principal: Principal, { limit, cursor, status, siteId, requestedBy, takenBy, q }: PrintJobFilter): Promise<Page<PrintJob>> {
    const search = q === undefined ? undefined : whereTyped('d', q);
    if (q !== undefined && !search) return { items: [], nextCursor: null };
    const conditions = [
      ...whereEquals('d.state', status),
      ...whereEquals('d.site_id', siteId),
      ...whereEquals('d.requested_by', requestedBy),
      ...whereEquals('d.taken_by', takenBy),
      ...(search ? [search] : []),
      ...whereAfter('d', cursor),
    ];
    const rows = await this.select(principal, 'documents.listPrintJobs', conditions, limit + 1);
    return toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
  }

  private async select(principal: Principal, operation: OperationKey, conditions: ListCondition[], limit: number): Promise<PrintJob[]> {
    const params = conditions.map(({ value }) => value);
    const access = documentAccess(principal, operation, 'read', params.length + 1);
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const ids = await this.database.query<{ id: string }>(
      `SELECT d.id FROM print_job d WHERE ${where} ORDER BY d.recorded_at DESC, d.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
    if (ids.length === 0) return [];
    const found = await this.database.dataSource.getRepository(PrintJob).findBy({ id: In(ids.map(({ id }) => id)) });
    const byId = new Map(found.map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => byId.get(id) ?? []);
  }
}
