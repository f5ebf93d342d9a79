import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import { Shutdown, stopOrder } from '@property-office/service-kit';
import { setTimer, TimerLoop, type Timer } from '@property-office/timers';
import { unreferredOf } from '../../persistence/attachments';
import { whyAway } from '../../storage/away';
import { BlobStore } from '../../storage/blob-store';
import { DiscardUnclaimedHandler } from '../discard-unclaimed/discard-unclaimed.handler';

/** The first is set by a migration. */
export const unreferredTimerKind = 'unreferred-bytes';

const dayMs = 86_400_000;
const everyMs = 7 * dayMs;
/** No upload takes that long from its bytes to its row. On the clock of the disk or the bucket, which no rule sees. */
const youngMs = dayMs;
const perQuery = 500;
/** Where more than so many, and most of all that lies there, belong to nothing, the store is another office's rather than full of remains. */
const fewEnough = 20;

/**
 * Removes bytes that no upload has a row for: of one that failed, or whose process died, while the store was away, and what a store
 * carried out late. The timer wakes it alone: a bucket is read for minutes, no transaction waits for that. What a process leaves that
 * ends meanwhile, the next time finds.
 */
@Injectable()
export class DiscardUnreferredHandler implements OnModuleInit, OnApplicationBootstrap {
  private readonly log = new Logger('Attachments');
  private readonly stopping = new AbortController();
  private working: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly timers: TimerLoop,
    private readonly store: BlobStore,
    private readonly discarding: DiscardUnclaimedHandler,
    private readonly shutdown: Shutdown,
  ) {}

  onModuleInit(): void {
    this.timers.on(unreferredTimerKind, (tx, timer) => this.begin(tx, timer));
  }

  onApplicationBootstrap(): void {
    this.shutdown.register('removing of what nothing refers to', stopOrder.timers, () => this.stop(), 5_000);
  }

  /** @returns how many contents were removed. @throws unavailable (503); Error where most of what lies there belongs to nothing here: then none is */
  async execute(): Promise<number> {
    const { unreferred, looked } = await this.find();
    if (unreferred.length > fewEnough && unreferred.length * 2 > looked)
      throw new Error(`${unreferred.length} of ${looked} stored contents belong to no upload of this office: none is removed. Is this its own store, and its own database?`);
    let removed = 0;
    for (; removed < unreferred.length && !this.stopping.signal.aborted; removed += 1) await this.discarding.removeUnreferred(unreferred[removed]!);
    return removed;
  }

  private begin(tx: Transaction, { aggregateId }: Timer): void {
    const dueAt = new Date(tx.now.getTime() + everyMs);
    setTimer(tx, { kind: unreferredTimerKind, aggregateId, fireKey: `${unreferredTimerKind}:${dueAt.toISOString()}`, dueAt });
    tx.afterCommit(() => (this.working ??= this.work().finally(() => (this.working = undefined))));
  }

  private async work(): Promise<void> {
    try {
      const removed = await this.execute();
      if (removed > 0) this.log.log(`${removed} stored contents belonged to no upload, and were removed`);
    } catch (error) {
      this.log.error(`removing what no upload refers to: ${whyAway(error) ?? (error as Error).message}`);
    }
  }

  private async stop(): Promise<void> {
    this.stopping.abort();
    await this.working;
  }

  private async find(): Promise<{ unreferred: string[]; looked: number }> {
    const unreferred: string[] = [];
    let [looked, last, batch] = [0, '', [] as string[]];
    const judge = async (): Promise<void> => {
      unreferred.push(...(await unreferredOf(this.database, batch)));
      batch = [];
    };
    for await (const sha256 of this.store.contents(Date.now() - youngMs)) {
      if (this.stopping.signal.aborted) break;
      // An original and its preview follow each other.
      if (sha256 === last) continue;
      last = sha256;
      looked += 1;
      batch.push(sha256);
      if (batch.length === perQuery) await judge();
    }
    await judge();
    return { unreferred, looked };
  }
}
