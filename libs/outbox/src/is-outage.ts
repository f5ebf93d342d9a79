import { DomainError } from '@property-office/kernel';
import { isInfrastructureError } from '@property-office/persistence';
import type { DatabaseUse } from './in-turns';
import { isSlowStatement } from './slow-statement';

/** A database that takes longer for nothing is overloaded: whatever failed there is not the work's fault. */
const promptMs = 500;

/**
 * Another place than the database is away that work waits for, a store of files say, and who says so says when to come again. What is
 * damaged or misses its key is unavailable, too, and says no such thing: waiting does not heal it.
 */
export function isAway(error: unknown): error is DomainError {
  return error instanceof DomainError && error.spec.kind === 'unavailable' && error.retryAfter !== undefined;
}

/** The database answers, and cannot do this: its disk is full, its memory is short (class 53 of its errors). */
export function isShortOfRoom(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('53');
}

/**
 * Whether work failed because its database, or what else it needs, is away or overloaded, rather than by itself. Work whose statement takes too
 * long each time is poison, not an outage: it counts where the database answers otherwise.
 */
export async function isOutage(database: DatabaseUse, error: unknown): Promise<boolean> {
  if (isAway(error)) return true;
  if (!isInfrastructureError(error)) return false;
  if (!isSlowStatement(error)) return true;
  const answer = database.transaction(async (tx) => {
    // Once it has a connection: how long it waited for its turn says nothing of the database.
    const began = performance.now();
    await tx.query('SELECT 1');
    return performance.now() - began > promptMs;
  });
  return answer.catch(() => true);
}
