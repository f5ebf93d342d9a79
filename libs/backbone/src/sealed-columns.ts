import type { FieldCipher } from '@property-office/access';
import { DomainError } from '@property-office/kernel';
import type { Database } from '@property-office/persistence';

/** A column of encrypted values. */
export interface SealedColumn {
  table: string;
  /** Its primary key, a uuid. */
  key: string;
  column: string;
  /** What the values are sealed as. */
  field: string;
  /** The columns of blind indexes beside it, of what is in it. */
  indexes?: (plain: string, cipher: FieldCipher) => Record<string, string | string[] | null>;
}

/** Some values of each column, as `sealed`. */
export function sampleOf(columns: readonly Pick<SealedColumn, 'table' | 'column'>[]): string {
  return columns.map(({ table, column }) => `(SELECT ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL LIMIT 100)`).join(' UNION ALL ');
}

/** How many values of a column are not under the current key. */
export async function outdatedIn(database: Pick<Database, 'query'>, { table, column }: SealedColumn, cipher: FieldCipher): Promise<number> {
  const [row] = await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE split_part(${column}, '.', 1) <> $1`, [cipher.currentKeyId]);
  return row!.n;
}

/** Rows of a column whose value is not under the current key, and does not open under the one it names: nobody can seal it anew. */
export async function damagedIn(database: Pick<Database, 'query'>, { field, ...place }: SealedColumn, cipher: FieldCipher): Promise<string[]> {
  const damaged: string[] = [];
  for await (const { key, sealed } of outdatedRows(database, place, cipher)) {
    try {
      cipher.decrypt(field, sealed);
    } catch (error) {
      if (isDamaged(error)) damaged.push(key);
    }
  }
  return damaged;
}

const batchSize = 200;

interface SealedRow {
  key: string;
  sealed: string;
}

async function* outdatedRows(database: Pick<Database, 'query'>, { table, key, column }: Pick<SealedColumn, 'table' | 'key' | 'column'>, cipher: FieldCipher): AsyncGenerator<SealedRow> {
  for (let after: string | null = null; ; ) {
    const rows: Array<SealedRow & Record<string, unknown>> = await database.query<SealedRow & Record<string, unknown>>(
      `SELECT ${key} AS key, ${column} AS sealed FROM ${table}
       WHERE split_part(${column}, '.', 1) <> $1 AND ($2::uuid IS NULL OR ${key} > $2) ORDER BY ${key} LIMIT ${batchSize}`,
      [cipher.currentKeyId, after],
    );
    yield* rows;
    after = rows.at(-1)?.key ?? null;
    if (after === null) return;
  }
}

const isDamaged = (error: unknown): boolean => error instanceof DomainError && error.code === 'field-damaged';

/**
 * Seals the values of a column under the current key and makes their indexes anew, while the office works: each row by itself, and
 * only if its value is still the one that was read. Done again it goes on where it was interrupted. A value that cannot be opened stays as it is, and holds up no other.
 * @returns how many were written
 */
export async function resealColumn(database: Pick<Database, 'query'>, { table, key, column, field, indexes }: SealedColumn, cipher: FieldCipher, written: () => void = () => undefined): Promise<number> {
  let count = 0;
  for await (const { key: id, sealed } of outdatedRows(database, { table, key, column }, cipher)) {
    const plain = openedIfItCan(cipher, field, sealed);
    if (plain === undefined) continue;
    const beside = Object.entries(indexes?.(plain, cipher) ?? {});
    const set = [column, ...beside.map(([name]) => name)].map((name, index) => `${name} = $${index + 3}`).join(', ');
    const changed = await database.query(`UPDATE ${table} SET ${set} WHERE ${key} = $1 AND ${column} = $2 RETURNING 1`, [id, sealed, cipher.encrypt(field, plain), ...beside.map(([, value]) => value)]);
    count += changed.length;
    if (changed.length > 0) written();
  }
  return count;
}

function openedIfItCan(cipher: FieldCipher, field: string, sealed: string): string | undefined {
  try {
    return cipher.decrypt(field, sealed);
  } catch {
    return undefined;
  }
}
