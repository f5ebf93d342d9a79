import { Injectable } from '@nestjs/common';
import { newId, searchText, searchWords } from '@property-office/kernel';
import { Database, type Transaction } from '@property-office/persistence';
import { isFinished } from './linked-repairs';

export interface CaseTask {
  id: string;
  what: string;
  ownerId: string;
  dueAt: Date;
  finishedAt: Date | null;
  finishedBy: string | null;
  done: string | null;
  attachmentIds: string[];
  cancelledAt: Date | null;
  cancelReason: string | null;
  /** Whom to tell something whom no account tells of it. */
  complainantId: string | null;
  /** What they are to be told is an extension. */
  ofExtension: boolean;
}

export const taskColumns = `t.id, t.what, t.owner_id AS "ownerId", t.due_at AS "dueAt", t.finished_at AS "finishedAt", t.finished_by AS "finishedBy", t.done,
  t.attachment_ids AS "attachmentIds", t.cancelled_at AS "cancelledAt", t.cancel_reason AS "cancelReason", t.complainant_id AS "complainantId", t.of_extension AS "ofExtension"`;
export const openTask = 't.finished_at IS NULL AND t.cancelled_at IS NULL';

type Row = CaseTask & Record<string, unknown>;

/** What somebody is to do about a complaint. Whoever changes one holds its complaint locked. */
@Injectable()
export class Tasks {
  constructor(private readonly database: Database) {}

  of(complaintId: string): Promise<CaseTask[]> {
    return this.database.query<Row>(`SELECT ${taskColumns} FROM complaint_task t WHERE t.complaint_id = $1 ORDER BY t.id`, [complaintId]);
  }

  /** @returns undefined where the complaint has no such task, open or not */
  async one(tx: Transaction, complaintId: string, taskId: string): Promise<CaseTask | undefined> {
    const [task] = await tx.query<Row>(`SELECT ${taskColumns} FROM complaint_task t WHERE t.complaint_id = $1 AND t.id = $2`, [complaintId, taskId]);
    return task;
  }

  /** @returns undefined where the complaint has no such task that is open */
  async openOne(tx: Transaction, complaintId: string, taskId: string): Promise<CaseTask | undefined> {
    const [task] = await tx.query<Row>(`SELECT ${taskColumns} FROM complaint_task t WHERE t.complaint_id = $1 AND t.id = $2 AND ${openTask}`, [complaintId, taskId]);
    return task;
  }

  /** Those of a complaint that are open. */
  openOf(tx: Transaction, complaintId: string): Promise<CaseTask[]> {
    return tx.query<Row>(`SELECT ${taskColumns} FROM complaint_task t WHERE t.complaint_id = $1 AND ${openTask} ORDER BY t.id`, [complaintId]);
  }

  /** Those of a complaint that are open, of telling somebody something whom no account tells of it. */
  async openTellings(tx: Transaction, complaintId: string): Promise<CaseTask[]> {
    return (await this.openOf(tx, complaintId)).filter(({ complainantId }) => complainantId !== null);
  }

  /** Of which complainants somebody has or had it to do to tell them of an extension. */
  async toTellOfExtension(tx: Transaction, complaintId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>('SELECT complainant_id AS id FROM complaint_task WHERE complaint_id = $1 AND of_extension AND complainant_id IS NOT NULL', [complaintId]);
    return rows.map(({ id }) => id);
  }

  async complaintOf(tx: Transaction, taskId: string): Promise<string | undefined> {
    return (await tx.query<{ id: string }>('SELECT complaint_id AS id FROM complaint_task WHERE id = $1', [taskId]))[0]?.id;
  }

  add(tx: Transaction, complaintId: string, { what, ownerId, dueAt, complainantId = null, ofExtension = false }: Pick<CaseTask, 'what' | 'ownerId' | 'dueAt'> & Partial<Pick<CaseTask, 'complainantId' | 'ofExtension'>>): string {
    const id = newId();
    const text = searchText(what);
    tx.send(
      `INSERT INTO complaint_task (id, complaint_id, what, owner_id, due_at, recorded_at, search_text, search_words, complainant_id, of_extension)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, complaintId, what, ownerId, dueAt, tx.now, text, searchWords(text), complainantId, ofExtension],
    );
    return id;
  }

  handOn(tx: Transaction, taskId: string, ownerId: string): void {
    tx.send('UPDATE complaint_task SET owner_id = $2 WHERE id = $1', [taskId, ownerId]);
  }

  finish(tx: Transaction, taskId: string, by: { personId: string; at: Date; done: string; attachmentIds: string[] }): void {
    tx.send('UPDATE complaint_task SET finished_at = $2, finished_by = $3, done = $4, attachment_ids = $5 WHERE id = $1', [taskId, by.at, by.personId, by.done, by.attachmentIds]);
  }

  cancel(tx: Transaction, taskId: string, by: { personId: string; at: Date; reason: string }): void {
    tx.send('UPDATE complaint_task SET cancelled_at = $2, cancelled_by = $3, cancel_reason = $4 WHERE id = $1', [taskId, by.at, by.personId, by.reason]);
  }

  /** That they were cancelled was taken back. */
  goOn(tx: Transaction, taskIds: readonly string[]): Promise<CaseTask[]> {
    return tx.query<Row>(
      `UPDATE complaint_task t SET cancelled_at = NULL, cancelled_by = NULL, cancel_reason = NULL WHERE t.id = ANY ($1) AND t.cancelled_at IS NOT NULL RETURNING ${taskColumns}`,
      [taskIds],
    );
  }

  /** How many tasks and linked repairs are not finished, of what remedies it: whoever is still to be told something holds nothing up. */
  async open(tx: Transaction, complaintId: string): Promise<{ tasks: number; repairs: number }> {
    const [row] = await tx.query<{ tasks: number; repairs: number }>(
      `SELECT (SELECT count(*)::int FROM complaint_task t WHERE t.complaint_id = $1 AND t.complainant_id IS NULL AND ${openTask}) AS tasks,
              (SELECT count(*)::int FROM linked_repair l JOIN known_repair r ON r.id = l.repair_request_id WHERE l.complaint_id = $1 AND NOT ${isFinished}) AS repairs`,
      [complaintId],
    );
    return row!;
  }
}
