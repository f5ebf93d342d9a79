import { isId } from './ids';

/** A page of a list: newest first, stable under inserts, no totals (api.md). */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** The place after the last row a client has seen: its sort time (RFC 3339 UTC) and its id. */
export interface PagePosition {
  at: string;
  id: string;
}

export function encodeCursor(position: PagePosition): string {
  return Buffer.from(`${position.at}|${position.id}`).toString('base64url');
}

/** @returns undefined when the text is not a cursor of ours. */
export function decodeCursor(cursor: string): PagePosition | undefined {
  const [at, id, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (!at || !isId(id) || rest.length > 0 || Number.isNaN(Date.parse(at))) return undefined;
  return { at, id };
}

/** Cuts `rows` (fetched with limit + 1) to one page. */
export function toPage<T>(rows: T[], limit: number, position: (row: T) => PagePosition): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(position(last)) : null };
}
