import { UnknownOutcomeError } from '@property-office/persistence';

/** `query_canceled`: the server ended the statement at its limit. Waiting for a lock ends earlier, and as something else. */
const cancelled = '57014';

/**
 * One statement took too long, on the server's clock or on ours. The database may be away, or this work may be too much
 * for it each time: whoever asks has to look whether the database answers otherwise.
 */
export function isSlowStatement(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || error instanceof UnknownOutcomeError) return false;
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === cancelled || (typeof message === 'string' && message.includes('Query read timeout'));
}
