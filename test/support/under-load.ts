import { waitFor } from '@property-office/testing';
import { Load, type LoadOptions, type LoadReport } from './load';
import type { Session } from './session';

const someBefore = 30;
const someAfter = 20;

/** Resolves when the load runs. */
export function isServed(load: Load): Promise<true> {
  return waitFor(() => load.acknowledged > someBefore, { what: 'some requests before', timeoutMs: 40_000 });
}

/** Resolves when some more of the load is acknowledged, after whatever was done to the office. */
export function isServedAgain(load: Load): Promise<true> {
  const before = load.acknowledged;
  return waitFor(() => load.acknowledged > before + someAfter, { what: 'some requests after', timeoutMs: 40_000 });
}

/** Lets a load run, does something to the office in the middle of it, and goes on until it is served again. */
export async function underLoad(
  resident: Session,
  options: LoadOptions,
  fault: (load: Load) => Promise<void>,
): Promise<LoadReport> {
  const load = new Load(resident, options);
  try {
    await isServed(load);
    await fault(load);
    if (options.insists !== false) await isServedAgain(load);
  } catch (error) {
    const { wrong } = await load.end();
    throw new Error(`${(error as Error).message}\n${wrong.slice(0, 5).join('\n')}`, { cause: error });
  }
  return load.end();
}
