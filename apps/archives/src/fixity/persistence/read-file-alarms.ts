import { Injectable } from '@nestjs/common';
import { accessCondition } from '@property-office/access';
import type { ContentDamage, Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals } from '@property-office/persistence';
import { recordAccess } from '../../persistence/record-access';

export interface StoredAlarm {
  id: string;
  siteId: string;
  sha256: string;
  found: ContentDamage;
  wholeAt: Date | null;
  recordedAt: Date;
  endedAt: Date | null;
  ended: 'restored' | 'destroyed' | null;
  /** Undefined to who may not know of the record. */
  file: { recordId: string; archiveNumber: string; position: number } | undefined;
}

export interface AlarmFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  recordId?: string;
  open?: boolean;
}

type Row = Omit<StoredAlarm, 'file'> & { known: boolean; recordId: string; archiveNumber: string; position: number } & Record<string, unknown>;

/** Alarms of a site; the operator sees of a record they may not know of only what they need to restore its file. */
@Injectable()
export class ReadFileAlarms {
  constructor(private readonly database: Database) {}

  async page(principal: Principal, { limit, cursor, siteId, recordId, open }: AlarmFilter): Promise<Page<StoredAlarm>> {
    const conditions = [
      ...whereEquals('l.site_id', siteId),
      ...whereEquals('(l.ended_at IS NULL)', open),
      ...whereAfter('l', cursor),
    ];
    const params = conditions.map(({ value }) => value);
    const own = accessCondition(principal, { operation: 'archives.listFileAlarms', right: 'read', objectColumn: 'l.id', siteColumn: 'l.site_id', firstParam: params.length + 1 });
    const known = recordAccess(principal, 'archives.readRecord', 'read', params.length + own.params.length + 1);
    const all = [...params, ...own.params, ...known.params];
    // Of which record an alarm is, only who may know of it can ask.
    const ofRecord = recordId === undefined ? [] : [`(l.record_id = $${all.length + 1} AND ${known.sql})`];
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), own.sql, ...ofRecord].join(' AND ');
    const rows = await this.database.query<Row>(
      `SELECT l.id, l.site_id AS "siteId", l.sha256, l.found, l.whole_at AS "wholeAt", l.recorded_at AS "recordedAt", l.ended_at AS "endedAt", l.ended, ${known.sql} AS known,
         l.record_id AS "recordId", r.archive_number AS "archiveNumber", l.position
       FROM file_alarm l JOIN record_state s ON s.id = l.record_id JOIN record r ON r.id = s.id WHERE ${where} ORDER BY l.recorded_at DESC, l.id DESC LIMIT ${Number(limit + 1)}`,
      [...all, ...(recordId === undefined ? [] : [recordId])],
    );
    return toPage(
      rows.map(({ known: may, recordId: id, archiveNumber, position, ...alarm }) => ({ ...alarm, file: may ? { recordId: id, archiveNumber, position } : undefined })),
      limit,
      ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }),
    );
  }
}
