import { Backoff } from './backoff';
import type { NatsConnectionProvider } from './connection';
import { ConsumeLoop, type LoopParts } from './consume-loop';
import type { LoopState } from './metrics';
import { pause } from './pause';
import { pull } from './pull';
import type { Topology } from './topology';

/**
 * Keeps one reaction's loop going for ever: whatever ends it (durable or stream deleted, heartbeats missed, broker lost),
 * it makes what is missing and begins again, first after 250 ms, then up to 5 s. Each change of state is said once.
 */
export class LoopSupervisor {
  private current: LoopState = 'starting';
  private lastReason = '';
  private readonly loop: ConsumeLoop;
  private readonly backoff = new Backoff();

  constructor(
    private readonly parts: Omit<LoopParts, 'enter'>,
    private readonly connection: NatsConnectionProvider,
    private readonly topology: Topology,
  ) {
    this.loop = new ConsumeLoop({ ...parts, enter: (state, reason) => this.enter(state, reason) });
  }

  get durable(): string {
    return this.parts.reaction.durable;
  }

  get state(): LoopState {
    return this.current;
  }

  /** Resolves when stopped and nothing is in flight any more; never rejects. */
  async run(): Promise<void> {
    const { stop } = this.parts;
    while (!stop.aborted) {
      try {
        await this.once();
      } catch (error) {
        if (stop.aborted) break;
        this.enter('waiting', error instanceof Error ? error.message : String(error));
        await pause(this.backoff.take(), stop);
      }
    }
    this.enter('stopped');
  }

  private async once(): Promise<void> {
    const { reaction, settler, stop } = this.parts;
    const session = await this.connection.connected(stop);
    await this.topology.ensureStream(reaction.stream);
    const start = await settler.born?.(reaction, this.topology.pastOf(reaction));
    await this.topology.applyDurable(reaction, start);
    this.enter('running');
    await this.loop.run(async (most) => {
      const messages = await pull(session, reaction.stream, reaction.durable, most, stop);
      this.backoff.reset();
      return messages;
    });
  }

  private enter(state: LoopState, reason = ''): void {
    if (state === this.current && reason === this.lastReason) return;
    const { reaction, log, metrics } = this.parts;
    const text = `${reaction.durable} is ${state}${reason ? `: ${reason}` : ''}`;
    const inTrouble = (each: LoopState) => each === 'waiting' || each === 'paused';
    if (inTrouble(state)) log.warn(text);
    else if (inTrouble(this.current)) log.log(text);
    else log.debug(text); // Some hundred at each start and stop.
    if (state !== this.current) metrics.loopState?.(reaction, state);
    this.current = state;
    this.lastReason = reason;
  }
}
