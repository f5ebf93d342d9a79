import type { ServerResponse } from 'node:http';
import type { Principal } from '@property-office/contracts';
import type { Language } from '@property-office/service-kit';
import { shownSummary } from '../shown-summary';
import type { FeedItem, LiveFeed } from '../../persistence/live-feed';
import type { OpenFeed } from './open-feeds';

const heartbeatMs = 15_000;
/** A reader that takes nothing for so long is gone, or better off coming back. */
const mostBufferedBytes = 1024 * 1024;

/** Writes the feed to one client as server-sent events, from a position on, one page at a time. */
export class FeedReader implements OpenFeed {
  private reading = false;
  private known = 0;
  private readonly heartbeat: NodeJS.Timeout;

  constructor(
    private readonly response: ServerResponse,
    private readonly feed: Pick<LiveFeed, 'after'>,
    private readonly principal: Principal,
    private readonly language: Language,
    private position: number,
  ) {
    // A client that is gone is no fault of ours, and an error that nobody hears would end the process.
    response.on('error', () => undefined);
    this.heartbeat = setInterval(() => this.beat(), heartbeatMs).unref();
    response.once('close', () => clearInterval(this.heartbeat));
  }

  get personId(): string {
    return this.principal.personId;
  }

  wake(last: number): void {
    this.known = last;
    if (last !== this.position) void this.read();
  }

  /** A reader that has stopped reading would never take an orderly end. */
  end(): void {
    clearInterval(this.heartbeat);
    if (this.response.writableLength > 0) this.response.destroy();
    else this.response.end();
  }

  private beat(): void {
    if (this.response.writableLength > mostBufferedBytes) this.end();
    else this.response.write(':\n\n');
  }

  /** Reads up to the last known position. A failure ends the stream: the client comes back with the last id it has. */
  private async read(): Promise<void> {
    if (this.reading) return;
    this.reading = true;
    try {
      do {
        const page = await this.feed.after(this.principal, this.position);
        if (this.response.writableEnded || this.response.destroyed) return;
        this.position = page.next;
        if (page.reset) this.response.write(`id: ${page.next}\nevent: reset\ndata: {}\n\n`);
        for (const item of page.items) this.response.write(messageOf(item, this.language));
        if (this.response.writableLength > mostBufferedBytes) return this.end();
      } while (this.position < this.known);
    } catch {
      this.end();
    } finally {
      this.reading = false;
    }
  }
}

function messageOf(item: FeedItem, language: Language): string {
  const data = {
    type: item.type,
    repairRequestId: item.repairRequestId,
    number: item.number,
    happenedAt: item.happenedAt.toISOString(),
    recordedAt: item.recordedAt.toISOString(),
    summary: shownSummary(item, language),
  };
  return `id: ${item.position}\nevent: timeline\ndata: ${JSON.stringify(data)}\n\n`;
}
