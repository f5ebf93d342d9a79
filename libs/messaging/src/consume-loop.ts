import { Backoff } from './backoff';
import { keepWorking } from './keep-working';
import type { LoopState, MessagingMetrics } from './metrics';
import { pause } from './pause';
import type { PulledMessage } from './pulled-message';
import { prefetchOf } from './reaction-spec';
import type { InvokeReaction, Outcome, ReactionLog, ReactionSettler, ReactionSpec } from './reaction-types';
import { turnsOf } from './turns';

/** Delay before the broker offers again what could not be settled because infrastructure is away. */
const downDelayMs = 1_000;
/** Delay for messages handed back unstarted: another replica should have them at once. */
const unstartedDelayMs = 100;
/** The server refuses a pull while others wait for the same few messages; do not ask again in a tight loop. */
const shortestEmptyPullMs = 50;

export interface LoopParts {
  readonly reaction: ReactionSpec;
  readonly settler: ReactionSettler;
  readonly invoke: InvokeReaction;
  readonly log: ReactionLog;
  readonly metrics: MessagingMetrics;
  /** Aborted when the process stops: nothing new is begun. */
  readonly stop: AbortSignal;
  readonly enter: (state: LoopState, reason?: string) => void;
}

/** Takes messages of one reaction and has them settled, turn by turn; never holds more than one prefetch. */
export class ConsumeLoop {
  private readonly downs = new Backoff();

  constructor(private readonly parts: LoopParts) {}

  /** Ends when stopped, with every message in hand settled or given back; throws what `next` throws. */
  async run(next: (most: number) => Promise<PulledMessage[]>): Promise<void> {
    const { reaction, metrics, stop } = this.parts;
    while (!stop.aborted) {
      const asked = Date.now();
      const messages = await next(prefetchOf(reaction));
      const last = messages.at(-1);
      if (last) {
        metrics.pulled?.(
          reaction,
          messages.length,
          messages.filter((each) => each.redelivered).length,
          last.pending,
        );
        await this.settleAll(messages);
      } else if (Date.now() - asked < shortestEmptyPullMs) await pause(shortestEmptyPullMs * 2, stop);
    }
  }

  private async settleAll(messages: readonly PulledMessage[]): Promise<void> {
    const { reaction, log, stop } = this.parts;
    const release = keepWorking(messages, () =>
      log.error(`${reaction.durable}: a handler does not come back; its messages are left to other replicas`),
    );
    let down = false;
    try {
      for (const turn of turnsOf(reaction, messages)) {
        if (stop.aborted) turn.forEach((message) => message.nak(unstartedDelayMs));
        else if (down) turn.forEach((message) => message.nak(downDelayMs));
        else down = await this.settleTurn(turn);
      }
    } finally {
      release();
    }
    if (down) await this.pauseUntilProbed();
    else this.downs.reset();
  }

  /** @returns whether infrastructure is away. */
  private async settleTurn(turn: readonly PulledMessage[]): Promise<boolean> {
    const { batch } = this.parts.reaction;
    const calls: Promise<boolean>[] = [];
    for (let from = 0; from < turn.length; from += batch)
      calls.push(this.settle(turn.slice(from, from + batch)));
    return (await Promise.all(calls)).includes(true);
  }

  private async settle(messages: readonly PulledMessage[]): Promise<boolean> {
    const { reaction, metrics } = this.parts;
    const outcomes = await this.outcomesOf(messages);
    messages.forEach((message, index) => {
      const outcome = outcomes[index] ?? { kind: 'down' };
      metrics.settled?.(reaction, outcome.kind);
      if (outcome.kind === 'ack') message.ack();
      else message.nak(outcome.kind === 'retry' ? outcome.delayMs : downDelayMs);
    });
    return messages.some((_, index) => (outcomes[index]?.kind ?? 'down') === 'down');
  }

  private async outcomesOf(messages: readonly PulledMessage[]): Promise<Outcome[]> {
    const { reaction, settler, invoke, log } = this.parts;
    try {
      return await settler.settle(
        reaction,
        messages.map(({ delivery }) => delivery),
        invoke,
      );
    } catch (error) {
      log.error(
        `${reaction.durable}: settling failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      return [];
    }
  }

  /** The first wait comes before the first probe: a settler that says down while its probe succeeds must not spin. */
  private async pauseUntilProbed(): Promise<void> {
    const { settler, stop, enter } = this.parts;
    enter('paused', 'infrastructure is away');
    while (!stop.aborted) {
      await pause(this.downs.take(), stop);
      try {
        await settler.probe();
        break;
      } catch (error) {
        enter('paused', error instanceof Error ? error.message : String(error));
      }
    }
    if (!stop.aborted) enter('running');
  }
}
