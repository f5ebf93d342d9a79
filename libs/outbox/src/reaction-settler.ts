import { parseEvent, UnknownEventType, type WireEvent } from '@property-office/contracts';
import type {
  Delivery,
  InvokeReaction,
  Outcome,
  ReactionSettler,
  ReactionSpec,
} from '@property-office/messaging';
import { isInfrastructureError, type Transaction } from '@property-office/persistence';
import { applyEvents, type Apply } from './apply-events';
import { Attempts, maxAttempts, type AttemptResult } from './attempts';
import { bury, classOf, type DeadLetterClass } from './dead-letters';
import { faultPoint } from './fault-points';
import { identify } from './identify';
import type { DatabaseUse } from './in-turns';
import { isAway, isShortOfRoom } from './is-outage';
import type { SettlerHooks } from './settler-hooks';
import type { Sweeper } from './sweeper';
import { UnknownEvents } from './unknown-events';

const ack: Outcome = { kind: 'ack' };
const down: Outcome = { kind: 'down' };
const longestDelayMs = 5_000;

/** The steps of a reaction (events.md, Read side): decode → inbox → order → work → COMMIT → ack, attempts counted. */
export class OutboxReactionSettler implements ReactionSettler {
  readonly service: string;
  private readonly attempts: Attempts;
  private readonly unknown: UnknownEvents;

  constructor(
    private readonly database: DatabaseUse,
    private readonly hooks: SettlerHooks,
    private readonly sweeper: Sweeper,
  ) {
    this.service = database.service;
    this.attempts = new Attempts(database);
    this.unknown = new UnknownEvents(database, (line) => this.hooks.log.warn(line));
  }

  register(reaction: ReactionSpec, invoke: InvokeReaction): void {
    this.sweeper.register(reaction, invoke);
  }

  async probe(): Promise<void> {
    await this.database.query('SELECT 1');
  }

  async settle(
    reaction: ReactionSpec,
    deliveries: readonly Delivery[],
    invoke: InvokeReaction,
  ): Promise<Outcome[]> {
    if (deliveries.length > 1) {
      try {
        await this.together(reaction, deliveries, invoke);
        await faultPoint('consumer.afterCommitBeforeAck');
        return deliveries.map(() => ack);
      } catch (error) {
        if (isInfrastructureError(error)) return deliveries.map(() => down);
        // One of them is at fault: each gets a transaction of its own, so that the others are not held up by it.
      }
    }
    const outcomes: Outcome[] = [];
    for (const delivery of deliveries) {
      const away = outcomes.at(-1) === down;
      outcomes.push(away ? down : await this.alone(reaction, delivery, invoke));
    }
    return outcomes;
  }

  private async together(
    reaction: ReactionSpec,
    deliveries: readonly Delivery[],
    invoke: InvokeReaction,
  ): Promise<void> {
    const events = deliveries.map((delivery) => parseEvent(delivery.bytes));
    const byId = new Map(events.map((event, i) => [event.id, deliveries[i]!]));
    await this.database.transaction(async (tx) => {
      const apply = this.traced(reaction, invoke, (event) => byId.get(event.id));
      this.tellAbsorbed(tx, reaction, await applyEvents(tx, reaction, events, apply));
      await faultPoint('consumer.beforeCommit');
    });
  }

  private async alone(reaction: ReactionSpec, delivery: Delivery, invoke: InvokeReaction): Promise<Outcome> {
    let event: WireEvent;
    try {
      event = parseEvent(delivery.bytes);
    } catch (error) {
      return this.unreadable(reaction, delivery, error);
    }
    const result = await this.attempt(reaction, delivery, event, invoke);
    if (result.kind === 'down') {
      // Of a database that is away the probe says why; one that is full, or answers nothing but a probe, says it here alone.
      if (isAway(result.error) || isShortOfRoom(result.error)) this.hooks.log.warn(`${reaction.durable}: event ${event.id} (${event.type}) waits: ${reasonOf(result.error)}`);
      return down;
    }
    if (result.kind === 'done') {
      await faultPoint('consumer.afterCommitBeforeAck');
      return ack;
    }
    const { attempt, exhausted, error } = result;
    this.hooks.log.warn(
      `${reaction.durable}: attempt ${attempt} of ${maxAttempts} for event ${event.id} (${event.type}) failed: ${textOf(error)}`,
    );
    if (exhausted) return this.deadLetter(reaction, delivery, classOf(error), error, attempt);
    return { kind: 'retry', delayMs: delayAfter(attempt) };
  }

