import { Injectable } from '@nestjs/common';
import { systemActor, type ContentDamage } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Database, type Transaction } from '@property-office/persistence';
import type { RecordEvent } from '../../domain/record-event';
import { RecordState } from '../../persistence/record-state.entity';
import { Records } from '../../persistence/records';
import { fixityErrors } from '../domain/fixity-errors';
import type { Holding } from './held-contents';

const open = 'SELECT record_id AS "recordId", position FROM file_alarm WHERE sha256 = $1 AND ended_at IS NULL ORDER BY record_id, position';

/** Files of records that are damaged or missing: each has one alarm at a time, and is not served while that is open (W4.2). */
@Injectable()
export class FileAlarms {
  constructor(
    private readonly database: Database,
    private readonly records: Records,
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

  /** Of a locked record. */
  async raise(tx: Transaction, { recordId, position }: Holding, sha256: string, found: ContentDamage, wholeAt: Date | null): Promise<void> {
    const { state, archiveNumber } = await this.recordOf(tx, recordId);
    tx.send(
      'INSERT INTO file_alarm (id, site_id, record_id, position, sha256, found, whole_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [newId(), state.siteId, recordId, position, sha256, found, wholeAt, tx.now],
    );
    this.announce(tx, state, archiveNumber, { kind: 'file-damaged', position, sha256, found });
  }

  /** Its bytes are whole again. */
  async answer(tx: Transaction, { recordId, position }: Holding, sha256: string): Promise<void> {
    const { state, archiveNumber } = await this.recordOf(tx, recordId);
    this.end(tx, { recordId, position }, 'restored');
    this.announce(tx, state, archiveNumber, { kind: 'file-restored', position, sha256 });
  }

  /** Its record is destroyed, which is announced as that. */
  close(tx: Transaction, holding: Holding): void {
    this.end(tx, holding, 'destroyed');
  }

  async countOpen(): Promise<number> {
    const [row] = await this.database.query<{ n: number }>('SELECT count(*)::int AS n FROM file_alarm WHERE ended_at IS NULL');
    return row!.n;
  }

  private end(tx: Transaction, { recordId, position }: Holding, how: 'restored' | 'destroyed'): void {
    tx.send('UPDATE file_alarm SET ended_at = $3, ended = $4 WHERE record_id = $1 AND position = $2 AND ended_at IS NULL', [recordId, position, tx.now, how]);
  }

  private async recordOf(tx: Transaction, id: string): Promise<{ state: RecordState; archiveNumber: string }> {
    const state = await tx.manager.findOneByOrFail(RecordState, { id });
    const [record] = await tx.query<{ number: string }>('SELECT archive_number AS number FROM record WHERE id = $1', [id]);
    return { state, archiveNumber: record!.number };
  }

  private announce(tx: Transaction, state: RecordState, archiveNumber: string, event: RecordEvent): void {
    this.records.note(tx, { state, archiveNumber, act: { actor: systemActor, happenedAt: tx.now } }, event);
  }
}
