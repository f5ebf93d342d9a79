import { Injectable } from '@nestjs/common';
import { accessCondition } from '@property-office/access';
import type { ContentDamage, Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals } from '@property-office/persistence';
import { recordAccess } from '../../persistence/record-access';

/** Of a record with its archive number, or of a living file with the code of its home or device and which of its papers. */
export interface AlarmedFile {
  recordId: string | null;
  archiveNumber: string | null;
  livingFileId: string | null;
  code: string | null;
  item: number | null;
  position: number;
}

export interface StoredAlarm {
  id: string;
  siteId: string;
  sha256: string;
  found: ContentDamage;
  wholeAt: Date | null;
  recordedAt: Date;
  endedAt: Date | null;
  ended: 'restored' | 'destroyed' | null;
  /** Undefined to who may not know of what holds it. */
  file: AlarmedFile | undefined;
}

export interface AlarmFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  recordId?: string;
  open?: boolean;
}

type Row = Omit<StoredAlarm, 'file'> & AlarmedFile & { known: boolean } & Record<string, unknown>;

/** Alarms of a site; the operator sees of a record or living file they may not know of only what they need to restore its file. */
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
    const opened = accessCondition(principal, { operation: 'archives.readLivingFile', right: 'read', objectColumn: 'f.id', siteColumn: 'f.site_id', firstParam: params.length + own.params.length + known.params.length + 1 });
    const all = [...params, ...own.params, ...known.params, ...opened.params];
    // Of which record an alarm is, only who may know of it can ask.
    const ofRecord = recordId === undefined ? [] : [`(l.record_id = $${all.length + 1} AND ${known.sql})`];
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), own.sql, ...ofRecord].join(' AND ');
    const rows = await this.database.query<Row>(
      `SELECT l.id, l.site_id AS "siteId", l.sha256, l.found, l.whole_at AS "wholeAt", l.recorded_at AS "recordedAt", l.ended_at AS "endedAt", l.ended,
         CASE WHEN l.record_id IS NULL THEN ${opened.sql} ELSE ${known.sql} END AS known,
         l.record_id AS "recordId", r.archive_number AS "archiveNumber", l.living_file_id AS "livingFileId", f.code, l.item, l.position
       FROM file_alarm l LEFT JOIN record_state s ON s.id = l.record_id LEFT JOIN record r ON r.id = s.id LEFT JOIN living_file f ON f.id = l.living_file_id WHERE ${where} ORDER BY l.recorded_at DESC, l.id DESC LIMIT ${Number(limit + 1)}`,
      [...all, ...(recordId === undefined ? [] : [recordId])],
    );
    return toPage(
      rows.map(({ known: may, recordId: ofId, archiveNumber, livingFileId, code, item, position, ...alarm }) => ({ ...alarm, file: may ? { recordId: ofId, archiveNumber, livingFileId, code, item, position } : undefined })),
      limit,
      ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }),
    );
  }
}
