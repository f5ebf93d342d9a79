import { statement, type Database } from '@property-office/persistence';
import type { EventStream } from './event-stream';
import { faultPoint } from './fault-points';
import { ledgerColumns, type LedgerRow } from './ledger-entry';
import { publishBatch, type BatchResult } from './publish-batch';
import { RelayLeader } from './relay-leader';
import { subjectOn, type Route } from './routes';
import { StreamKeeper } from './stream-keeper';

const batchSize = 256;
const pollMs = 250;
const idlePollMs = 2_000;
/** A stream somebody deleted is noticed within this time even if nothing is published and no connection was lost. */
const lookEveryMs = 10_000;

const readPending = statement(
  'relay_read',
  `WITH batch AS MATERIALIZED (
     SELECT seq, event_id FROM outbox_pending WHERE route IS NOT DISTINCT FROM $1 ORDER BY seq LIMIT ${batchSize})
   SELECT ${ledgerColumns} FROM batch JOIN ledger ON ledger.event_id = batch.event_id ORDER BY batch.seq`,
);
const deletePublished = statement(
  'relay_delete',
  `WITH published AS (
     DELETE FROM outbox_pending WHERE seq = ANY ($1::bigint[])
       AND EXISTS (SELECT 1 FROM relay_leader WHERE holder = $2 AND fence = $3 AND until > clock_timestamp())
     RETURNING 1)
   UPDATE stream_state SET high_water = greatest(high_water, $4)
   WHERE stream = $5 AND epoch = $6 AND EXISTS (SELECT 1 FROM published) RETURNING epoch`,
);

export interface RelayLog {
  info(message: string): void;
  warn(message: string): void;
}

export interface RelayCounters {
  published: number;
  duplicates: number;
  errors: number;
  leading: boolean;
}

/**
 * Publishes what is pending and forgets it when the broker has stored it. Woken by own commits, else polling. Retries
 * without limit; accepting work never waits for it.
 */
export class Relay {
  readonly counters: RelayCounters = { published: 0, duplicates: 0, errors: 0, leading: false };
  readonly leader: RelayLeader;
  private readonly route: Route;
  private readonly keeper: StreamKeeper;
  private running: Promise<void> | undefined;
  private stopping = false;
  private lookedAt = 0;
  private idleMs = pollMs;
  private wakeUp: (() => void) | undefined;
  private woken = false;
  private lastTrouble: string | undefined;

  /** @param beside for a second stream of a service: its route, and the leader both relays of the process are led by */
  constructor(
    private readonly database: Database,
    private readonly stream: EventStream,
    private readonly log: RelayLog,
    beside?: { route: Route; leader: RelayLeader },
  ) {
    this.route = beside?.route ?? null;
    this.leader = beside?.leader ?? new RelayLeader(database);
    this.keeper = new StreamKeeper(database, stream, this.leader, log, this.route);
  }

  get streamName(): string {
    return this.stream.name;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Something was committed. */
  wake(): void {
    this.woken = true;
    this.wakeUp?.();
  }

  /** The connection was lost and is back: what the stream is must be looked at again. */
  recheck(): void {
    this.lookedAt = 0;
    this.wake();
  }

  /** Ends after what is in flight, and frees the place of the leader. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp?.();
    await this.running;
    this.counters.leading = false;
    await this.leader.free().catch(() => undefined);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const busy = await this.step().catch((error: unknown) => {
        this.trouble(error instanceof Error ? error.message : String(error));
        this.lookedAt = 0;
        return false;
      });
      if (!busy) await this.rest();
    }
  }

  /** One round; true when there may be more to do at once. */
  private async step(): Promise<boolean> {
    // Who cannot reach the broker lets another process lead.
    const connected = this.stream.connected();
    if (!connected && this.counters.leading) await this.leader.free();
    this.counters.leading = connected && (await this.leader.hold());
    if (!this.counters.leading) {
      this.lookedAt = 0;
      return false;
    }
    if (Date.now() - this.lookedAt > lookEveryMs) {
      await this.keeper.ensure();
      this.lookedAt = Date.now();
    }
    const rows = await this.database.query<LedgerRow>(readPending, [this.route]);
    if (rows.length === 0) {
      await this.keeper.verify();
      return false;
    }
    await faultPoint('relay.afterRead');
    const result = await this.publish(rows);
    await faultPoint('relay.afterPublishBeforeDelete');
    if (result.lost) {
      // Not left to the next look at the stream: by then it may be longer than it ever was, with a hole in it.
      await this.keeper.rebuild('it forgot messages it had stored');
      return true;
    }
    await this.forget(result);
    if (result.stored.length > 0) this.idleMs = pollMs;
    if (result.stored.length < rows.length) this.lookedAt = 0;
    else this.lastTrouble = undefined;
    return result.stored.length > 0;
  }

  private publish(rows: LedgerRow[]): Promise<BatchResult> {
    this.keeper.beginBatch();
    return publishBatch(this.stream, rows, {
      epoch: this.keeper.epoch,
      subjectOf: (row) => subjectOn(this.route, row),
      mayGoOn: () => !this.stopping && this.leader.fresh(),
      contradicts: (ack) => this.keeper.contradicts(ack),
      stored: ({ duplicate }) => void (this.counters[duplicate ? 'duplicates' : 'published'] += 1),
      refused: ({ type }, error) => {
        this.counters.errors += 1;
        this.trouble(`publishing ${type} failed: ${error instanceof Error ? error.message : String(error)}`);
      },
    });
  }

  /** Publishing may have taken longer than the lease: renewed first, else a slow broker would never be done. */
  private async forget({ stored, highWater }: BatchResult): Promise<void> {
    if (stored.length === 0 || !(await this.leader.hold())) return;
    const deleted = await this.database.query(deletePublished, [
      stored,
      this.leader.holder,
      this.leader.fence,
      highWater,
      this.stream.name,
      this.keeper.epoch,
    ]);
    if (deleted.length > 0) this.keeper.noteHighWater(highWater);
    else this.leader.doubt();
  }

  private async rest(): Promise<void> {
    if (!this.woken && !this.stopping) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.idleMs);
        this.wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wakeUp = undefined;
      if (!this.woken) this.idleMs = Math.min(this.idleMs * 2, idlePollMs);
    }
    this.woken = false;
  }

  /** Says each kind of trouble once, until something has worked again. */
  private trouble(message: string): void {
    if (message === this.lastTrouble) return;
    this.lastTrouble = message;
    this.log.warn(`relay ${this.stream.name}: ${message}`);
  }
}
