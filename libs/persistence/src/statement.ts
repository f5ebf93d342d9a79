import { hash } from 'node:crypto';

/**
 * An SQL text that each connection parses once: PostgreSQL keeps the prepared statement under its name. For texts on a
 * hot path; the text must not vary, and names its columns: `*` breaks when a migration adds one under a live connection.
 */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * @param label shown by `pg_prepared_statements`; the text makes the name, so that two services may use one label for
 *   different statements
 */
export function statement(label: string, text: string): Statement {
  return { name: `${label}_${hash('sha256', text, 'hex').slice(0, 12)}`, text };
}

/** A statement that writes any number of rows, given as one JSON array: `… FROM json_to_recordset($1) AS new (id uuid, …)`. */
export interface RowsStatement<Row extends object> extends Statement {
  readonly once?: OnceByKey<Row>;
}

/** For a statement that must not meet a row twice: an upsert, an update. */
export interface OnceByKey<Row extends object> {
  key: (row: Row) => string;
  /** Which of two with one key is written; without it the later one. */
  of?: (earlier: Row, later: Row) => Row;
}

export function rowsStatement<Row extends object>(label: string, text: string, once?: OnceByKey<Row>): RowsStatement<Row> {
  return { ...statement(label, text), ...(once && { once }) };
}
