import { rowsStatement, statement, type Database, type Transaction } from '@property-office/persistence';
import { requestErrors } from '../problems/request-errors';
import { Answer, type AnswerHeaders } from './answer';
import type { CommandContext } from './command-context';

/** Refuses the second request under one key; whoever meets it reads the stored answer. */
export const idempotencyConstraint = 'idempotency_pkey';

interface KeyRow {
  principal: string;
  key: string;
  request_hash: string;
  created_at: Date;
  status: number | null;
  headers: AnswerHeaders | null;
  body: string | null;
}

const reserve = rowsStatement<KeyRow>(
  'idempotency_reserve',
  `INSERT INTO idempotency (principal, key, request_hash, created_at, status, headers, body)
   SELECT principal, key, decode(request_hash, 'hex'), created_at, status, headers, body
   FROM json_to_recordset($1) AS new (principal uuid, key text, request_hash text, created_at timestamptz, status smallint,
     headers json, body text)`,
);
const complete = statement(
  'idempotency_complete',
  'UPDATE idempotency SET status = $3, headers = $4, body = $5 WHERE principal = $1 AND key = $2',
);
const read = statement(
  'idempotency_read',
  'SELECT request_hash, status, headers, body FROM idempotency WHERE principal = $1 AND key = $2',
);

interface StoredRow {
  request_hash: Buffer;
  status: number | null;
  headers: AnswerHeaders | null;
  body: string | null;
}

/** A key taken in a transaction. */
export type ReservedKey = KeyRow | undefined;

/** Takes the key for this transaction; a concurrent twin waits in PostgreSQL until the first one's outcome is known. */
export function reserveKey(tx: Transaction, { principal, idempotency }: CommandContext): ReservedKey {
  if (!idempotency) return undefined;
  const row: KeyRow = {
    principal: principal.accountId,
    key: idempotency.key,
    request_hash: idempotency.requestHash.toString('hex'),
    created_at: tx.now,
    status: null,
    headers: null,
    body: null,
  };
  tx.gather(reserve, row);
  return row;
}

export function storeAnswer(tx: Transaction, reserved: ReservedKey, { status, headers, json }: Answer<unknown>): void {
  if (!reserved) return;
  // Work that only gathers rows has its answer before anything is sent: one insert instead of an update behind it.
  if (tx.waits(reserve, reserved)) Object.assign(reserved, { status, headers, body: json });
  else tx.send(complete, [reserved.principal, reserved.key, status, JSON.stringify(headers), json]);
}

/**
 * The answer that was given under this key.
 * @returns undefined when nothing stands under it
 * @throws keyReused (422) when it was given to another request
 */
export async function storedAnswer<T>(
  database: Database,
  { principal, idempotency }: CommandContext,
): Promise<Answer<T> | undefined> {
  if (!idempotency) return undefined;
  const [row] = await database.query<StoredRow>(read, [principal.accountId, idempotency.key]);
  if (!row) return undefined;
  if (!row.request_hash.equals(idempotency.requestHash)) throw requestErrors.keyReused();
  return new Answer<T>(row.status ?? 200, row.headers ?? {}, row.body ?? '');
}
