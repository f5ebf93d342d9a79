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

/** What comes after a place in a list that has the newest first. */
export function whereAfter(table: string, cursor: PagePosition | undefined): ListCondition[] {
  if (!cursor) return [];
  return [{ sql: (p) => `(${table}.recorded_at, ${table}.id) < (((${p}::text[])[1])::timestamptz, ((${p}::text[])[2])::uuid)`, value: [cursor.at, cursor.id] }];
}
