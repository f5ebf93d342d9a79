import { join, resolve } from 'node:path';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { BlobStore } from './blob-store';
import { DiskBytes } from './disk-bytes';
import { DraftFolder } from './draft-folder';
import type { S3Settings } from './s3-requests';

/** What says where bytes are kept. */
export type StoreConfiguration = Pick<PlatformConfiguration, 'dataDir' | 'filesStore' | 's3'>;

/** As an office is configured. What speaks S3 is loaded where it is used alone. */
export function openStore({ dataDir, filesStore, s3 }: StoreConfiguration): BlobStore {
  const folder = join(resolve(dataDir), 'files');
  const drafts = new DraftFolder(folder);
  if (filesStore === 'disk') return new BlobStore(drafts, new DiskBytes(folder, drafts));
  const { S3Bytes } = require('./s3-bytes') as typeof import('./s3-bytes');
  // None of them is left out: the configuration is refused otherwise.
  return new BlobStore(drafts, new S3Bytes(s3 as S3Settings, drafts));
}
