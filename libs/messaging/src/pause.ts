/** Waits `ms`, or until the signal is aborted. Never rejects. */
export function pause(ms: number, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (until.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      until.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    until.addEventListener('abort', done, { once: true });
  });
}

/** Whether the work ended in time; it goes on either way, and its failure is somebody else's to report. */
export async function endedWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  const limit = new AbortController();
  const inTime = await Promise.race([
    work.then(
      () => true,
      () => true,
    ),
    pause(ms, limit.signal).then(() => false),
  ]);
  limit.abort();
  return inTime;
}
