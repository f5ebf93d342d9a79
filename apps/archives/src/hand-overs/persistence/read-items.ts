import type { Confidentiality, Principal, Retention } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { whereAfter, type Database } from '@property-office/persistence';
import { inNoVolume } from '../../persistence/living-volumes';
import { recordAccess } from '../../persistence/record-access';

export interface ShownItem {
  itemId: string;
  kind: 'record' | 'living-file';
  number: string;
  title: string | null;
  retention: Retention | null;
  confidentiality: Confidentiality | null;
  files: number;
  handedOverAt: Date | null;
  recordedAt: Date;
}

/** What is on a list, the last archived first: of its records those the principal may see. */
export async function itemsPage(database: Database, principal: Principal, handOverId: string, { limit, cursor }: { limit: number; cursor?: PagePosition }): Promise<Page<ShownItem>> {
  const access = recordAccess(principal, 'archives.readRecord', 'read', 2);
  const after = whereAfter('t', cursor);
  const from = 2 + access.params.length;
  const rows = await database.query<ShownItem & Record<string, unknown>>(
    `SELECT t.id AS "itemId", t.kind, t.number, t.title, t.retention, t.confidentiality, t.files::int, o.happened_at AS "handedOverAt", t.recorded_at AS "recordedAt" FROM (
       SELECT s.id, i.kind, r.archive_number AS number, d.title, r.retention, s.confidentiality, (SELECT count(*) FROM record_file f WHERE f.record_id = s.id) AS files, s.recorded_at
       FROM hand_over_item i JOIN record_state s ON s.id = i.item_id JOIN record r ON r.id = s.id JOIN record_description d ON d.record_id = s.id AND d.version = s.description
       WHERE i.hand_over_id = $1 AND i.kind = 'record' AND ${access.sql}
       UNION ALL
       SELECT f.id, i.kind, coalesce(f.code, f.id::text), f.label, NULL, NULL, (SELECT coalesce(sum(jsonb_array_length(e.files)), 0) FROM living_file_entry e WHERE e.file_id = f.id AND ${inNoVolume}), f.recorded_at
       FROM hand_over_item i JOIN living_file f ON f.id = i.item_id WHERE i.hand_over_id = $1 AND i.kind = 'living-file') t
     LEFT JOIN handed_over o ON o.item_id = t.id AND o.hand_over_id = $1
     ${after.length > 0 ? `WHERE ${after.map(({ sql }, i) => sql(`$${from + i}`)).join(' AND ')}` : ''} ORDER BY t.recorded_at DESC, t.id DESC LIMIT ${Number(limit) + 1}`,
    [handOverId, ...access.params, ...after.map(({ value }) => value)],
  );
  return toPage(rows, limit, ({ recordedAt, itemId }) => ({ at: recordedAt.toISOString(), id: itemId }));
}
