import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereTyped, type ListCondition } from '@property-office/persistence';
import { caseAccess } from './case-access';
import { openTask, taskColumns, type CaseTask } from './tasks';

export const taskStatuses = ['open', 'finished', 'cancelled'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

const inStatus: Readonly<Record<TaskStatus, string>> = {
  open: openTask,
  finished: 't.finished_at IS NOT NULL',
  cancelled: 't.cancelled_at IS NOT NULL',
};

export interface TaskFilter {
  limit: number;
  cursor?: PagePosition;
  status?: TaskStatus;
  siteId?: string;
  q?: string;
}

export interface OwnTask extends CaseTask {
  complaintId: string;
  complaintNumber: string;
  siteId: string;
  recordedAt: Date;
  overdue: boolean;
}

/** Somebody's own tasks, of complaints that are not hidden from them by now (W2.3). */
@Injectable()
export class ReadTasks {
  constructor(private readonly database: Database) {}

  async page(principal: Principal, { limit, cursor, status, siteId, q }: TaskFilter): Promise<Page<OwnTask>> {
    const conditions: ListCondition[] = [...whereEquals('t.owner_id', principal.personId), ...whereEquals('c.site_id', siteId), ...whereAfter('t', cursor)];
    if (q !== undefined) {
      const typed = whereTyped('t', q);
      if (!typed) return { items: [], nextCursor: null };
      conditions.push(typed);
    }
    const params = conditions.map(({ value }) => value);
    const access = caseAccess(principal, { operation: 'complaints.listTasks', right: 'read', firstParam: params.length + 1, orComplainant: false });
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), ...(status ? [inStatus[status]] : []), access.sql].join(' AND ');
    const rows = await this.database.query<OwnTask & Record<string, unknown>>(
      `SELECT ${taskColumns}, c.id AS "complaintId", c.number AS "complaintNumber", c.site_id AS "siteId", t.recorded_at AS "recordedAt",
         coalesce(t.finished_at, t.cancelled_at, platform.now()) > t.due_at AS overdue
       FROM complaint_task t JOIN complaint c ON c.id = t.complaint_id WHERE ${where} ORDER BY t.recorded_at DESC, t.id DESC LIMIT ${limit + 1}`,
      [...params, ...access.params],
    );
    return toPage(rows, limit, (row) => ({ at: row.recordedAt.toISOString(), id: row.id }));
  }
}
