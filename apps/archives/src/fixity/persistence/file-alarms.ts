import { Injectable } from '@nestjs/common';
import { systemActor, type ContentDamage } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Database, type Transaction } from '@property-office/persistence';
import type { FileEvent } from '../../domain/record-event';
import { LivingFiles } from '../../persistence/living-files';
import { RecordState } from '../../persistence/record-state.entity';
import { Records } from '../../persistence/records';
import { fixityErrors } from '../domain/fixity-errors';
import type { Holding } from './held-contents';

const open = `SELECT CASE WHEN record_id IS NULL THEN 'living-file' ELSE 'record' END AS kind, coalesce(record_id, living_file_id) AS id, item, position
  FROM file_alarm WHERE sha256 = $1 AND ended_at IS NULL ORDER BY kind DESC, id, item, position`;

/** Files of records and living files that are damaged or missing: each has one alarm at a time, and is not served while that is open (W4.2). */
@Injectable()
export class FileAlarms {
  constructor(
    private readonly database: Database,
    private readonly records: Records,
    private readonly livingFiles: LivingFiles,
  ) {}

  openOf(tx: Transaction, sha256: string): Promise<Holding[]> {
    return tx.query<Holding & Record<string, unknown>>(open, [sha256]);
  }

  /** @throws fileQuarantined (409) */
  assertServed(on: Database | Transaction, sha256: string): Promise<void> {
    return this.assertAllServed(on, [sha256]);
  }

  /** @throws fileQuarantined (409) where one of them is not */
  async assertAllServed(on: Database | Transaction, contents: readonly string[]): Promise<void> {
    const alarms = await on.query('SELECT 1 FROM file_alarm WHERE sha256 = ANY ($1) AND ended_at IS NULL LIMIT 1', [contents]);
    if (alarms.length > 0) throw fixityErrors.fileQuarantined();
  }

  /** Of a locked holder. */
  async raise(tx: Transaction, holding: Holding, sha256: string, found: ContentDamage, wholeAt: Date | null): Promise<void> {
    const { kind, id, item, position } = holding;
    const siteId = await this.announce(tx, holding, { kind: 'file-damaged', position, sha256, found });
    const [recordId, livingFileId] = kind === 'record' ? [id, null] : [null, id];
    tx.send(
      'INSERT INTO file_alarm (id, site_id, record_id, living_file_id, item, position, sha256, found, whole_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [newId(), siteId, recordId, livingFileId, item, position, sha256, found, wholeAt, tx.now],
    );
  }

  /** Its bytes are whole again. */
  async answer(tx: Transaction, holding: Holding, sha256: string): Promise<void> {
    this.end(tx, holding, sha256, 'restored');
    await this.announce(tx, holding, { kind: 'file-restored', position: holding.position, sha256 });
  }

  /** Its record is destroyed, which is announced as that. */
  close(tx: Transaction, holding: Holding, sha256: string): void {
    this.end(tx, holding, sha256, 'destroyed');
  }

  async countOpen(): Promise<number> {
    const [row] = await this.database.query<{ n: number }>('SELECT count(*)::int AS n FROM file_alarm WHERE ended_at IS NULL');
    return row!.n;
  }

  private end(tx: Transaction, { id, item, position }: Holding, sha256: string, how: 'restored' | 'destroyed'): void {
    tx.send(
      `UPDATE file_alarm SET ended_at = $5, ended = $6
       WHERE sha256 = $1 AND coalesce(record_id, living_file_id) = $2 AND item IS NOT DISTINCT FROM $3 AND position = $4 AND ended_at IS NULL`,
      [sha256, id, item, position, tx.now, how],
    );
  }

  /** @returns the site of whoever holds it */
  private async announce(tx: Transaction, { id, item }: Holding, event: FileEvent): Promise<string> {
    if (item !== null) return this.livingFiles.note(tx, id, item, event);
    const state = await tx.manager.findOneByOrFail(RecordState, { id });
    const [record] = await tx.query<{ number: string }>('SELECT archive_number AS number FROM record WHERE id = $1', [id]);
    this.records.note(tx, { state, archiveNumber: record!.number, act: { actor: systemActor, happenedAt: tx.now } }, event);
    return state.siteId;
  }
}
