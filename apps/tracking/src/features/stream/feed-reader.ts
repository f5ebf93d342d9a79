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
    private readonly feed: LiveFeed,
    private readonly principal: Principal,
    private readonly language: Language,
    private position: number,
  ) {
    this.heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMs).unref();
    response.once('close', () => clearInterval(this.heartbeat));
  }

  wake(last: number): void {
    this.known = last;
    if (last !== this.position) void this.read();
  }

  end(): void {
    this.response.end();
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
