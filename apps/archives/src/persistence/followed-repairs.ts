import { Injectable } from '@nestjs/common';
import type { RepairClass } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { RepairCase } from '../domain/repair-importance';

export interface KeptRepair extends RepairCase {
  id: string;
  number: string;
  location: { kind: 'home' | 'place'; id: string };
}

/** Own copy of what archives need of repair requests, written by one durable alone: another version of it keeps a table of its own. */
@Injectable()
export class FollowedRepairs {
  /** As it was reported: where the ledger is read again, each event of it finds the case as it stood then. */
  begin(tx: Transaction, { id, number, repairClass, location }: Omit<KeptRepair, 'disputed'>): void {
    tx.send(
      `INSERT INTO followed_repair (id, number, repair_class, location_kind, location_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET repair_class = excluded.repair_class, location_kind = excluded.location_kind, location_id = excluded.location_id, disputed = false`,
      [id, number, repairClass, location.kind, location.id],
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
    const [row] = await tx.query<{ number: string; class: RepairClass; kind: 'home' | 'place'; place: string; disputed: boolean }>(
      'SELECT number, repair_class AS class, location_kind AS kind, location_id AS place, disputed FROM followed_repair WHERE id = $1',
      [id],
    );
    return row && { id, number: row.number, repairClass: row.class, location: { kind: row.kind, id: row.place }, disputed: row.disputed };
  }
}
