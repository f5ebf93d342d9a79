/** Of one service at once: what hangs leaves connections to the rest of it. */
export const secondTriesAtOnce = 2;

let last: Promise<unknown> = Promise.resolve();
const chains = new Map<string, Promise<unknown>>();
const services = new Map<string, { taken: number; waiting: Array<() => void> }>();

/**
 * Runs work that may kill the process, one piece after the other over all reactions of the process. When it dies, the
 * one attempt that counts, begun and not ended, is the guilty one's: a healthy event of another reaction is not charged
 * with it.
 */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const run = last.then(work, work);
  last = run.catch(() => undefined);
  return run;
}

/**
 * Runs work that has ended before, if only by failing: one piece after the other for each reaction, and a few reactions of
 * a service beside each other. One that hangs holds up its own reaction and no other.
 */
export function besideOthers<T>(durable: string, work: () => Promise<T>): Promise<T> {
  const run = (chains.get(durable) ?? Promise.resolve()).then(() => inSlot(durable, work));
  const ended: Promise<unknown> = run
    .catch(() => undefined)
    .then(() => {
      if (chains.get(durable) === ended) chains.delete(durable);
    });
  chains.set(durable, ended);
  return run;
}

async function inSlot<T>(durable: string, work: () => Promise<T>): Promise<T> {
  const [service] = durable.split('__') as [string];
  const of = services.get(service) ?? { taken: 0, waiting: [] };
  services.set(service, of);
  if (of.taken < secondTriesAtOnce) of.taken += 1;
  else await new Promise<void>((given) => of.waiting.push(given));
  try {
    return await work();
  } finally {
    const next = of.waiting.shift();
    if (next) next();
    else of.taken -= 1;
  }
}
