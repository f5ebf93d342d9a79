import { Injectable } from '@nestjs/common';
import { accessCondition, type OperationKey } from '@property-office/access';
import type { ClaimedAttachment, EquipmentKind, LivingFileSubject, Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereTyped, type ListCondition, type Transaction } from '@property-office/persistence';
import { endedPapers, mayHaveEnded } from './living-volumes';
import { belonging, paperName } from './required-papers';

export interface Gap {
  paper: string;
  nameZh: string;
  nameEn: string;
}

export interface StoredFile {
  id: string;
  siteId: string;
  subjectType: LivingFileSubject;
  subjectId: string;
  code: string | null;
  label: string | null;
  labelEn: string | null;
  /** Of a device, and null of a home; dates are YYYY-MM-DD. */
  equipment: EquipmentKind | null;
  installedOn: string | null;
  outOfServiceOn: string | null;
  warrantyUntil: string | null;
  items: number;
  version: number;
  recordedAt: Date;
  gaps: Gap[];
  handedOverAt: Date | null;
  handOverId: string | null;
  /** Of the ownership, or the device, whose papers wait to be closed; null: of none. */
  endedAt: Date | null;
  /** Why its papers are to stay; null: it is not on hold. */
  holdReason: string | null;
}

export interface Entry {
  item: number;
  paper: string;
  title: string;
  sourceType: string | null;
  sourceId: string | null;
  files: ClaimedAttachment[];
  filedBy: string;
  happenedAt: Date;
  /** Of which volume; null: not closed, or that came back. */
  volume: number | null;
}

export interface Ownership {
  from: Date;
  until: Date | null;
}

export interface LivingFileFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  subjectId?: string;
  subject?: LivingFileSubject;
  equipment?: EquipmentKind;
  /** Code, the way to it, kind of equipment, titles of its papers, in Chinese or English. */
  q?: string;
  /** Only those that lack a paper. */
  gaps?: boolean;
  /** Only those with papers that wait to be closed. */
  ended?: boolean;
}

/** From when on a paper of the owner is one of the present owner; where nobody owns it, since the last one did. */
const ownedFrom = `coalesce(
  (SELECT min(o.from_at) FROM ownership o WHERE o.home_id = f.subject_id AND o.from_at <= platform.now() AND (o.until_at IS NULL OR o.until_at > platform.now())),
  (SELECT max(o.until_at) FROM ownership o WHERE o.home_id = f.subject_id AND o.until_at <= platform.now() AND o.until_at > o.from_at), '-infinity')`;

const missing = `${belonging}
  AND NOT EXISTS (SELECT 1 FROM living_file_entry e WHERE e.file_id = f.id AND e.paper = q.paper AND (NOT q.per_owner OR e.happened_at >= ${ownedFrom}))`;

const columns = `f.id, f.site_id AS "siteId", f.subject_type AS "subjectType", f.subject_id AS "subjectId", f.code, f.label, f.label_en AS "labelEn", f.equipment, f.installed_on::text AS "installedOn",
  f.out_of_service_on::text AS "outOfServiceOn", f.warranty_until::text AS "warrantyUntil", f.last_item AS items,
  f.version, f.recorded_at AS "recordedAt", coalesce((SELECT jsonb_agg(jsonb_build_object('paper', q.paper, 'nameZh', ${paperName.zh}, 'nameEn', ${paperName.en}) ORDER BY q.position) ${missing}), '[]') AS gaps, o.happened_at AS "handedOverAt",
  o.hand_over_id AS "handOverId", (SELECT min(ended.at) FROM ${endedPapers}) AS "endedAt",
  (SELECT CASE WHEN h.held THEN h.reason END FROM living_file_hold h WHERE h.file_id = f.id ORDER BY h.n DESC LIMIT 1) AS "holdReason"`;

