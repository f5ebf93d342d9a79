import { Logger } from '@nestjs/common';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { Backoff } from './backoff';
import type { NatsConnectionProvider } from './connection';
import { TopologyConflict } from './errors';
import { reactionsOf } from './handlers';
import { invocation } from './invocation';
import { LoopSupervisor } from './loop-supervisor';
import type { DurableBacklog, LoopState, MessagingMetrics } from './metrics';
import { endedWithin, pause } from './pause';
import { jetStreamTransport } from './reaction.decorator';
import type { ReactionLog, ReactionSettler, ReactionSpec } from './reaction-types';
import { Topology } from './topology';

export interface StrategyOptions {
  connection: NatsConnectionProvider;
  /** One for each service in this process; a reaction finds its own by its durable's prefix. */
  settlers: readonly ReactionSettler[];
  topology?: Topology;
  log?: ReactionLog;
  metrics?: MessagingMetrics;
}

export interface MessagingState {
  /** `conflict`: a stream is not as declared and cannot be changed; `problem` says what to do. */
  readonly topology: 'pending' | 'applied' | 'conflict';
  readonly problem?: string;
  readonly loops: Readonly<Record<string, LoopState>>;
}

/**
 * The one transport of a process's reactions: applies the topology, then runs one supervised loop per reaction. Starting
 * never waits for the broker. The connection is its owner's to close, after this.
 */
export class JetStreamStrategy extends Server implements CustomTransportStrategy {
  override transportId = jetStreamTransport;
  /** Nest need not report what the settler gets. */
  override readonly propagatesEventHandlerErrors = true;
  private readonly connection: NatsConnectionProvider;
  private readonly topology: Topology;
  private readonly log: ReactionLog;
  private readonly stop = new AbortController();
  private reactions: ReactionSpec[] = [];
  private supervisors: LoopSupervisor[] = [];
  private running: Promise<void>[] = [];
  private topologyState: Pick<MessagingState, 'topology' | 'problem'> = { topology: 'pending' };

  constructor(private readonly options: StrategyOptions) {
    super();
    this.connection = options.connection;
    this.topology = options.topology ?? new Topology(options.connection);
    this.log = options.log ?? new Logger('Reactions');
  }

  /** Calls back with InvalidReaction when a reaction is declared wrongly, otherwise at once. */
  listen(callback: (error?: unknown) => void): void {
    try {
      const { settlers, metrics = {} } = this.options;
      const found = reactionsOf(this.getHandlers(), settlers);
      this.reactions = found.map(({ reaction }) => reaction);
      this.supervisors = found.map(({ reaction, settler, handler }) => {
        const invoke = invocation(reaction, handler, metrics);
        settler.register(reaction, invoke);
        const parts = { reaction, settler, invoke, log: this.log, metrics, stop: this.stop.signal };
        return new LoopSupervisor(parts, this.connection, this.topology);
      });
    } catch (error) {
      return callback(error);
    }
    this.connection.start();
    this.running = [this.applyTopology(), ...this.supervisors.map((each) => each.run())];
    callback();
  }

  /**
   * Stops pulling, lets handlers in flight finish and gives back what was not begun.
   * @returns whether all of that was done within `budgetMs`; what was not is delivered again after `ack_wait`.
   */
  async stopPulling(budgetMs = 10_000): Promise<boolean> {
    this.stop.abort();
    const inTime = await endedWithin(Promise.all(this.running), budgetMs);
    if (!inTime) {
      const busy = this.supervisors.filter(({ state }) => state !== 'stopped').map(({ durable }) => durable);
      this.log.warn(`not stopped within ${budgetMs} ms: ${busy.join(', ')}`);
    }
    return inTime;
  }

  async close(): Promise<void> {
    await this.stopPulling();
  }

  state(): MessagingState {
    return {
      ...this.topologyState,
      loops: Object.fromEntries(this.supervisors.map(({ durable, state }) => [durable, state])),
    };
  }

  /** Asks the broker; a durable that does not exist is left out. @throws BrokerAway */
  async backlog(): Promise<DurableBacklog[]> {
    const infos = await Promise.all(this.reactions.map((reaction) => this.topology.durableInfo(reaction)));
    return infos.flatMap((info) =>
      info
        ? [
            {
              durable: info.name,
              pending: info.num_pending,
              unacked: info.num_ack_pending,
              redelivered: info.num_redelivered,
            },
          ]
        : [],
    );
  }

  override on(): never {
    throw new Error('JetStreamStrategy has no events: watch the connection, or pass metrics');
  }

  override unwrap<T>(): T {
    return this.connection.now().connection as T;
  }

  /** Once per process start, when the broker first answers. Loops do not wait: they make what is missing themselves. */
  private async applyTopology(): Promise<void> {
    const backoff = new Backoff();
    let said = '';
    while (!this.stop.signal.aborted) {
      try {
        await this.connection.connected(this.stop.signal);
        await this.topology.apply();
        this.topologyState = { topology: 'applied' };
        return;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (error instanceof TopologyConflict) {
          this.topologyState = { topology: 'conflict', problem: message };
          this.log.error(message);
          return;
        }
        if (message !== said && !this.stop.signal.aborted)
          this.log.warn(`streams cannot be set up yet: ${message}`);
        said = message;
        await pause(backoff.take(), this.stop.signal);
      }
    }
  }
}
