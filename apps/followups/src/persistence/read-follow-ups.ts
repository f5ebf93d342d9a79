import { Injectable } from '@nestjs/common';
import { accessCondition, shieldCondition, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import { In } from 'typeorm';
import { FollowUp } from './follow-up.entity';

export interface FollowUpFilter {
  limit: number;
  cursor?: PagePosition;
  status?: string;
  repairRequestId?: string;
  complaintId?: string;
}

/** Reading what a principal may see; the condition is part of every query. */
@Injectable()
export class ReadFollowUps {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string): Promise<FollowUp | undefined> {
    return (await this.select(principal, 'followups.readFollowUp', ['f.id = $1'], [id], 1))[0];
  }

  async page(principal: Principal, { limit, cursor, status, repairRequestId, complaintId }: FollowUpFilter): Promise<Page<FollowUp>> {
    const conditions = [
      '($1::text IS NULL OR f.state = $1)',
      '($2::uuid IS NULL OR f.repair_request_id = $2)',
      '($3::timestamptz IS NULL OR (f.recorded_at, f.id) < ($3, $4::uuid))',
      '($5::uuid IS NULL OR f.complaint_id = $5)',
    ];
    const params = [status ?? null, repairRequestId ?? null, cursor?.at ?? null, cursor?.id ?? null, complaintId ?? null];
    const rows = await this.select(principal, 'followups.listFollowUps', conditions, params, limit + 1);
    return toPage(rows, limit, (row) => ({ at: row.recordedAt.toISOString(), id: row.id }));
  }

  private async select(principal: Principal, operation: OperationKey, conditions: string[], params: unknown[], limit: number): Promise<FollowUp[]> {
    const access = accessCondition(principal, {
      operation,
      right: 'read',
      objectColumn: 'f.id',
      siteColumn: 'f.site_id',
      firstParam: params.length + 1,
    });
    const shield = shieldCondition(principal, { objectColumn: 'f.id', firstParam: params.length + access.params.length + 1 });
    const ids = await this.database.query<{ id: string }>(
      `SELECT f.id FROM follow_up f WHERE ${[...conditions, access.sql, shield.sql].join(' AND ')}
       ORDER BY f.recorded_at DESC, f.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params, ...shield.params],
    );
    const found = await this.database.dataSource.getRepository(FollowUp).findBy({ id: In(ids.map(({ id }) => id)) });
    const byId = new Map(found.map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => byId.get(id) ?? []);
  }
}
