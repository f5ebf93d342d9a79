/**
 * The connection broke while COMMIT was under way: the transaction may or may not stand. Whoever asked repeats under
 * the same idempotency key.
 */
export class UnknownOutcomeError extends Error {
  override readonly name = 'UnknownOutcomeError';
}

/** SQLSTATE classes that say nothing about the request: connection, authorization, resources, operator, system. */
const infrastructureClasses = new Set(['08', '28', '53', '57', '58']);
/** Idle or too long in a transaction, no such database, serialization, deadlock, lock not available. */
const infrastructureCodes = new Set(['25P03', '25P04', '3D000', '40001', '40P01', '55P03']);
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOENT',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);
/** pg and pg-pool give these no code. */
const driverMessages = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Query read timeout',
  'not queryable',
  'Cannot use a pool after calling end',
  'Driver not Connected',
];
const sqlState = /^[0-9A-Z]{5}$/;

/**
 * The database is away, full, stopping or overloaded: the same work may succeed unchanged later. Not class XX: an
 * internal error can be caused by the data itself.
 */
export function isInfrastructureError(error: unknown): boolean {
  if (error instanceof UnknownOutcomeError) return true;
  // Not `instanceof Error`: an error of Node's core may come from another realm.
  if (typeof error !== 'object' || error === null) return false;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') {
    if (networkCodes.has(code)) return true;
    if (sqlState.test(code))
      return infrastructureClasses.has(code.slice(0, 2)) || infrastructureCodes.has(code);
  }
  return typeof message === 'string' && driverMessages.some((text) => message.includes(text));
}

/** A unique constraint refused the row; `constraint` narrows it to one. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, constraint: broken } = error as { code?: unknown; constraint?: unknown };
  return code === '23505' && (constraint === undefined || broken === constraint);
}

/**
 * PostgreSQL refused the statement, and the connection goes on. Told by the code: `severity` is in the server's
 * language, and ends of the connection (FATAL) have codes of their own.
 */
export function isRefusal(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && sqlState.test(code) && !/^(08|57|XX|25P0[34])/.test(code);
}

/** The statement came after one that had aborted the transaction: says nothing of its own. */
export function isKnockOn(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '25P02';
}
