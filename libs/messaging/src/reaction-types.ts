import type { EventType, WireEvent } from '@property-office/contracts';
import type { DurableStart, ReactionPast } from './durable-start';

/** How a reaction treats the order of one aggregate's events (events.md, read side). */
export type ReactionOrder = 'any' | 'latest' | 'strict';

/** Whether the ledger may be replayed into a reaction; what has effects outside PostgreSQL is always `skip`. */
export type ReactionReplay = 'rebuild' | 'skip';

/** Every event of one producer: `tickets.*`. */
export type ProducerWildcard = `${ProducerOf<EventType>}.*`;
export type ProducerOf<T extends string> = T extends `${infer P}.${string}` ? P : never;

/** One reaction, resolved and checked from its decorator; the same object for the life of the process. */
export interface ReactionSpec {
  /** `<service>__<reaction>_v<n>`: name of the durable consumer, of the inbox's consumer column, and Nest's pattern. */
  readonly durable: string;
  readonly service: string;
  readonly producer: string;
  readonly stream: string;
  /** Subjects the durable listens to: its events, and its own private replay subject. */
  readonly filterSubjects: readonly string[];
  /** Event types as declared; a wildcard stays as written. */
  readonly events: readonly string[];
  readonly order: ReactionOrder;
  readonly replay: ReactionReplay;
  /** Most messages handed to one `settle` call. */
  readonly batch: number;
  /** Most `settle` calls at the same time in one process; above 1 only where `batch` is 1. */
  readonly concurrency: number;
}

/** One message as it came from the stream. */
export interface Delivery {
  readonly bytes: Uint8Array;
  /** 1 at the first delivery. Counted by the broker and reset with the stream: attempts are counted by the settler. */
  readonly deliveryCount: number;
  readonly streamSeq: number;
  readonly subject: string;
  /** Header names in lower case; of a repeated header the first value. */
  readonly headers: Readonly<Record<string, string>>;
}

export type Outcome =
  | { readonly kind: 'ack' }
  | { readonly kind: 'retry'; readonly delayMs: number }
  /** Infrastructure is away: the loop pauses until `probe()` succeeds. */
  | { readonly kind: 'down' };

/** What messaging needs to know of a transaction: nothing but the instant rules see. */
export interface TransactionLike {
  readonly now: Date;
}

export interface ReactionLog {
  debug(message: string): void;
  log(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Second argument of a handler (`@Ctx()`). `Tx` is the settler's transaction type, `Event` what is reacted to. */
export interface ReactionContext<
  Tx extends TransactionLike = TransactionLike,
  Event extends WireEvent = WireEvent,
> {
  readonly tx: Tx;
  /** `tx.now`: the only clock a handler may read. */
  readonly now: Date;
  readonly reaction: ReactionSpec;
  /**
   * The events that share this transaction, the handler's own among them, in the order they are handled: what each of
   * them needs can be read, and locked, at once.
   */
  readonly together: readonly Event[];
  /** W3C trace context of the request that caused the event. */
  readonly traceparent?: string;
  readonly log: ReactionLog;
}

/**
 * Runs the handler through Nest (guards, interceptors, filters) and rejects with the very error the handler threw.
 * `delivery` is left out for an event that no longer has one (a parked event released later).
 */
export type InvokeReaction = (
  event: WireEvent,
  tx: TransactionLike,
  delivery?: Delivery,
  together?: readonly WireEvent[],
) => Promise<void>;

/**
 * Settles deliveries for the reactions of one service: inbox, order, attempts, dead letters, transaction.
 *
 * The loop's promise: deliveries come in stream order; more than one only when all are first deliveries; a redelivered
 * one comes alone with nothing else of its loop in flight; for `strict` never two calls at once.
 * The settler's promise: one outcome per delivery, in the same order, given after COMMIT. A throw counts as `down`.
 */
export interface ReactionSettler {
  readonly service: string;
  /** Called once for each reaction of the service when the process starts, before its first delivery. */
  register(reaction: ReactionSpec, invoke: InvokeReaction): void;
  /** Called before a loop begins: decides, once for ever, where the reaction's durable starts. Left out: at the beginning. */
  born?(reaction: ReactionSpec, past: ReactionPast): Promise<DurableStart>;
  settle(reaction: ReactionSpec, deliveries: readonly Delivery[], invoke: InvokeReaction): Promise<Outcome[]>;
  /** Resolves when the infrastructure `settle` needs answers again, rejects while it does not. */
  probe(): Promise<void>;
}
