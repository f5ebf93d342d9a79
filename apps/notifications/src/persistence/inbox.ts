import { Injectable } from '@nestjs/common';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereSaid, type Transaction } from '@property-office/persistence';
import { repairNotices, type NoticeKind } from '../domain/notices';
import { saying } from '../domain/saying';

export interface InboxEntry {
  id: string;
  kind: NoticeKind;
  subjectType: string;
  subjectId: string;
  data: Record<string, unknown>;
  happenedAt: Date;
  recordedAt: Date;
  readAt: Date | null;
}

interface Row {
  id: string;
  kind: NoticeKind;
  subject_type: string;
  subject_id: string;
  data: Record<string, unknown>;
  happened_at: Date;
  recorded_at: Date;
  read_at: Date | null;
}

/** What is filled into the text of its kind: numbers, titles in both languages, places. One person's rows are few. */
const said = `jsonb_path_query_array(n.data, '$.** ? (@.type() == "string")')::text`;

/** What a person was told. Everybody reads their own, whatever their roles. */
@Injectable()
export class Inbox {
  constructor(private readonly database: Database) {}

  async page(personId: string, filter: { limit: number; cursor?: PagePosition; unread?: boolean; q?: string }): Promise<Page<InboxEntry>> {
    const { q } = filter;
    const filled = q === undefined ? undefined : whereSaid(said, q);
    if (q !== undefined && !filled) return { items: [], nextCursor: null };
    const rows = await this.database.query<Row>(
      `SELECT n.* FROM notification n WHERE person_id = $1
         AND ($2::timestamptz IS NULL OR (recorded_at, id) < ($2, $3::uuid)) AND ($4::boolean IS NOT TRUE OR read_at IS NULL)
         ${filled ? `AND (${filled.sql('$6')} OR n.kind = ANY ($7))` : ''}
       ORDER BY recorded_at DESC, id DESC LIMIT $5`,
      [personId, filter.cursor?.at ?? null, filter.cursor?.id ?? null, filter.unread ?? null, filter.limit + 1, ...(filled ? [filled.value, saying(repairNotices, q!)] : [])],
    );
    return toPage(rows.map(entryOf), filter.limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
  }
}

/** Reading twice is reading once. @returns undefined when it is not theirs */
export async function markRead(tx: Transaction, personId: string, id: string): Promise<InboxEntry | undefined> {
  const [row] = await tx.query<Row>(
    'UPDATE notification SET read_at = coalesce(read_at, $3) WHERE id = $1 AND person_id = $2 RETURNING *',
    [id, personId, tx.now],
  );
  return row && entryOf(row);
}

function entryOf(row: Row): InboxEntry {
  return {
    id: row.id,
    kind: row.kind,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    data: row.data,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    readAt: row.read_at,
  };
}
