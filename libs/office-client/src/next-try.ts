/** How a try ended that may be repeated under the same idempotency key. */
export type TryEnd =
  { kind: 'no-answer' } | { kind: 'answer'; status: number; retryAfter?: string | undefined };

/** Answers that say "later": the door's limits, and a part that is away. */
const later = new Set([429, 502, 503, 504]);
const firstDelayMs = 100;
const longestDelayMs = 5_000;
/** An office that only ever says 500 has failed for good. */
const mostFailures = 4;

/**
 * Milliseconds until the next try; undefined when the answer stands.
 * @param tries made so far
 * @param chance from 0 to 1: spreads those who wait for the same thing
 */
export function nextTryAfter(end: TryEnd, tries: number, chance: number): number | undefined {
  const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(tries - 1, 10)) * (0.5 + chance / 2);
  if (end.kind === 'no-answer') return delay;
  if (end.status === 500 && tries < mostFailures) return delay;
  if (!later.has(end.status)) return undefined;
  const asked = Number(end.retryAfter);
  return Number.isFinite(asked) && asked > 0 ? asked * 1000 + chance * firstDelayMs : delay;
}
