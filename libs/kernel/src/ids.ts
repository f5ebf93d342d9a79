import { createHash } from 'node:crypto';
import { v7, validate } from 'uuid';
import { takeRandom } from './random';

/** A new UUIDv7: sorts by the millisecond it was made in, monotonic within one process. */
export function newId(): string {
  const random = takeRandom(16);
  const now = Date.now();
  if (now > last.msecs) {
    last.msecs = now;
    last.seq = random.readUInt32BE(0) >>> 1;
  } else last.seq += 1;
  return v7({ ...last, random });
}

/** Millisecond and sequence of the id made last. A sequence starts below 2^31 and has 2^32 places: none is used twice. */
const last = { msecs: 0, seq: 0 };

/**
 * A UUID that is the same each time it is made from the same parts. For effects that may be computed twice but must
 * exist once: the event of a timer, the work order of an episode.
 */
export function derivedId(...parts: string[]): string {
  const hash = createHash('sha256').update(parts.join('\u0000')).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && validate(value);
}

/** The millisecond (Unix time) a UUIDv7 was made in; undefined for an id of another version. */
export function madeAt(id: string): number | undefined {
  return id[14] === '7' ? parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined;
}
