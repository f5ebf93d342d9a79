import { Logger } from '@nestjs/common';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { Backoff } from './backoff';
import { connectionOptions, type NatsSettings } from './connection-options';
import { BrokerAway } from './errors';
import { endedWithin, pause } from './pause';
import type { ReactionLog } from './reaction-types';

export type BrokerStatus = 'connecting' | 'connected' | 'disconnected' | 'closed';

export interface BrokerState {
  readonly status: BrokerStatus;
  /** When this status began. */
  readonly since: Date;
  /** Address of the server while connected. */
  readonly server?: string;
}

/** One connected stretch: ends when the connection is lost, even though the library then reconnects by itself. */
export interface BrokerSession {
  readonly connection: NatsConnection;
  readonly lost: AbortSignal;
  /** Below which answers to this user arrive. */
  readonly inboxPrefix: string;
}

/**
 * The one NATS connection of a process. Never blocks its start and never gives up: while the broker is away the process
 * works on, and whoever needs the broker waits here.
 */
export class NatsConnectionProvider {
  private readonly closing = new AbortController();
  private readonly listeners = new Set<(state: BrokerState) => void>();
  private current: BrokerState = { status: 'connecting', since: new Date() };
  private session: (BrokerSession & { end(): void }) | undefined;
  private connection: NatsConnection | undefined;
  private running: Promise<void> | undefined;
  private inboxPrefix = '';

  constructor(
    private readonly settings: NatsSettings,
    private readonly log: ReactionLog = new Logger('NATS'),
  ) {}

  /** Begins to connect and returns at once. A second call does nothing. */
  start(): void {
    this.running ??= this.run();
  }

  state(): BrokerState {
    return this.current;
  }

  /** @returns what undoes it. */
  onChange(listener: (state: BrokerState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** @throws BrokerAway unless connected at this moment. */
  now(): BrokerSession {
    if (!this.session) throw new BrokerAway(`NATS is ${this.current.status}`);
    return this.session;
  }

  /** Waits as long as it takes. @throws BrokerAway when `until` is aborted or this provider is closed first. */
  connected(until?: AbortSignal): Promise<BrokerSession> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        const { session } = this;
        const over = until?.aborted || this.current.status === 'closed';
        if (!session && !over) return;
        forget();
        until?.removeEventListener('abort', settle);
        if (over || !session) reject(new BrokerAway('stopped waiting for NATS'));
        else resolve(session);
      };
      const forget = this.onChange(settle);
      until?.addEventListener('abort', settle, { once: true });
      settle();
    });
  }

  /** Sends what is buffered, for at most `budgetMs`, then closes for good. */
  async close(budgetMs = 2_000): Promise<void> {
    this.closing.abort();
    if (this.session) await endedWithin(this.session.connection.drain(), budgetMs);
    await this.connection?.close();
    if (this.running) await endedWithin(this.running, budgetMs);
    this.end();
    this.become('closed');
  }

  private async run(): Promise<void> {
    const backoff = new Backoff();
    while (!this.closing.signal.aborted) {
      try {
        const options = connectionOptions(this.settings);
        this.inboxPrefix = options.inboxPrefix!;
        this.connection = await connect(options);
        backoff.reset();
        if (this.closing.signal.aborted) return await this.connection.close();
        this.begin(this.connection);
        await this.follow(this.connection);
      } catch (error) {
        this.become('disconnected', error instanceof Error ? error.message : String(error));
      }
      await pause(backoff.take(), this.closing.signal);
    }
  }

  /** Resolves when the library has given the connection up. */
  private async follow(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') this.end();
      else if (status.type === 'reconnect') this.begin(connection);
      else if (status.type === 'error') this.log.warn(`NATS reports: ${status.error.message}`);
    }
    const error = await connection.closed();
    this.end(error instanceof Error ? error.message : undefined);
  }

  private begin(connection: NatsConnection): void {
    this.session?.end();
    const lost = new AbortController();
    this.session = { connection, lost: lost.signal, inboxPrefix: this.inboxPrefix, end: () => lost.abort() };
    this.become('connected');
  }

  private end(reason?: string): void {
    const { session } = this;
    this.session = undefined;
    if (!this.closing.signal.aborted) this.become('disconnected', reason);
    session?.end();
  }

  /** Says each change once: a broker that stays away is one line, not one per attempt. */
  private become(status: BrokerStatus, reason?: string): void {
    if (status === this.current.status) return;
    const server = status === 'connected' ? this.connection?.getServer() : undefined;
    this.current = { status, since: new Date(), ...(server && { server }) };
    const text = `NATS ${status}${server ? ` to ${server}` : ''}${reason ? `: ${reason}` : ''}`;
    if (status === 'disconnected') this.log.warn(text);
    else this.log.log(text);
    for (const listener of this.listeners) listener(this.current);
  }
}
