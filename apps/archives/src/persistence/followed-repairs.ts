import { Injectable } from '@nestjs/common';
import type { RepairClass } from '@property-office/contracts';
import type { Database, Transaction } from '@property-office/persistence';
import type { RepairCase } from '../domain/repair-importance';
import { paperZone } from '../domain/time-on-papers';

export interface KeptRepair extends RepairCase {
  id: string;
  number: string;
  location: { kind: 'home' | 'place'; id: string };
}

/** What was reported on the last day of the warranty, as the site has it, is under it. */
const underWarranty = `EXISTS (
  SELECT 1 FROM living_file f LEFT JOIN office_site s ON s.id = f.site_id
  WHERE f.subject_type = 'device' AND c.location_kind = 'place' AND f.subject_id = c.location_id
    AND (coalesce(c.reported_at, platform.now()) AT TIME ZONE coalesce(s.time_zone, '${paperZone}'))::date <= f.warranty_until)`;

/** Own copy of what archives need of repair requests, written by one durable alone: another version of it keeps a table of its own. */
@Injectable()
export class FollowedRepairs {
  /** As it was reported: where the ledger is read again, each event of it finds the case as it stood then. */
  begin(tx: Transaction, { id, number, repairClass, location, reportedAt }: Omit<KeptRepair, 'disputed' | 'underWarranty'> & { reportedAt: Date }): void {
    tx.send(
      `INSERT INTO followed_repair (id, number, repair_class, location_kind, location_id, reported_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO UPDATE SET repair_class = excluded.repair_class, location_kind = excluded.location_kind, location_id = excluded.location_id,
         reported_at = excluded.reported_at, disputed = false`,
      [id, number, repairClass, location.kind, location.id, reportedAt],
    );
  }

  /** What is left out stays. */
  change(tx: Transaction, id: string, { repairClass, location, disputed }: { repairClass?: RepairClass; location?: KeptRepair['location']; disputed?: true }): void {
    tx.send(
      `UPDATE followed_repair SET repair_class = coalesce($2, repair_class), location_kind = coalesce($3, location_kind), location_id = coalesce($4, location_id),
         disputed = disputed OR $5 WHERE id = $1`,
      [id, repairClass ?? null, location?.kind ?? null, location?.id ?? null, disputed ?? false],
    );
  }

  async find(tx: Transaction, id: string): Promise<KeptRepair | undefined> {
    const [row] = await tx.query<{ number: string; class: RepairClass; kind: 'home' | 'place'; place: string; disputed: boolean; warranty: boolean }>(
      `SELECT number, repair_class AS class, location_kind AS kind, location_id AS place, disputed,
         proposed_by_warranty OR ${underWarranty} AS warranty FROM followed_repair c WHERE id = $1`,
      [id],
    );
    return row && { id, number: row.number, repairClass: row.class, location: { kind: row.kind, id: row.place }, disputed: row.disputed, underWarranty: row.warranty };
  }

  /** Nothing else makes it propose a record: that is not asked again. */
  proposedByWarranty(tx: Transaction, id: string): void {
    tx.send('UPDATE followed_repair SET proposed_by_warranty = true WHERE id = $1', [id]);
  }

  /** Those of them that the warranty made propose a record. */
  async thoseByWarranty(database: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await database.query<{ id: string }>('SELECT id FROM followed_repair WHERE id = ANY ($1) AND proposed_by_warranty', [ids]);
    return new Set(rows.map(({ id }) => id));
  }
}