  private async attempt(
    reaction: ReactionSpec,
    delivery: Delivery,
    event: WireEvent,
    invoke: InvokeReaction,
  ): Promise<AttemptResult> {
    const consumer = reaction.durable;
    const redelivered = delivery.deliveryCount > 1;
    const work = () =>
      this.database.transaction(async (tx) => {
        const apply = this.traced(reaction, invoke, () => delivery);
        this.tellAbsorbed(tx, reaction, await applyEvents(tx, reaction, [event], apply));
        if (redelivered) Attempts.forget(tx, consumer, event.id);
        await faultPoint('consumer.beforeCommit');
      });
    if (!redelivered) return this.attempts.first(consumer, event.id, work);
    try {
      if (await this.received(consumer, event.id)) return { kind: 'done' };
    } catch (error) {
      if (isInfrastructureError(error)) return { kind: 'down' };
      throw error;
    }
    return this.attempts.counted(consumer, event.id, 2, work);
  }

  private tellAbsorbed(tx: Transaction, { durable }: ReactionSpec, events: number): void {
    if (events > 0) tx.afterCommit(() => this.hooks.absorbed?.(durable, events));
  }

  /** Bytes that are no event, or none known here. It may be decided already: discarded, or applied by a newer version. */
  private async unreadable(reaction: ReactionSpec, delivery: Delivery, error: unknown): Promise<Outcome> {
    const { eventId } = identify(delivery.bytes, delivery.headers);
    try {
      if (await this.received(reaction.durable, eventId)) return ack;
    } catch (failure) {
      if (isInfrastructureError(failure)) return down;
      throw failure;
    }
    const waiting =
      error instanceof UnknownEventType && (await this.unknown.wait(reaction.durable, eventId, error.message));
    return waiting || this.deadLetter(reaction, delivery, 'contract', error, 1);
  }

  private async deadLetter(
    reaction: ReactionSpec,
    { bytes: payload, headers }: Delivery,
    kind: DeadLetterClass,
    error: unknown,
    attempts: number,
  ): Promise<Outcome> {
    const consumer = reaction.durable;
    try {
      await bury(this.database, {
        consumer,
        strict: reaction.order === 'strict',
        class: kind,
        error,
        payload,
        headers,
        attempts,
      });
    } catch (failure) {
      if (isInfrastructureError(failure)) return down;
      throw failure;
    }
    this.hooks.log.error(`${consumer}: an event is kept as a dead letter (${kind}): ${textOf(error)}`);
    await faultPoint('deadLetter.afterInsertBeforeAck');
    return ack;
  }

  private async received(consumer: string, eventId: string): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM inbox WHERE consumer = $1 AND event_id = $2', [
      consumer,
      eventId,
    ]);
    return rows.length > 0;
  }

  private traced({ durable }: ReactionSpec, invoke: InvokeReaction, deliveryOf: (event: WireEvent) => Delivery | undefined): Apply {
    return (event, tx, together) =>
      this.hooks.inTrace(event, durable, () => invoke(event, tx, deliveryOf(event), together));
  }
}

/** With jitter: what failed together must not come back together. */
function delayAfter(attempt: number): number {
  return Math.round(Math.min(100 * 2 ** (attempt - 1), longestDelayMs) * (0.75 + Math.random() / 4));
}

function reasonOf({ message, cause }: Error): string {
  return cause instanceof Error ? cause.message : message;
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
