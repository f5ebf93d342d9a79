import { planSearch, searchText, searchWords } from '@property-office/kernel';
import type { Database, ListCondition, Transaction } from '@property-office/persistence';

/** Makes a case findable by number and words, in Chinese and English. Whoever may not see it finds nothing by them. */
export function indexCase(tx: Transaction, caseId: string, ...parts: Array<string | null>): void {
  const text = searchText(...parts);
  tx.send(
    `INSERT INTO case_search (case_id, text, words) VALUES ($1, $2, $3)
     ON CONFLICT (case_id) DO UPDATE SET text = excluded.text, words = excluded.words`,
    [caseId, text, searchWords(text)],
  );
}

/** @returns undefined for words without a letter or digit: nothing is found */
export function searchCondition(q: string, idColumn: string): ListCondition | undefined {
  const plan = planSearch(q);
  if (!plan) return undefined;
  const matches = (condition: string) => `EXISTS (SELECT 1 FROM case_search found WHERE found.case_id = ${idColumn} AND ${condition})`;
  return plan.kind === 'substring'
    ? { sql: (p) => matches(`found.text LIKE ${p}`), value: plan.pattern }
    : { sql: (p) => matches(`found.words @> ${p}::text[]`), value: plan.words };
}

/** Cases somebody complains in themselves, by whether what is theirs of it matches. */
export interface OwnCases {
  found: string[];
  others: string[];
}

/**
 * A case in which the reader complains they find by what they see of it alone, their own words and hotline: a search over the others' would tell whether
 * these said a word (W2.3). They are few, and read anew: so they need no index of their own.
 */
export async function ownCases(database: Database, q: string, personId: string): Promise<OwnCases> {
  const rows = await database.query<{ id: string; number: string; words: string | null; hotline: string | null }>(
    'SELECT c.id, c.number, k.words, k.hotline_number AS hotline FROM complainant k JOIN complaint c ON c.id = k.complaint_id WHERE k.person_id = $1',
    [personId],
  );
  const wanted = searchText(q).trim();
  const { true: found = [], false: others = [] } = Object.groupBy(rows, ({ number, words, hotline }) => String(searchText(number, words, hotline).includes(wanted)) as 'true' | 'false');
  const ids = (some: typeof rows) => some.map(({ id }) => id);
  return { found: ids(found), others: ids(others) };
}
