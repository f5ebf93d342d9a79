import type { Principal } from '@property-office/contracts';
import { searchedIn } from '@property-office/kernel';
import type { Database, ListCondition, Transaction } from '@property-office/persistence';
import { shownText } from './find-records';
import type { HeldFile } from './held-things';

/** Where in a record something was found, besides its description. */
export interface FoundIn {
  kind: 'text' | 'file';
  /** Of a file. */
  position: number | null;
}

const insertText = `INSERT INTO held_text (record_id, source_id, sheet, state, search_text, search_words) VALUES ($1, $1, 'text', 'read', $2, $3) ON CONFLICT DO NOTHING`;

function textOf(recordId: string, content: string): unknown[] {
  const { searchText, searchWords } = searchedIn(content);
  return [recordId, searchText, searchWords];
}

/** Of a new record: its final text is found at once, its files as soon as they are read. */
export function keepTexts(tx: Transaction, recordId: string, files: ReadonlyArray<Pick<HeldFile, 'position' | 'attachmentId'>>, text: string | null): void {
  for (const { position, attachmentId } of files)
    tx.send(`INSERT INTO held_text (record_id, source_id, position, state) VALUES ($1, $2, $3, 'waiting') ON CONFLICT DO NOTHING`, [recordId, attachmentId, position]);
  if (text !== null) tx.send(insertText, textOf(recordId, text));
}

/** Files of records of which nobody has begun to ask what they say: twenty a second, so that those of new records come in between. */
export function expectFiles(database: Database): Promise<unknown> {
  return database.query(
    `INSERT INTO held_text (record_id, source_id, position, state, next_try_at)
     SELECT f.record_id, f.attachment_id, f.position, 'waiting', platform.now() + row_number() OVER () * interval '50 ms' FROM record_file f
     WHERE NOT EXISTS (SELECT 1 FROM held_text t WHERE t.record_id = f.record_id AND t.source_id = f.attachment_id) ON CONFLICT DO NOTHING`,
  );
}

/**
 * Takes in final texts that are not searched yet, some at a time.
 * @param after the record to go on behind
 * @returns the last one that was looked at; undefined: there are no more
 */
export async function takeInTexts(database: Database, after: string): Promise<string | undefined> {
  const texts = await database.query<{ recordId: string; content: string }>(
    `SELECT h.record_id AS "recordId", h.content FROM record_sheet h WHERE h.kind = 'text' AND h.record_id > $1
       AND NOT EXISTS (SELECT 1 FROM held_text t WHERE t.record_id = h.record_id AND t.source_id = h.record_id) ORDER BY h.record_id LIMIT 100`,
    [after],
  );
  for (const { recordId, content } of texts) await database.query(insertText, textOf(recordId, content));
  return texts.at(-1)?.recordId;
}

/** By the id of the record; nothing of those that were found by their description alone. */
export async function placesFound(database: Database, principal: Principal, ids: readonly string[], typed: ListCondition): Promise<ReadonlyMap<string, FoundIn[]>> {
  const shown = shownText(principal, 3);
  const rows = await database.query<FoundIn & { recordId: string }>(
    `SELECT f.record_id AS "recordId", CASE WHEN f.position IS NULL THEN 'text' ELSE 'file' END AS kind, f.position
     FROM held_text f WHERE f.record_id = ANY ($1) AND ${typed.sql('$2')} AND ${shown.sql} ORDER BY f.position NULLS FIRST`,
    [ids, typed.value, ...shown.params],
  );
  return Map.groupBy(rows, ({ recordId }) => recordId);
}
