import { createHash } from 'node:crypto';

/** The idempotency key of one step of one row of a file: a second run repeats it and doubles nothing. */
export function stepKey(file: string, externalId: string, step: string): string {
  return `replay-${createHash('sha256').update([file, externalId, step].join('\0')).digest('hex').slice(0, 40)}`;
}
