import { planSearch, type PagePosition } from '@property-office/kernel';

/** A condition of a list with one value: its placeholder is put in. */
export interface ListCondition {
  sql: (placeholder: string) => string;
  value: unknown;
}

/** Undefined: asked for by nobody. */
export const whereEquals = (column: string, value: unknown): ListCondition[] => (value === undefined ? [] : [{ sql: (p) => `${column} = ${p}`, value }]);

/** What was typed into a search box, looked up in `search_text` and `search_words` of a table. @returns undefined: nothing to look for */
export function whereTyped(table: string, q: string): ListCondition | undefined {
  const plan = planSearch(q);
  if (!plan) return undefined;
  return plan.kind === 'substring'
    ? { sql: (p) => `${table}.search_text LIKE ${p}`, value: plan.pattern }
    : { sql: (p) => `${table}.search_words @> ${p}::text[]`, value: plan.words };
}

/** The same, or one of the keys under which a row stands in a `text[]` of blind indexes. @returns undefined: nothing to look for */
export function whereTypedOrKeyed(table: string, q: string, keys: { column: string; among: readonly string[] }): ListCondition | undefined {
  const plan = planSearch(q);
  if (!plan) return undefined;
  const typed = plan.kind === 'substring' ? [plan.pattern] : plan.words;
  const found = (p: string): string =>
    plan.kind === 'substring' ? `${table}.search_text LIKE (${p}::text[])[1]` : `${table}.search_words @> (${p}::text[])[1:${typed.length}]`;
  return { sql: (p) => `(${found(p)} OR ${keys.column} && (${p}::text[])[${typed.length + 1}:])`, value: [...typed, ...keys.among] };
}

/** What was typed, anywhere in an expression: for few rows, or one that has a trigram index. @returns undefined: nothing to look for */
export function whereSaid(expression: string, q: string): ListCondition | undefined {
  const plan = planSearch(q);
  if (!plan) return undefined;
  const patterns = plan.kind === 'substring' ? [plan.pattern] : plan.words.map((word) => `%${word}%`);
  // One by one: no index serves LIKE ALL.
  return { sql: (p) => patterns.map((_, i) => `lower(normalize(${expression}, NFKC)) LIKE (${p}::text[])[${i + 1}]`).join(' AND '), value: patterns };
}

/** What comes after a place in a list that has the newest first. */
export function whereAfter(table: string, cursor: PagePosition | undefined): ListCondition[] {
  if (!cursor) return [];
  return [{ sql: (p) => `(${table}.recorded_at, ${table}.id) < (((${p}::text[])[1])::timestamptz, ((${p}::text[])[2])::uuid)`, value: [cursor.at, cursor.id] }];
}
