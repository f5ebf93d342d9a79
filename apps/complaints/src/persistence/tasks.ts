import { Injectable } from '@nestjs/common';
import { newId } from '@property-office/kernel';
import { Database, type Transaction } from '@property-office/persistence';

export interface CaseTask {
  id: string;
  what: string;
  ownerId: string;
  dueAt: Date;
  finishedAt: Date | null;
  finishedBy: string | null;
  done: string | null;
}

const columns = `id, what, owner_id AS "ownerId", due_at AS "dueAt", finished_at AS "finishedAt", finished_by AS "finishedBy", done`;

/** What somebody is to do about a complaint. */
@Injectable()
export class Tasks {
  constructor(private readonly database: Database) {}

  of(complaintId: string): Promise<CaseTask[]> {
    return this.database.query<CaseTask & Record<string, unknown>>(`SELECT ${columns} FROM complaint_task WHERE complaint_id = $1 ORDER BY id`, [complaintId]);
  }

  add(tx: Transaction, complaintId: string, { what, ownerId, dueAt }: Pick<CaseTask, 'what' | 'ownerId' | 'dueAt'>): string {
    const id = newId();
    tx.send('INSERT INTO complaint_task (id, complaint_id, what, owner_id, due_at) VALUES ($1, $2, $3, $4, $5)', [id, complaintId, what, ownerId, dueAt]);
    return id;
  }

  /** @returns false where there is no such task, or it is finished */
  async finish(tx: Transaction, complaintId: string, taskId: string, by: { personId: string; at: Date; done: string }): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE complaint_task SET finished_at = $3, finished_by = $4, done = $5
       WHERE complaint_id = $1 AND id = $2 AND finished_at IS NULL RETURNING id`,
      [complaintId, taskId, by.at, by.personId, by.done],
    );
    return rows.length > 0;
  }

  /** How many tasks and linked repairs are not finished. */
  async open(tx: Transaction, complaintId: string): Promise<{ tasks: number; repairs: number }> {
    const [row] = await tx.query<{ tasks: number; repairs: number }>(
      `SELECT (SELECT count(*)::int FROM complaint_task WHERE complaint_id = $1 AND finished_at IS NULL) AS tasks,
              (SELECT count(*)::int FROM linked_repair l JOIN known_repair r ON r.id = l.repair_request_id WHERE l.complaint_id = $1 AND NOT r.finished) AS repairs`,
      [complaintId],
    );
    return row!;
  }
}
