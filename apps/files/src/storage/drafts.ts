import { rm } from 'node:fs/promises';
import type { BlobStore } from './blob-store';

/** The drafts of one upload: none of them outlives it. */
export class Drafts {
  private readonly paths: string[] = [];

  constructor(private readonly store: BlobStore) {}

  async next(): Promise<string> {
    const path = await this.store.newDraft();
    this.paths.push(path);
    return path;
  }

  async discard(): Promise<void> {
    await Promise.all(this.paths.map((path) => rm(path, { force: true })));
  }
}
