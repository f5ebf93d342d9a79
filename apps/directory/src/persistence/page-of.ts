import { planSearch, toPage, type Page, type PagePosition } from '@property-office/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

interface Listed extends ObjectLiteral {
  id: string;
  createdAt: Date;
}

/** One page, newest first, of what a query selects (api.md). The rows carry `createdAt`, to the millisecond. */
export async function pageOf<T extends Listed>(
  query: SelectQueryBuilder<T>,
  { limit, cursor }: { limit: number; cursor?: PagePosition },
): Promise<Page<T>> {
  const { alias } = query;
  if (cursor)
    query.andWhere(`(${alias}.created_at, ${alias}.id) < (:cursorAt::timestamptz, :cursorId::uuid)`, {
      cursorAt: cursor.at,
      cursorId: cursor.id,
    });
  const rows = await query
    .orderBy(`${alias}.createdAt`, 'DESC')
    .addOrderBy(`${alias}.id`, 'DESC')
    .limit(limit + 1)
    .getMany();
  return toPage(rows, limit, ({ createdAt, id }) => ({ at: createdAt.toISOString(), id }));
}

/** Narrows a query to rows found by what was typed, by their `search_text` and `search_words`. Nothing to look for finds nothing. */
export function findWords<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, typed: string): void {
  const plan = planSearch(typed);
  if (!plan) query.andWhere('FALSE');
  else if (plan.kind === 'substring')
    query.andWhere(`${query.alias}.search_text LIKE :pattern`, { pattern: plan.pattern });
  else query.andWhere(`${query.alias}.search_words @> :words::text[]`, { words: plan.words });
}
