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
  const deadline = performance.now() + waitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    const made = madeAt(id);
    if (made === undefined || Math.abs(Date.now() - made) > youngMs) return undefined;
    if (performance.now() > deadline) throw requestErrors.unavailable({}, { retryAfter: 1 });
    await pause(lookEveryMs);
  }
}
