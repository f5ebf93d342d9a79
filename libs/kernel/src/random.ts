import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4096);
let taken = pool.length;

/** Random bytes fit for keys, taken from a pool: asking the system for each dozen costs more than what they are needed for. */
export function takeRandom(bytes: number): Buffer {
  if (taken + bytes > pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  const random = Buffer.from(pool.subarray(taken, taken + bytes));
  // What was given out must not be found in memory next to what is to come.
  pool.fill(0, taken, taken + bytes);
  taken += bytes;
  return random;
}
