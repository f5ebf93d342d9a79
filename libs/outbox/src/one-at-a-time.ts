let last: Promise<unknown> = Promise.resolve();

/**
 * Runs work that may kill the process, one piece after the other over all reactions of the process. When it dies, the
 * one attempt begun and not ended is the guilty one's: a healthy event of another reaction is not charged with it.
 */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const run = last.then(work, work);
  last = run.catch(() => undefined);
  return run;
}
