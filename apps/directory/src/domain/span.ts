import { directoryErrors } from './errors';

/** From–to: `from` is inside, `until` is not; null means open. Either may lie ahead. */
export interface Span {
  from: Date;
  until: Date | null;
}

/**
 * The span of something that begins.
 * @throws spanReversed (400) when it would end before it begins
 */
export function newSpan({ from, until }: { from?: Date; until?: Date }, now: Date): Span {
  const span = { from: from ?? now, until: until ?? null };
  if (span.until && span.until <= span.from) throw directoryErrors.spanReversed();
  return span;
}

/**
 * The instant a span is to end: now unless said otherwise. It may lie ahead or behind (a moving-out is often told days
 * later), and may be moved as long as it lies ahead.
 * @throws spanEnded (409), spanReversed (400)
 */
export function endOf(span: Span, until: Date | undefined, now: Date): Date {
  if (hasEnded(span, now)) throw directoryErrors.spanEnded();
  const end = until ?? now;
  // What has not begun is called off by ending it where it begins; earlier is a mistake.
  if (until && until < span.from) throw directoryErrors.spanReversed();
  return end < span.from ? span.from : end;
}

/** It is over, or was called off before it began. */
export function hasEnded({ from, until }: Span, now: Date): boolean {
  return until !== null && (until <= now || until <= from);
}

export function includes({ from, until }: Span, instant: Date): boolean {
  return from <= instant && (until === null || instant < until);
}
