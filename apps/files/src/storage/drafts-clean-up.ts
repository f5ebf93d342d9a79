import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { BlobStore } from './blob-store';

/** No upload takes that long; another process of the service may be receiving one. */
const abandonedMs = 3_600_000;

/** Removes what uploads left behind whose process died. */
@Injectable()
export class DraftsCleanUp implements OnApplicationBootstrap {
  constructor(private readonly store: BlobStore) {}

  onApplicationBootstrap(): Promise<void> {
    return this.store.drafts.removeBefore(Date.now() - abandonedMs);
  }
}
