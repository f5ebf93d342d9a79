import { createReadStream } from 'node:fs';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { BlobStore, bytesFolder } from '../storage/blob-store';
import { Drafts } from '../storage/drafts';
import { writeFile } from '../storage/written-file';

/**
 * Takes the bytes of a content from a copy and puts them where they belong, if they have its hash; else nothing is touched.
 * @returns false where the copy has other bytes
 */
export async function restoreContent(configuration: Pick<PlatformConfiguration, 'dataDir'>, sha256: string, copy: string): Promise<boolean> {
  const store = new BlobStore(bytesFolder(configuration));
  const drafts = new Drafts(store);
  try {
    const { path, sha256: found } = await writeFile(await drafts.next(), createReadStream(copy));
    if (found !== sha256) return false;
    await store.replace(path, sha256);
    return true;
  } finally {
    await drafts.discard();
  }
}
