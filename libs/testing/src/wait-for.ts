import { setTimeout as sleep } from 'node:timers/promises';

export interface Waiting {
  /** What is awaited, for the message: "the ticket to be dispatched". */
  what: string;
  /** Default 30 000: a machine that runs other tests beside is slow, and only what never comes waits so long. */
  timeoutMs?: number;
  /** Default 20. */
  intervalMs?: number;
}

/**
 * Asks until the answer is truthy, and returns it. An exception counts as "not yet". Throws after `timeoutMs` with what
 * was awaited and what the last answer or exception was.
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { what, timeoutMs = 30_000, intervalMs = 20 }: Waiting,
): Promise<Exclude<Awaited<T>, undefined | null | false | 0 | ''>> {
  let last: unknown;
  for (const until = Date.now() + timeoutMs; ; await sleep(intervalMs)) {
    try {
      last = await condition();
      if (last) return last as Exclude<Awaited<T>, undefined | null | false | 0 | ''>;
    } catch (error) {
      last = error;
    }
    if (Date.now() > until) break;
  }
  const seen = last instanceof Error ? `it threw: ${last.message}` : `it was ${JSON.stringify(last)}`;
  throw new Error(
    `Waited ${timeoutMs} ms for ${what}; at last ${seen}`,
    last instanceof Error ? { cause: last } : {},
  );
}
