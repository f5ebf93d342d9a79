import { stat } from 'node:fs/promises';
import { BlobStore, bytesFolder, bytesFound } from '@property-office/files';
import type { PlatformConfiguration } from '@property-office/service-kit';
import type { CheckContext } from './checks/check';

/** Reads contents where this office keeps them; what has not changed on the disk since it was read is not read again. */
export function readsBytes(configuration: Pick<PlatformConfiguration, 'dataDir'>): CheckContext['bytesOf'] {
  const store = new BlobStore(bytesFolder(configuration));
  const known = new Map<string, { mark: string; found: Awaited<ReturnType<typeof bytesFound>> }>();
  return async (sha256) => {
    const path = store.pathOf(sha256, 'original');
    const mark = await stat(path).then(
      ({ ino, size, mtimeMs }) => `${ino} ${size} ${mtimeMs}`,
      () => 'missing',
    );
    const before = known.get(sha256);
    if (before?.mark === mark) return before.found;
    const found = await bytesFound(path, sha256);
    known.set(sha256, { mark, found });
    return found;
  };
}
