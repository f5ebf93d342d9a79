import { planSearch, searchText, searchWords } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';

/** Makes a case findable by number and words, in Chinese and English. Whoever may not see it finds nothing by them. */
export function indexCase(tx: Transaction, caseId: string, ...parts: Array<string | null>): void {
  const text = searchText(...parts);
  tx.send(
    `INSERT INTO case_search (case_id, text, words) VALUES ($1, $2, $3)
     ON CONFLICT (case_id) DO UPDATE SET text = excluded.text, words = excluded.words`,
    [caseId, text, searchWords(text)],
  );
}

/** A condition with one value: `$n` where it stands. */
export interface Condition {
  sql: (placeholder: string) => string;
  value: unknown;
}

/** @returns undefined for words without a letter or digit: nothing is found */
export function searchCondition(q: string, idColumn: string): Condition | undefined {
  const plan = planSearch(q);
  if (!plan) return undefined;
  const matches = (condition: string) => `EXISTS (SELECT 1 FROM case_search found WHERE found.case_id = ${idColumn} AND ${condition})`;
  return plan.kind === 'substring'
    ? { sql: (p) => matches(`found.text LIKE ${p}`), value: plan.pattern }
    : { sql: (p) => matches(`found.words @> ${p}::text[]`), value: plan.words };
}
