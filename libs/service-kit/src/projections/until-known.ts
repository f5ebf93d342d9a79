import { setTimeout as pause } from 'node:timers/promises';
import { madeAt } from '@property-office/kernel';
import { requestErrors } from '../problems/request-errors';

const waitMs = 1_000;
const lookEveryMs = 40;
const youngMs = 3_600_000;

/**
 * Looks something up that another service's events bring. An id younger than an hour may be on its way: it is waited for
 * up to a second, then the client is told to come again (api.md).
 * @returns undefined for an id that is not known and no longer young
 * @throws unavailable (503, Retry-After 1)
 */
export async function untilKnown<T>(id: string, look: () => Promise<T | undefined>): Promise<T | undefined> {
  const found = await onceKnown(id, look);
  if (found === undefined && isYoung(id)) throw requestErrors.unavailable({}, { retryAfter: 1 });
  return found;
}

/**
 * As `untilKnown`, for what somebody chose from a list of things they see: one that is not known after the wait is a wrong
 * choice, and coming again would not help.
 */
export async function onceKnown<T>(id: string, look: () => Promise<T | undefined>): Promise<T | undefined> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined || !isYoung(id) || performance.now() > deadline) return found;
    await pause(lookEveryMs);
  }
}

function isYoung(id: string): boolean {
  const made = madeAt(id);
  return made !== undefined && Math.abs(Date.now() - made) <= youngMs;
}
