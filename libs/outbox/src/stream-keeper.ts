import type { Database } from '@property-office/persistence';
import type { EventStream, StoredAck } from './event-stream';
import { faultPoint } from './fault-points';
import type { RelayLeader } from './relay-leader';
import type { Route } from './routes';
import { fillPending, readStreamState, writeStreamState, type StreamState } from './stream-state';

/**
 * Knows whether the stream in NATS is still the one that was filled, and fills a new one from the ledger when it is not:
 * missing, created anew, or shorter than it was known to be. Message ids carry the epoch, so that a new stream takes
 * events whose ids it would otherwise call duplicates. The inbox of each reaction absorbs the repeats.
 */
export class StreamKeeper {
  private state: StreamState | undefined;
  private freshInBatch = new Set<number>();

  constructor(
    private readonly database: Database,
    private readonly stream: EventStream,
    private readonly leader: RelayLeader,
    private readonly log: { info(line: string): void; warn(line: string): void },
    private readonly route: Route = null,
  ) {}

  /** Epoch of the stream; `ensure` has been called before. */
  get epoch(): number {
    return this.state?.epoch ?? 0;
  }

  /** Compares the stream with what is known of it; creates or rebuilds it. Called by the leader only. */
  async ensure(): Promise<void> {
    const state = (this.state = await readStreamState(this.database, this.stream.name));
    const info = await this.stream.info();
    if (state) {
      if (state.created === null) return this.rebuild('a rebuild was asked for, or interrupted');
      if (!info) return this.rebuild('it is missing');
      if (info.created !== state.created) return this.rebuild('it was created anew');
      if (info.lastSeq < state.highWater) return this.rebuild('it is shorter than it was');
      return;
    }
    if (info && info.lastSeq > 0) return this.rebuild('it holds events this database knows nothing of');
    const { created } = info ?? (await this.stream.create());
    this.state = await writeStreamState(this.database, this.leader, this.stream.name, {
      epoch: 1,
      created,
      expected: null,
    });
  }

  /** Acknowledgements are compared with those of their batch, too. */
  beginBatch(): void {
    this.freshInBatch = new Set();
  }

  /** A fresh acknowledgement at or below the known last sequence, or a second one at the same: messages are gone. */
  contradicts({ seq, duplicate }: StoredAck): boolean {
    if (duplicate) return false;
    const twice = this.freshInBatch.has(seq);
    this.freshInBatch.add(seq);
    return twice || seq <= (this.state?.highWater ?? 0);
  }

  /** Deletes the stream; the ledger's last 30 days become pending and are published into a new one. Repeatable at any point. */
  async rebuild(reason: string): Promise<void> {
    const epoch = this.epoch + 1;
    this.log.warn(`stream ${this.stream.name}: ${reason}; rebuilding it from the ledger as epoch ${epoch}`);
    // `created` stays unknown until the new stream stands: whoever finds it so begins again.
    const expected = await fillPending(this.database, this.leader, {
      stream: this.stream.name,
      route: this.route,
      epoch,
    });
    await faultPoint('rebuild.mid');
    await this.stream.delete();
    await faultPoint('rebuild.mid');
    const { created } = await this.stream.create();
    await faultPoint('rebuild.mid');
    this.state = await writeStreamState(this.database, this.leader, this.stream.name, {
      epoch,
      created,
      expected,
    });
  }

  /** After a rebuild, once nothing is pending: the stream holds at least as many messages as were to be published. */
  async verify(): Promise<void> {
    const { state } = this;
    if (!state || state.expected === null) return;
    const info = await this.stream.info();
    const found = info?.created === state.created ? info.lastSeq : 0;
    if (found < state.expected) return this.rebuild(`${found} of ${state.expected} messages arrived`);
    const { epoch, created } = state;
    this.state = await writeStreamState(this.database, this.leader, this.stream.name, {
      epoch,
      created,
      expected: null,
    });
    this.log.info(`stream ${this.stream.name}: rebuilt as epoch ${epoch} with ${found} messages`);
  }

  noteHighWater(seq: number): void {
    if (this.state && seq > this.state.highWater) this.state.highWater = seq;
  }
}
