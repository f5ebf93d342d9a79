import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Shutdown, stopOrder } from '@property-office/service-kit';
import { LiveFeed } from '../../persistence/live-feed';
import { OpenFeeds } from './open-feeds';

const watchedEveryMs = 100;
const unwatchedEveryMs = 1_000;
const pruneEveryMs = 3_600_000;

/** Numbers the feed for as long as the process runs, often while somebody watches, and tells the open streams. */
@Injectable()
export class FeedNumbering implements OnApplicationBootstrap {
  private readonly log = new Logger('Feed');
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private prunedAt = 0;
  private stopping = false;
  private trouble: string | undefined;

  constructor(
    private readonly feed: LiveFeed,
    private readonly open: OpenFeeds,
    private readonly shutdown: Shutdown,
  ) {}

  onApplicationBootstrap(): void {
    this.shutdown.register('live feed', stopOrder.timers, () => this.stop(), 5_000);
    this.shutdown.register('end feeds', stopOrder.requests, () => this.open.endAll(), 1_000);
    this.schedule();
  }

  private async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private schedule(): void {
    this.timer = setTimeout(
      () => {
        this.round = this.once().then(() => {
          if (!this.stopping) this.schedule();
        });
      },
      this.open.count > 0 ? watchedEveryMs : unwatchedEveryMs,
    );
  }

  private async once(): Promise<void> {
    try {
      while (!this.stopping && (await this.feed.number()) > 0);
      // Another process may have numbered them: look whether or not this one did.
      if (this.open.count > 0) this.open.tell(await this.feed.last());
      if (Date.now() - this.prunedAt > pruneEveryMs) {
        this.prunedAt = Date.now();
        await this.feed.prune();
      }
      this.trouble = undefined;
    } catch (error) {
      const { message } = error as Error;
      if (message !== this.trouble) this.log.warn(`the feed stands still: ${message}`);
      this.trouble = message;
    }
  }
}
