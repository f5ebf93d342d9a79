import type { InvokeReaction, ReactionSpec } from '@property-office/messaging';
import type { Database } from '@property-office/persistence';
import type { Apply } from './apply-events';
import { prune } from './prune';
import { ParkedReleaser } from './release-parked';
import { DeadLetterReplayer } from './replay-dead-letters';
import type { SettlerHooks } from './settler-hooks';

const everyMs = 1_000;
const pruneEveryMs = 3_600_000;
const firstPruneWithinMs = 600_000;

/**
 * Applies what is no longer in the stream: parked events whose turn has come, and dead letters somebody asked to replay
 * (at most 50 a second). Both live in PostgreSQL, so asking works whether or not the process runs.
 */
export class Sweeper {
  private readonly reactions = new Map<string, { spec: ReactionSpec; apply: Apply }>();
  private readonly parked: ParkedReleaser;
  private readonly deadLetters: DeadLetterReplayer;
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  /** Consumers whose turn it is. */
  private readonly busy = new Map<string, Promise<void>>();
  /** At random: the services of one machine start together. */
  private pruneAt = Date.now() + Math.random() * firstPruneWithinMs;

  constructor(
    private readonly database: Database,
    private readonly hooks: SettlerHooks,
  ) {
    const log = (line: string) => this.hooks.log.warn(line);
    this.parked = new ParkedReleaser(database, log, this.stopping.signal);
    this.deadLetters = new DeadLetterReplayer(database, log, this.stopping.signal);
  }

  register(spec: ReactionSpec, invoke: InvokeReaction): void {
    const apply: Apply = (event, tx) => this.hooks.inTrace(event, spec.durable, () => invoke(event, tx));
    this.reactions.set(spec.durable, { spec, apply });
  }

  start(): void {
    this.timer ??= setInterval(() => {
      this.looking ??= this.look()
        .catch((error: Error) => this.hooks.log.warn(`sweeper: ${error.message}`))
        .finally(() => (this.looking = undefined));
    }, everyMs);
  }

  /** Ends after the events in hand. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.looking;
    await Promise.all(this.busy.values());
  }

  /** One round. */
  async sweep(): Promise<void> {
    await this.look();
    await Promise.all(this.busy.values());
  }

  /** Begins what is due and not under way. What fails, or hangs, for one consumer must not keep the others from their turn. */
  private async look(): Promise<void> {
    await this.deadLetters.askAgain();
    const due = await this.database.query<{ consumer: string }>(
      `SELECT consumer FROM parked GROUP BY consumer UNION SELECT consumer FROM dead_letter WHERE state = 'replay'`,
    );
    for (const { consumer } of due) {
      const reaction = this.reactions.get(consumer);
      if (reaction) this.begin(consumer, () => this.sweepOne(reaction.spec, reaction.apply));
    }
    if (Date.now() >= this.pruneAt) {
      // First: one that fails has its next try in an hour, not in the next round.
      this.pruneAt = Date.now() + pruneEveryMs;
      this.begin('prune', () => prune(this.database, this.stopping.signal));
    }
  }

  private begin(name: string, work: () => Promise<void>): void {
    if (this.busy.has(name) || this.stopping.signal.aborted) return;
    const ended = work()
      .catch((error: Error) => this.hooks.log.warn(`sweeper: ${name}: ${error.message}`))
      .finally(() => this.busy.delete(name));
    this.busy.set(name, ended);
  }

  private async sweepOne(spec: ReactionSpec, apply: Apply): Promise<void> {
    await this.deadLetters.replay(spec, apply);
    await this.parked.release(spec, apply);
  }
}
