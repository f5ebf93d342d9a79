import { Injectable } from '@nestjs/common';
import { accessCondition, shieldCondition, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereSaid, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import { FollowUp } from './follow-up.entity';

/** As the index `follow_up_said` has it. */
const said = `coalesce(f.repair_number, f.complaint_number, '') || ' ' || coalesce(f.comment, '')`;

export interface FollowUpFilter {
  limit: number;
  cursor?: PagePosition;
  status?: string;
  repairRequestId?: string;
  complaintId?: string;
  /** A number, or words of what was said. */
  q?: string;
}

/** Reading what a principal may see; the condition is part of every query. */
@Injectable()
export class ReadFollowUps {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string): Promise<FollowUp | undefined> {
    return (await this.select(principal, 'followups.readFollowUp', whereEquals('f.id', id), 1))[0];
  }

  async page(principal: Principal, { limit, cursor, status, repairRequestId, complaintId, q }: FollowUpFilter): Promise<Page<FollowUp>> {
    const found = q === undefined ? undefined : whereSaid(said, q);
    if (q !== undefined && !found) return { items: [], nextCursor: null };
    const conditions = [
      ...whereEquals('f.state', status),
      ...whereEquals('f.repair_request_id', repairRequestId),
      ...whereEquals('f.complaint_id', complaintId),
      ...(found ? [found] : []),
      ...whereAfter('f', cursor),
    ];
    const rows = await this.select(principal, 'followups.listFollowUps', conditions, limit + 1);
    return toPage(rows, limit, (row) => ({ at: row.recordedAt.toISOString(), id: row.id }));
  }

  private async select(principal: Principal, operation: OperationKey, conditions: ListCondition[], limit: number): Promise<FollowUp[]> {
    const params = conditions.map(({ value }) => value);
    const access = accessCondition(principal, {
      operation,
      right: 'read',
      objectColumn: 'f.id',
      siteColumn: 'f.site_id',
      firstParam: params.length + 1,
    });
    const shield = shieldCondition(principal, { objectColumn: 'f.id', firstParam: params.length + access.params.length + 1 });
    const ids = await this.database.query<{ id: string }>(
      `SELECT f.id FROM follow_up f WHERE ${[...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql, shield.sql].join(' AND ')}
       ORDER BY f.recorded_at DESC, f.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params, ...shield.params],
    );
    const found = await this.database.dataSource.getRepository(FollowUp).findBy({ id: In(ids.map(({ id }) => id)) });
    const byId = new Map(found.map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => byId.get(id) ?? []);
  }
}
