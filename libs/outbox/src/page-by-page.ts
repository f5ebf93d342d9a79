import type { DatabaseUse } from './in-turns';

/** Rows of one statement: some hundred milliseconds, far from the limit of a statement. */
const chunk = 10_000;
const nothing = '00000000-0000-0000-0000-000000000000';

/**
 * Does something with many rows, some of them in each transaction, in the order of their uuid.
 * @param statementOf given the place of the uuid after which a page begins and the size of it; the statement returns the
 *   last `id` of its page
 */
export async function pageByPage(
  database: DatabaseUse,
  params: readonly string[],
  statementOf: (after: string, limit: number) => string,
): Promise<void> {
  const sql = statementOf(`$${params.length + 1}`, chunk);
  for (let after: string | undefined = nothing; after !== undefined;) {
    const rows: { id: string }[] = await database.query<{ id: string }>(sql, [...params, after]);
    after = rows[0]?.id;
  }
}
