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
}

const keep = rowsStatement<KnownRow>(
  'known_repair_keep',
  `INSERT INTO known_repair AS kept (id, site_id, version, finished)
   SELECT id, site_id, version, finished FROM json_to_recordset($1) AS known (id uuid, site_id uuid, version int, finished boolean)
   ON CONFLICT (id) DO UPDATE SET version = excluded.version, finished = excluded.finished WHERE excluded.version > kept.version`,
  { key: ({ id }) => id, of: (earlier, later) => (later.version >= earlier.version ? later : earlier) },
);

/** Repair requests that are part of a remedy: ids and whether they are finished, copied from tickets. */
@Injectable()
export class LinkedRepairs {
  constructor(private readonly database: Database) {}

  of(complaintId: string): Promise<LinkedRepair[]> {
    return this.database.query<LinkedRepair & Record<string, unknown>>(
      `SELECT l.repair_request_id AS "repairRequestId", r.finished FROM linked_repair l JOIN known_repair r ON r.id = l.repair_request_id
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

  keep(tx: Transaction, repair: { id: string; siteId: string; version: number; finished: boolean }): void {
    tx.gather(keep, { id: repair.id, site_id: repair.siteId, version: repair.version, finished: repair.finished });
  }

  async complaintsWith(tx: Transaction, repairRequestId: string): Promise<string[]> {
    const rows = await tx.query<{ complaint_id: string }>('SELECT complaint_id FROM linked_repair WHERE repair_request_id = $1 ORDER BY 1', [repairRequestId]);
    return rows.map((row) => row.complaint_id);
  }
}
