import { bytesFound, openStore } from '@property-office/files';
import type { PlatformConfiguration } from '@property-office/service-kit';
import type { CheckContext } from './checks/check';

/** Reads contents where this office keeps them; what has not changed there since it was read is not read again. */
export function readsBytes(configuration: PlatformConfiguration): CheckContext['bytesOf'] {
  const store = openStore(configuration);
  const known = new Map<string, { mark: string | undefined; found: Awaited<ReturnType<typeof bytesFound>> }>();
  return async (sha256) => {
    const mark = await store.markOf(sha256);
    const before = known.get(sha256);
    if (before && before.mark === mark) return before.found;
    const found = await bytesFound(store, sha256);
    known.set(sha256, { mark, found });
    return found;
  };
}
