import type { Database, Transaction } from '@property-office/persistence';

/**
 * A piece of what processes of the version before left undone, who know nothing of it: safe to do again, and beside another process that
 * does it. @returns whether there may be more
 */
export type CatchUp = (tx: Transaction) => Promise<boolean>;

/** A roll takes minutes, or hours where something is wrong: after the last process of this version has started, one of the version before may still be at work. */
const everyMs = 900_000;
const rollMs = 86_400_000;
/** Later it is looked for all the same, and rarely: it may take reading whole tables. */
const laterEveryMs = 86_400_000;
/** What failed is tried again after this long, doubled each time up to a quarter of an hour. */
const firstRetryMs = 60_000;

/**
 * What a migration makes of old rows it makes once, and beside it, or back in its place, processes of the version before write more of them.
 * Those are caught up with whenever a process of this version starts, each quarter of an hour of its first day, and each day. Ends with the
 * release after it, as all that is there for the version before.
 */
export class CatchUps {
  private readonly catchUps = new Map<string, CatchUp>();
  private timeout: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopping = false;
  private startedAt = 0;
  private failedInTurn = 0;
  /** Why each failed last, which is said once. */
  private readonly troubles = new Map<string, string>();

  constructor(
    private readonly database: Database,
    private readonly log: { warn(message: string): void },
  ) {}

  /** Before they start. @param what in words, for the log */
  on(what: string, catchUp: CatchUp): void {
    if (this.catchUps.has(what)) throw new Error(`"${what}" is caught up with twice`);
    this.catchUps.set(what, catchUp);
  }

  start(): void {
    this.startedAt = performance.now();
    if (this.catchUps.size > 0) this.schedule(0);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timeout);
    await this.round;
  }

  /** All of them, each to its end; one that fails holds up no other. @returns whether none failed */
  async run(): Promise<boolean> {
    for (const [what, catchUp] of this.catchUps) {
      try {
        while (!this.stopping && (await this.database.transaction(catchUp)));
        this.troubles.delete(what);
      } catch (error) {
        const { message } = error as Error;
        if (this.troubles.get(what) !== message) this.log.warn(`${what} could not be caught up with, and is tried again: ${message}`);
        this.troubles.set(what, message);
      }
    }
    return this.troubles.size === 0;
  }

  private schedule(inMs: number): void {
    this.timeout = setTimeout(() => {
      this.round = this.run().then((done) => {
        this.failedInTurn = done ? 0 : this.failedInTurn + 1;
        if (!this.stopping) this.schedule(this.nextMs());
      });
    }, inMs);
  }

  private nextMs(): number {
    if (this.failedInTurn > 0) return Math.min(firstRetryMs * 2 ** (this.failedInTurn - 1), everyMs);
    return performance.now() - this.startedAt < rollMs ? everyMs : laterEveryMs;
  }
}
