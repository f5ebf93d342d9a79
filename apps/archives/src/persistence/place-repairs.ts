import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { repairPaper } from '../domain/required-papers';
import { livingFileId, LivingFiles, type KnownSubject, type Subject } from './living-files';

/** A completed episode of a repair. */
export interface CompletedRepair {
  eventId: string;
  repairId: string;
  title: string;
  doneBy: string;
  happenedAt: Date;
}

/**
 * What was repaired at public places. Directory may say that one is a device after that: what was repaired there is in the file of the
 * device in either order, once (W4.5).
 */
@Injectable()
export class PlaceRepairs {
  constructor(private readonly files: LivingFiles) {}

  async completed(tx: Transaction, placeId: string, { eventId, repairId, title, doneBy, happenedAt }: CompletedRepair): Promise<void> {
    await this.lock(tx, placeId);
    tx.send('INSERT INTO place_repair (event_id, place_id, repair_id, title, done_by, happened_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING', [
      eventId, placeId, repairId, title, doneBy, happenedAt,
    ]);
    await this.join(tx, placeId);
  }

  async isDevice(tx: Transaction, siteId: string, placeId: string, known: KnownSubject): Promise<void> {
    await this.lock(tx, placeId);
    this.files.know(tx, siteId, deviceAt(placeId), known);
    await this.join(tx, placeId);
  }

  /** Whoever hears of a repair there and whoever hears of the device wait for each other, so that neither misses what the other has written. */
  private async lock(tx: Transaction, placeId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`place repairs ${placeId}`]);
  }

  private async join(tx: Transaction, placeId: string): Promise<void> {
    const missing = await tx.query<{ eventId: string; repairId: string; title: string; filedBy: string; happenedAt: Date }>(
      `SELECT r.event_id AS "eventId", r.repair_id AS "repairId", r.title, r.done_by AS "filedBy", r.happened_at AS "happenedAt"
       FROM place_repair r JOIN living_file f ON f.id = $2 WHERE r.place_id = $1
         AND NOT EXISTS (SELECT 1 FROM living_file_entry e WHERE e.source_event_id = r.event_id) ORDER BY r.happened_at, r.event_id`,
      [placeId, livingFileId(deviceAt(placeId))],
    );
    for (const { eventId, repairId, title, ...filing } of missing)
      await this.files.grow(tx, filing, deviceAt(placeId), { paper: repairPaper, title, source: { type: 'repair-request', id: repairId, eventId } });
  }
}

const deviceAt = (placeId: string): Subject => ({ type: 'device', id: placeId });
