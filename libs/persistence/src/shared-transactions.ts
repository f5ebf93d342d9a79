import { AsyncResource } from 'node:async_hooks';
import type { Database } from './database';
import { isInfrastructureError } from './errors';
import { defaultLimits } from './limits';
import type { Transaction } from './transaction';

/** Work of one statement-free tick: it only gathers rows, so that works of several callers can go out together. */
export type GatheringWork<T> = (tx: Transaction) => T;

interface Waiting {
  work: GatheringWork<unknown>;
  resolve: (result: never) => void;
  reject: (error: unknown) => void;
  patience: NodeJS.Timeout;
}

/** Commits under way at once: one writes to disk while the next is sent. */
const atOnce = 3;
/** More in one transaction gains little and makes a failure dearer. */
const most = 16;

/**
 * Commits works that come at the same time in one transaction: round trips and COMMITs are what accepting costs, not rows.
 * Alone, a work gets a transaction of its own at once; under load those that wait for a commit under way share the next.
 * Each caller hears of its own work only: a transaction that was refused is repeated work by work.
 */
export class SharedTransactions {
  private readonly waiting: Waiting[] = [];
  private underWay = 0;

  /** @param acquireMs how long a work may wait for its turn, as for a connection */
  constructor(
    private readonly database: Database,
    private readonly acquireMs: number = defaultLimits.acquireMs,
  ) {}

  /**
   * @throws what the work throws, what PostgreSQL refuses of it, UnknownOutcomeError when the connection broke during
   * COMMIT; an infrastructure error when its turn did not come in time
   */
  run<T>(work: GatheringWork<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const patience = setTimeout(() => this.giveUp(waiting), this.acquireMs);
      // In the caller's context: trace and request id are its own.
      const waiting: Waiting = { work: AsyncResource.bind(work), resolve, reject, patience };
      this.waiting.push(waiting);
      this.next();
    });
  }

  private giveUp(waiting: Waiting): void {
    this.waiting.splice(this.waiting.indexOf(waiting), 1);
    waiting.reject(new Error('timeout expired while waiting for a transaction'));
  }

  private next(): void {
    if (this.underWay >= atOnce || this.waiting.length === 0) return;
    this.underWay += 1;
    const turn = this.waiting.splice(0, most);
    for (const { patience } of turn) clearTimeout(patience);
    void this.commit(turn).finally(() => {
      this.underWay -= 1;
      this.next();
    });
  }

  private async commit(works: readonly Waiting[]): Promise<void> {
    try {
      const results = await this.database.transaction(async (tx) => works.map(({ work }) => work(tx)));
      works.forEach(({ resolve }, i) => resolve(results[i] as never));
    } catch (error) {
      if (works.length > 1 && !isInfrastructureError(error)) return this.oneByOne(works);
      // Those behind them would wait for the same server once more, longer than anybody is to wait for an answer.
      const behind = isInfrastructureError(error) ? this.waiting.splice(0) : [];
      for (const { patience } of behind) clearTimeout(patience);
      for (const { reject } of [...works, ...behind]) reject(error);
    }
  }

  /** Nothing was committed: each is tried by itself, so that only the one at fault is refused. */
  private async oneByOne(works: readonly Waiting[]): Promise<void> {
    for (const { work, resolve, reject } of works)
      await this.database.transaction(async (tx) => work(tx)).then((result) => resolve(result as never), reject);
  }
}
