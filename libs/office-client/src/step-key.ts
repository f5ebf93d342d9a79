import { createHash } from 'node:crypto';

/** The idempotency key of one step of a run, said by its parts: a second run repeats it and doubles nothing. */
export function stepKey(program: string, ...parts: readonly string[]): string {
  return `${program}-${createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 40)}`;
}
