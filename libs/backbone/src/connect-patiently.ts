import { setTimeout as pause } from 'node:timers/promises';
import { isInfrastructureError, type Database } from '@property-office/persistence';

const patienceMs = 60_000;
const pauseMs = 1_000;

/**
 * Connects a starting process. A database that is away or too busy for the moment, as when everything starts at once after a
 * power cut, is waited for; what will not change by waiting, such as a wrong password, ends the start at once.
 */
export async function connectPatiently(
  database: Database,
  warn: (line: string) => void,
  { patience = patienceMs, between = pauseMs } = {},
): Promise<void> {
  const until = performance.now() + patience;
  for (let said = false; ; said = true) {
    try {
      return await database.connect();
    } catch (error) {
      if (isWrongAddress(error) || !isInfrastructureError(error) || performance.now() > until) throw error;
      if (!said) warn(`waiting for the database of ${database.service}: ${(error as Error).message}`);
      await pause(between);
    }
  }
}

/** Class 28: the password or the role is wrong; 3D000: there is no such database. */
function isWrongAddress(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && (code.startsWith('28') || code === '3D000');
}