/** Living files of the sites where a principal works, with what they lack. */
@Injectable()
export class ReadLivingFiles {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string, operation: OperationKey, on: Database | Transaction = this.database): Promise<StoredFile | undefined> {
    return (await this.select(on, principal, operation, whereEquals('f.id', id), '', 1))[0];
  }

  async page(principal: Principal, { limit, cursor, siteId, subjectId, subject, equipment, q, gaps, ended }: LivingFileFilter): Promise<Page<StoredFile>> {
    const search = q === undefined ? undefined : whereCalled(q);
    if (q !== undefined && !search) return { items: [], nextCursor: null };
    const conditions = [
      ...whereEquals('f.site_id', siteId),
      ...whereEquals('f.subject_id', subjectId),
      ...whereEquals('f.subject_type', subject),
      ...whereEquals('f.equipment', equipment),
      ...(search ? [search] : []),
      ...whereAfter('f', cursor),
    ];
    const lacking = gaps === undefined ? '' : `AND ${gaps ? '' : 'NOT '}EXISTS (SELECT 1 ${missing})`;
    const waiting = ended === undefined ? '' : `AND ${ended ? '' : 'NOT '}(${mayHaveEnded} AND EXISTS (SELECT 1 FROM ${endedPapers}))`;
    const rows = await this.select(this.database, principal, 'archives.listLivingFiles', conditions, `${lacking} ${waiting}`, limit + 1);
    return toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
  }

  /** What belongs into it, whether it is there or not, as the checklist goes. */
  async papersOf({ id }: Pick<StoredFile, 'id'>): Promise<string[]> {
    const sql = `SELECT b.paper FROM living_file f CROSS JOIN LATERAL (SELECT q.paper, q.position ${belonging}) b WHERE f.id = $1 ORDER BY b.position`;
    return (await this.database.query<{ paper: string }>(sql, [id])).map(({ paper }) => paper);
  }

  entries(on: Database | Transaction, fileId: string): Promise<Entry[]> {
    return on.query<Entry & Record<string, unknown>>(
      `SELECT e.item, e.paper, e.title, e.source_type AS "sourceType", e.source_id AS "sourceId", e.files, e.filed_by AS "filedBy", e.happened_at AS "happenedAt",
         (SELECT v.n FROM living_volume_paper l JOIN living_volume v ON v.event_id = l.event_id JOIN record_proposal p ON p.source_event_id = v.event_id
          WHERE l.file_id = e.file_id AND l.item = e.item AND p.state <> 'returned') AS volume
       FROM living_file_entry e WHERE e.file_id = $1 ORDER BY e.item DESC LIMIT 500`,
      [fileId],
    );
  }

  /** One that may be older than what `entries` lists. */
  async filesOf(on: Database | Transaction, fileId: string, item: number): Promise<ClaimedAttachment[] | undefined> {
    const [entry] = await on.query<{ files: ClaimedAttachment[] }>('SELECT files FROM living_file_entry WHERE file_id = $1 AND item = $2', [fileId, item]);
    return entry?.files;
  }

  /** Whether it is another body's: its package holds it. What joined the living file later is not, and stays here. */
  async isHandedOver(on: Database | Transaction, { id, handOverId }: StoredFile, item: number): Promise<boolean> {
    if (handOverId === null) return false;
    const packed = `$.livingFiles[*] ? (@.id == $file).entries[*] ? (@.item == $item)`;
    const [row] = await on.query<{ packed: boolean }>('SELECT jsonb_path_exists(manifest::jsonb, $2::jsonpath, $3) AS packed FROM hand_over_package WHERE hand_over_id = $1', [
      handOverId, packed, JSON.stringify({ file: id, item }),
    ]);
    return row!.packed;
  }

  /** Without what was called off before it began. */
  ownerships(on: Database | Transaction, homeId: string): Promise<Ownership[]> {
    return on.query<Ownership & Record<string, unknown>>('SELECT from_at AS "from", until_at AS until FROM ownership WHERE home_id = $1 AND until_at IS DISTINCT FROM from_at ORDER BY from_at, tie_id', [homeId]);
  }

  private select(on: Database | Transaction, principal: Principal, operation: OperationKey, conditions: ListCondition[], more: string, limit: number): Promise<StoredFile[]> {
    const params = conditions.map(({ value }) => value);
    const access = accessCondition(principal, { operation, right: 'read', firstParam: params.length + 1, objectColumn: 'f.id', siteColumn: 'f.site_id' });
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    return on.query<StoredFile & Record<string, unknown>>(
      `SELECT ${columns} FROM living_file f LEFT JOIN handed_over o ON o.item_id = f.id WHERE ${where} ${more} ORDER BY f.recorded_at DESC, f.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
  }
}

/** By what its home or device is called, or by the title of a paper in it. */
function whereCalled(q: string): ListCondition | undefined {
  const typed = whereTyped('f', q);
  if (!typed) return undefined;
  const title = 'lower(normalize(e.title, NFKC))';
  const said = (p: string): string => (Array.isArray(typed.value) ? `NOT EXISTS (SELECT 1 FROM unnest(${p}::text[]) word WHERE strpos(${title}, word) = 0)` : `${title} LIKE ${p}`);
  return { sql: (p) => `f.id IN (SELECT f.id FROM living_file f WHERE ${typed.sql(p)} UNION ALL SELECT e.file_id FROM living_file_entry e WHERE ${said(p)})`, value: typed.value };
}
