import { rm } from 'node:fs/promises';
import type { DraftFolder } from './draft-folder';

/** The drafts of one upload: none of them outlives it. */
export class Drafts {
  private readonly paths: string[] = [];

  constructor(private readonly folder: DraftFolder) {}

  async next(): Promise<string> {
    const path = await this.folder.next();
    this.paths.push(path);
    return path;
  }

  async discard(): Promise<void> {
    await Promise.all(this.paths.map((path) => rm(path, { force: true })));
  }
}
