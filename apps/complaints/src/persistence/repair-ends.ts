import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';

/** A case that waits for a repair, by the request that it names, and when that was over. */
export interface WaitingCase {
  complaintId: string;
  repairRequestId: string;
  at: Date;
}

type Told = Pick<WaitingCase, 'complaintId' | 'repairRequestId'>;
const told = 'complaint_id AS "complaintId", repair_request_id AS "repairRequestId"';

/** How long it is known that a request was over: no event that says what had joined it before comes later, a stream keeps 30 days. */
const remembered = "interval '60 days'";

/**
 * Which cases hear that a repair is over: those that wait for it, and for what was merged into it. All of it goes by the versions of
 * the request that goes on, which says itself what joined and left it; so nothing is missed or told twice in whatever order it is heard.
 * A strict reaction would need none of it, but takes every event of tickets for a place of each request that is kept for ever, holds a
 * case up behind whatever it cannot apply, and as the successor of this one would wait for versions that are long past.
 */
@Injectable()
export class RepairEnds {
  /** It was finished or cancelled. */
  async over(tx: Transaction, id: string, version: number, at: Date): Promise<WaitingCase[]> {
    await this.lock(tx, id);
    const rows = await tx.query<Told>(
      `WITH kept AS (
         INSERT INTO finished_repair AS kept (id, version, happened_at) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET version = excluded.version, happened_at = excluded.happened_at WHERE excluded.version > kept.version),
       told AS (
         UPDATE repair_double SET told = $2 WHERE survivor_id = $1 AND joined AND version < $2 AND told < $2 RETURNING double_id),
       over AS (
         DELETE FROM finished_repair WHERE id IN (
           SELECT id FROM finished_repair WHERE id <> $1 AND happened_at < $3::timestamptz - ${remembered} ORDER BY happened_at LIMIT 10 FOR UPDATE SKIP LOCKED))
       SELECT ${told} FROM linked_repair WHERE repair_request_id = $1 OR repair_request_id IN (SELECT double_id FROM told) ORDER BY 1, 2`,
      [id, version, at],
    );
    return rows.map((row) => ({ ...row, at }));
  }

  /** Another report joined it, or left it again; it may be known already that it is over since. */
  async double(tx: Transaction, id: string, version: number, doubleId: string, joined: boolean): Promise<WaitingCase[]> {
    await this.lock(tx, id);
    await tx.query(
      `INSERT INTO repair_double AS kept (survivor_id, double_id, version, joined) VALUES ($1, $2, $3, $4)
       ON CONFLICT (survivor_id, double_id) DO UPDATE SET version = excluded.version, joined = excluded.joined WHERE excluded.version > kept.version`,
      [id, doubleId, version, joined],
    );
    const [over] = await tx.query<{ at: Date }>(
      `UPDATE repair_double d SET told = f.version FROM finished_repair f
       WHERE d.survivor_id = $1 AND d.double_id = $2 AND d.joined AND f.id = $1 AND f.version > d.version AND f.version > d.told
       RETURNING f.happened_at AS at`,
      [id, doubleId],
    );
    if (!over) return [];
    const rows = await tx.query<Told>(`SELECT ${told} FROM linked_repair WHERE repair_request_id = $1 ORDER BY 1`, [doubleId]);
    return rows.map((row) => ({ ...row, ...over }));
  }

  /** Two facts of one request are judged one after the other: the second sees what the first has left. */
  private async lock(tx: Transaction, id: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('end of repair ' || $1::text, 0))`, [id]);
  }
}
