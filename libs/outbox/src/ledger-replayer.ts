import { replaySubjectOf } from '@property-office/messaging';
import { statement, type Database } from '@property-office/persistence';
import type { EventStream } from './event-stream';
import { ledgerColumns, type LedgerRow } from './ledger-entry';
import { publishBatch } from './publish-batch';
import { routedTypes, subjectOn } from './routes';
import { giveBack, hearListener, takeRequest, type ReplayRequest } from './replay-requests';

const everyMs = 2_000;
/** Numbers of the ledger of one batch. */
const perBatch = 500;
const listenEveryMs = 10_000;
/** The other half of the stream is for what happens now: a replay waits for old messages to leave rather than hold that up. */
const fullestForReplay = 0.5;

const readBatch = statement(
  'replay_read',
  `SELECT ${ledgerColumns} FROM ledger
   WHERE seq > $1 AND seq <= $2 AND ($3::text[] IS NULL OR type = ANY ($3)) AND type <> ALL ($4) ORDER BY seq`,
);

/**
 * Sends the ledger to one reaction that asks for it, on the private subject of its durable: whoever else takes these
 * events does not hear them. The reaction's inbox absorbs what it had before. Runs in every process of the producer;
 * a request is with one of them at a time, and a repeat does no harm.
 */
export class LedgerReplayer {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;
  private stopping = false;
  private listenAt = 0;
  private readonly heard = new Set<string>();
  /** The last look found no room; said once. */
  private cramped = false;
  /** Why the last round failed: said once, not every two seconds of an outage. */
  private failing: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly stream: EventStream,
    private readonly log: { info(line: string): void; warn(line: string): void },
  ) {}

  start(): void {
    this.timer ??= setInterval(() => {
      this.round ??= this.work()
        .then(() => (this.failing = undefined))
        .catch((error: Error) => {
          if (error.message !== this.failing) this.log.warn(`replay: ${error.message}`);
          this.failing = error.message;
        })
        .finally(() => (this.round = undefined));
    }, everyMs);
  }

  /** Ends after the batch in hand. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.round;
  }

  /** Until nothing is asked for, or the broker is away. */
  async work(): Promise<void> {
    await this.listen();
    while (!this.stopping && this.stream.connected()) {
      const request = await takeRequest(this.database, this.stream.name);
      if (!request) return;
      if (!(await this.hasRoom(request))) return giveBack(this.database, request, request.sent_seq);
      if (!(await this.sendBatch(request))) return;
    }
  }

  /** A reaction that is new asks by the metadata of its durable, once. */
  private async listen(): Promise<void> {
    if (!this.stream.listeners || !this.stream.connected() || performance.now() < this.listenAt) return;
    this.listenAt = performance.now() + listenEveryMs;
    for (const listener of await this.stream.listeners()) {
      if (this.heard.has(listener.durable)) continue;
      const upTo = await hearListener(this.database, listener);
      this.heard.add(listener.durable);
      if (upTo) this.log.info(`${listener.durable} is new: what it takes of the ledger will be sent to it, up to ${upTo}`);
    }
  }

  private async hasRoom({ durable }: ReplayRequest): Promise<boolean> {
    const info = await this.stream.info();
    const room = info !== undefined && info.fullness < fullestForReplay;
    if (info && !room && !this.cramped)
      this.log.warn(`the replay to ${durable} waits: ${this.stream.name} is half full, see NATS_STREAM_MAX_MIB`);
    this.cramped = !room;
    return room;
  }

  private async sendBatch(request: ReplayRequest): Promise<boolean> {
    const { durable, types, sent_seq: from, last_seq: to } = request;
    const reached = String(Math.min(Number(from) + perBatch, Number(to)));
    const rows = await this.database.query<LedgerRow & Record<string, unknown>>(readBatch, [
      from,
      reached,
      types,
      routedTypes,
    ]);
    const { stored } = await publishBatch(this.privately(request), rows, {
      epoch: 0,
      subjectOf: (row) => subjectOn(null, row),
      mayGoOn: () => !this.stopping && this.stream.connected(),
      contradicts: () => false,
      stored: () => undefined,
      refused: ({ type }, error) =>
        this.log.warn(`replay to ${durable}: publishing ${type} failed: ${String(error)}`),
    });
    const whole = stored.length === rows.length;
    await giveBack(this.database, request, whole ? reached : from);
    if (whole && reached === to) this.log.info(`the ledger was sent to ${durable} up to ${to}`);
    return whole;
  }

  /** Message ids of their own, too: the stream has stored the events' before. */
  private privately({ id, durable }: ReplayRequest): EventStream {
    const { stream } = this;
    return {
      name: stream.name,
      connected: () => stream.connected(),
      info: () => stream.info(),
      create: () => stream.create(),
      delete: () => stream.delete(),
      publish: (subject, bytes, messageId) =>
        stream.publish(
          replaySubjectOf(durable, subject.slice('events.'.length)),
          bytes,
          `${id}:${messageId.slice(messageId.indexOf(':') + 1)}`,
        ),
    };
  }
}
