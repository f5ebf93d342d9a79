import { Injectable } from '@nestjs/common';
import { Database, rowsStatement, type Transaction } from '@property-office/persistence';

export interface LinkedRepair {
  repairRequestId: string;
  finished: boolean;
}

interface KnownRow {
  id: string;
  site_id: string;
  version: number;
  finished: boolean;
  merged_into: string | null;
}

/** Of a `known_repair` called `r`: of what is merged into another, the other one's work counts. */
export const isFinished = '(CASE WHEN r.merged_into IS NULL THEN r.finished ELSE coalesce((SELECT o.finished FROM known_repair o WHERE o.id = r.merged_into), false) END)';

const keep = rowsStatement<KnownRow>(
  'known_repair_keep',
  `INSERT INTO known_repair AS kept (id, site_id, version, finished, merged_into)
   SELECT id, site_id, version, finished, merged_into FROM json_to_recordset($1) AS known (id uuid, site_id uuid, version int, finished boolean, merged_into uuid)
   ON CONFLICT (id) DO UPDATE SET version = excluded.version, finished = excluded.finished, merged_into = excluded.merged_into WHERE excluded.version > kept.version`,
  { key: ({ id }) => id, of: (earlier, later) => (later.version >= earlier.version ? later : earlier) },
);

/** Repair requests that are part of a remedy: ids and whether they are finished, copied from tickets. */
@Injectable()
export class LinkedRepairs {
  constructor(private readonly database: Database) {}

  of(complaintId: string): Promise<LinkedRepair[]> {
    return this.database.query<LinkedRepair & Record<string, unknown>>(
      `SELECT l.repair_request_id AS "repairRequestId", ${isFinished} AS finished FROM linked_repair l JOIN known_repair r ON r.id = l.repair_request_id
       WHERE l.complaint_id = $1 ORDER BY l.repair_request_id`,
      [complaintId],
    );
  }

  async siteOf(id: string): Promise<string | undefined> {
    return (await this.database.query<{ site_id: string }>('SELECT site_id FROM known_repair WHERE id = $1', [id]))[0]?.site_id;
  }

  /** @returns false where it is linked already */
  async link(tx: Transaction, complaintId: string, repairRequestId: string): Promise<boolean> {
    const rows = await tx.query(
      'INSERT INTO linked_repair (complaint_id, repair_request_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING complaint_id',
      [complaintId, repairRequestId],
    );
    return rows.length > 0;
  }

  keep(tx: Transaction, repair: { id: string; siteId: string; version: number; finished: boolean; mergedInto: string | null }): void {
    const { id, siteId, version, finished, mergedInto } = repair;
    tx.gather(keep, { id, site_id: siteId, version, finished, merged_into: mergedInto });
  }
}
