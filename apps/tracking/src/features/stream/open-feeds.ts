import { Injectable } from '@nestjs/common';

/** A stream that somebody reads. */
export interface OpenFeed {
  readonly personId: string;
  /** There may be something after this position. */
  wake(last: number): void;
  end(): void;
}

/** Some windows and a phone; each costs two queries for whatever happens. */
const mostOfOnePerson = 12;

/** The streams open in this process. */
@Injectable()
export class OpenFeeds {
  private readonly feeds = new Set<OpenFeed>();

  get count(): number {
    return this.feeds.size;
  }

  /** Whether the person may open one more. */
  hasRoomFor(personId: string): boolean {
    return [...this.feeds].filter((feed) => feed.personId === personId).length < mostOfOnePerson;
  }

  add(feed: OpenFeed): void {
    this.feeds.add(feed);
  }

  remove(feed: OpenFeed): void {
    this.feeds.delete(feed);
  }

  tell(last: number): void {
    for (const feed of this.feeds) feed.wake(last);
  }

  /** Clients come back elsewhere, with Last-Event-ID. */
  endAll(): void {
    for (const feed of this.feeds) feed.end();
  }
}
