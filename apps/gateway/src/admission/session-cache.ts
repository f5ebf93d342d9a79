import type { ResolvedSession, SessionResolver } from '@property-office/access';

/**
 * A little below the second within which the end of a session is felt everywhere: signed out, cut off for a lost telephone, or ended with its
 * account (G6). The API promises that second, so no replica has to be told of an end by an event.
 */
const maxAgeMs = 900;

interface Lookup {
  /** When it was asked, not when it was answered: the answer was true at some moment after this. */
  at: number;
  answer: Promise<ResolvedSession | null>;
}

/** Asks once for all requests of a session within a second, those that come while the answer is under way included. */
export class SessionCache implements SessionResolver {
  private readonly lookups = new Map<string, Lookup>();

  constructor(
    private readonly source: SessionResolver,
    private readonly mostSessions = 20_000,
  ) {}

  resolve(token: string): Promise<ResolvedSession | null> {
    const now = performance.now();
    const known = this.lookups.get(token);
    if (known && now - known.at < maxAgeMs) return known.answer;
    const answer = this.source.resolve(token);
    this.lookups.delete(token);
    this.lookups.set(token, { at: now, answer });
    answer.catch(() => this.lookups.delete(token));
    this.forget(now);
    return answer;
  }

  get size(): number {
    return this.lookups.size;
  }

  /** The map is in the order of asking, so what is too old stands in front. */
  private forget(now: number): void {
    for (const [token, { at }] of this.lookups) {
      if (now - at < maxAgeMs && this.lookups.size <= this.mostSessions) return;
      this.lookups.delete(token);
    }
  }
}
