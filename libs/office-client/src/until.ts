import type { Connection } from './connection';
import { Stuck } from './failures';

const firstPauseMs = 40;
const longestPauseMs = 1_000;

/**
 * Looks again and again for what follows by itself, a little later.
 * @throws Stuck when it does not come within `patienceMs`
 */
export async function until<T>(
  connection: Pick<Connection, 'pause'>,
  what: string,
  patienceMs: number,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const start = performance.now();
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() - start > patienceMs)
      throw new Stuck(`${what} did not come within ${patienceMs / 1000} s`);
    await connection.pause(pause);
  }
}
