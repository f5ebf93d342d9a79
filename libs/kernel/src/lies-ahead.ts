import type { FieldError } from './errors';

/** Further ahead nobody sets, promises or asks for anything: the year is a slip. */
const furthest = 5 * 366 * 24 * 60 * 60_000;

/** Whether a date that is set for something to come can be meant: it lies ahead, by five years at most. */
export function liesAhead(date: Date, now: Date): boolean {
  const ahead = date.getTime() - now.getTime();
  return ahead > 0 && ahead <= furthest;
}

/** What a refusal says of a field whose date does not. */
export function shouldLieAhead(pointer: string): { fields: FieldError[] } {
  return { fields: [{ pointer, message: { zh: '应晚于现在，且在五年之内', en: 'it must lie ahead, by five years at most' } }] };
}
