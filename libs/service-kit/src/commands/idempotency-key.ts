import { requestErrors } from '../problems/request-errors';

export const idempotencyKeyHeader = 'idempotency-key';
const printableAscii = /^[\x20-\x7e]{1,255}$/;

/**
 * @returns the key, or undefined where none was sent
 * @throws invalidIdempotencyKey (400)
 */
export function readIdempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !printableAscii.test(header)) throw requestErrors.invalidIdempotencyKey();
  return header;
}
