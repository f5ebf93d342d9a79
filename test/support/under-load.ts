import { waitFor } from '@property-office/testing';
import { Load, type LoadOptions, type LoadReport } from './load';
import type { Session } from './session';

const someBefore = 30;
const someAfter = 20;

/** Lets a load run, does something to the office in the middle of it, and goes on until it is served again. */
export async function underLoad(
  resident: Session,
  options: LoadOptions,
  fault: (load: Load) => Promise<void>,
): Promise<LoadReport> {
  const load = new Load(resident, options);
  try {
    await waitFor(() => load.acknowledged > someBefore, { what: 'some requests before', timeoutMs: 30_000 });
    await fault(load);
    const before = load.acknowledged;
    if (options.insists !== false)
      await waitFor(() => load.acknowledged > before + someAfter, {
        what: 'some requests after',
        timeoutMs: 40_000,
      });
  } catch (error) {
    const { wrong } = await load.end();
    throw new Error(`${(error as Error).message}\n${wrong.slice(0, 5).join('\n')}`, { cause: error });
  }
  return load.end();
}
