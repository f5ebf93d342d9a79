import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { whyAway } from './away';
import { BlobStore } from './blob-store';

/** Lets no process begin that would keep bytes where none may be kept. One that cannot be reached may come. */
@Injectable()
export class StoreCheck implements OnApplicationBootstrap {
  private readonly log = new Logger('Attachments');

  constructor(private readonly store: BlobStore) {}

  async onApplicationBootstrap(): Promise<void> {
    try {
      await this.store.requireFit();
    } catch (error) {
      const why = whyAway(error);
      if (why === undefined) throw error;
      this.log.warn(`attachments cannot be reached: ${why}`);
    }
  }
}
