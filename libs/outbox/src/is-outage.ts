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
  const began = performance.now();
  return database.query('SELECT 1').then(
    () => performance.now() - began > promptMs,
    () => true,
  );
}
