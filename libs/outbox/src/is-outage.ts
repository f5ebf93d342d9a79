import { isInfrastructureError } from '@property-office/persistence';
import type { DatabaseUse } from './in-turns';
import { isSlowStatement } from './slow-statement';

/** A database that takes longer for nothing is overloaded: whatever failed there is not the work's fault. */
const promptMs = 500;

/**
 * Whether work failed because its database is away or overloaded, rather than by itself. Work whose statement takes too
 * long each time is poison, not an outage: it counts where the database answers otherwise.
 */
export async function isOutage(database: DatabaseUse, error: unknown): Promise<boolean> {
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
