import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { AttachmentText } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Shutdown, stopOrder } from '@property-office/service-kit';
import { mostFilesToRead } from '../domain/limits';
import { textKindOf, type MediaType } from '../domain/media-type';
import { keepText, textOf } from '../persistence/content-texts';
import { BlobStore } from '../storage/blob-store';
import { extractText } from './text-extractor';

/** What is to be read. */
export interface ToRead {
  sha256: string;
  mediaType: MediaType;
}

/**
 * The words of files, read when somebody asks for them, one file at a time and each content once. Nobody waits: who asks is told to come
 * again, so a process that ends with files to read forgets them, and is asked again.
 */
@Injectable()
export class TextReader implements OnApplicationBootstrap {
  private readonly log = new Logger('Texts');
  private readonly waiting = new Map<string, ToRead>();
  private readonly stopping = new AbortController();
  private working: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly store: BlobStore,
    private readonly shutdown: Shutdown,
  ) {}

  onApplicationBootstrap(): void {
    this.shutdown.register('reading of files', stopOrder.timers, () => this.stop(), 5_000);
  }

  async ask(wanted: ToRead): Promise<AttachmentText> {
    // A picture is a page.
    if (textKindOf(wanted.mediaType) === undefined) return { state: 'none', reason: 'no-words', pages: 1 };
    const known = await textOf(this.database, wanted.sha256);
    if (known) return known;
    if (this.waiting.size < mostFilesToRead) this.waiting.set(wanted.sha256, wanted);
    this.working ??= this.work().finally(() => (this.working = undefined));
    return { state: 'waiting' };
  }

  private async stop(): Promise<void> {
    this.waiting.clear();
    this.stopping.abort();
    await this.working;
  }

  private async work(): Promise<void> {
    for (let next = this.next(); next; next = this.next()) {
      await this.read(next).catch((error: Error) => {
        if (!this.stopping.signal.aborted) this.log.warn(`${next!.sha256}: ${error.message}`);
      });
      this.waiting.delete(next.sha256);
    }
  }

  private next(): ToRead | undefined {
    return this.waiting.values().next().value;
  }

  private async read({ sha256, mediaType }: ToRead): Promise<void> {
    const text = await this.store.withFile(sha256, (path) => extractText(textKindOf(mediaType)!, path, this.stopping.signal));
    // They may be put back: nothing is written down, and whoever asks again lets them be read again.
    if (!text) throw new Error('its bytes are missing');
    await keepText(this.database, sha256, text);
  }
}
