import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { ContentFixity } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Shutdown, stopOrder } from '@property-office/service-kit';
import { mostContentsToCheck } from '../domain/limits';
import { isReferredTo, lockContent } from '../persistence/attachments';
import { fixitySince, keepFixity } from '../persistence/content-fixity';
import { BlobStore } from '../storage/blob-store';
import { bytesFound } from './bytes-found';

/**
 * Reads contents again and compares their hashes, one at a time, when somebody asks (W4.2). Nobody waits: who asks is told to come again, so a
 * process that ends with contents to read forgets them, and is asked again.
 */
@Injectable()
export class ContentChecker implements OnApplicationBootstrap {
  private readonly log = new Logger('Fixity');
  private readonly waiting = new Set<string>();
  private readonly stopping = new AbortController();
  private working: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly store: BlobStore,
    private readonly shutdown: Shutdown,
  ) {}

  onApplicationBootstrap(): void {
    this.shutdown.register('checking of files', stopOrder.timers, () => this.stop(), 5_000);
  }

  /** What no upload has any more is missing, and nothing is kept of it: somebody may upload the same again. */
  async ask(sha256: string, since: Date): Promise<ContentFixity> {
    const known = await fixitySince(this.database, sha256, since);
    if (known) return known;
    if (!(await isReferredTo(this.database, sha256))) return { state: 'missing', checkedAt: (await this.now()).toISOString() };
    if (this.waiting.size < mostContentsToCheck && !this.stopping.signal.aborted) this.waiting.add(sha256);
    this.working ??= this.work().finally(() => (this.working = undefined));
    return { state: 'waiting' };
  }

  private async stop(): Promise<void> {
    this.waiting.clear();
    this.stopping.abort();
    await this.working;
  }

  private async work(): Promise<void> {
    for (const sha256 of this.waiting) {
      await this.check(sha256).catch((error: Error) => {
        if (!this.stopping.signal.aborted) this.log.warn(`${sha256}: ${error.message}`);
      });
      this.waiting.delete(sha256);
    }
  }

  private async check(sha256: string): Promise<void> {
    const begun = await this.now();
    const found = await bytesFound(this.store, sha256, this.stopping.signal);
    if (found !== 'whole') this.log.error(`the bytes ${sha256} are ${found}`);
    await this.database.transaction(async (tx) => {
      await lockContent(tx, sha256, 'shared');
      keepFixity(tx, sha256, found, begun);
    });
  }

  private async now(): Promise<Date> {
    const [{ now }] = (await this.database.query<{ now: Date }>('SELECT platform.now() AS now')) as [{ now: Date }];
    return now;
  }
}
