import { Keeper } from './keeper';
import { KEEPER_VARIABLE } from './run-servers';

declare global {
  /** Handed from setup to teardown, which Jest runs in the same process. */
  var propertyOfficeTestKeeper: Keeper | undefined;
}

export default async function globalSetup(): Promise<void> {
  const keeper = await Keeper.open();
  process.env[KEEPER_VARIABLE] = keeper.address;
  globalThis.propertyOfficeTestKeeper = keeper;
  // Jest has no teardown for Ctrl-C. After kill -9 the servers end by themselves, and the next run removes the files.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void keeper.close().finally(() => process.exit(130)));
}
