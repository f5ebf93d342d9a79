import type { Database, Transaction } from '@property-office/persistence';

/**
 * A piece of what processes of the version before left undone, who know nothing of it: safe to do again, and beside another process that
 * does it. @returns whether there may be more
 */
export type CatchUp = (tx: Transaction) => Promise<boolean>;

/** A roll takes minutes: after the last process of this version has started, one of the version before may still be at work. */
const everyMs = 900_000;

/**
 * What a migration makes of old rows it makes once, and beside it, or back in its place, processes of the version before write more of them.
 * Those are caught up with whenever a process of this version starts, and each quarter of an hour. Ends with the release after it, as all that
 * is there for the version before.
 */
export class CatchUps {
  private readonly catchUps = new Map<string, CatchUp>();
  private timeout: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopping = false;

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
    if (this.catchUps.size > 0) this.schedule(0);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timeout);
    await this.round;
  }

  /** All of them, each to its end; one that fails holds up no other, and is tried again with the next round. */
  async run(): Promise<void> {
    for (const [what, catchUp] of this.catchUps) {
      try {
        while (!this.stopping && (await this.database.transaction(catchUp)));
      } catch (error) {
        this.log.warn(`${what} could not be caught up with: ${(error as Error).message}`);
      }
    }
  }

  private schedule(inMs: number): void {
    this.timeout = setTimeout(() => {
      this.round = this.run().then(() => {
        if (!this.stopping) this.schedule(everyMs);
      });
    }, inMs);
  }
}
