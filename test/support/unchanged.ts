import type { Office } from './office';
import { schemasOf } from './rest';

/** What every accepted act leaves behind, in all schemas: events, and answers kept for a repeat. */
export interface Traces {
  events: number;
  answers: number;
}

export async function traces(office: Office): Promise<Traces> {
  const schemas = await schemasOf(office);
  const sum = (table: string) =>
    schemas.map((schema) => `(SELECT count(*) FROM ${schema}.${table})`).join(' + ');
  const [row] = await office.query<Traces>(
    `SELECT (${sum('ledger')})::int AS events, (${sum('idempotency')})::int AS answers`,
  );
  return row!;
}
