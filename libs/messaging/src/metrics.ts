import type { Outcome, ReactionSpec } from './reaction-types';

/**
 * - `starting`: not yet at work for the first time, e.g. the broker is away.
 * - `running`: pulling and settling.
 * - `paused`: the settler's infrastructure is away; the probe decides when it goes on.
 * - `waiting`: the loop ended (durable or stream gone, broker lost) and is being restarted.
 * - `stopped`: asked to.
 */
export type LoopState = 'starting' | 'running' | 'paused' | 'waiting' | 'stopped';

/** What the process may want to count. Called synchronously; must not throw. */
export interface MessagingMetrics {
  /** Messages that came in one pull, how many of them not for the first time, and how many are still to come. */
  pulled?(reaction: ReactionSpec, messages: number, redelivered: number, pending: number): void;
  /** One run of a handler. */
  handled?(reaction: ReactionSpec, seconds: number, ok: boolean): void;
  settled?(reaction: ReactionSpec, outcome: Outcome['kind']): void;
  loopState?(reaction: ReactionSpec, state: LoopState): void;
}

/** Backlog of one durable as the broker sees it. */
export interface DurableBacklog {
  readonly durable: string;
  /** Not delivered yet. */
  readonly pending: number;
  /** Delivered and not acked: in hand, or waiting out a nak's delay. */
  readonly unacked: number;
  /** Of those, delivered more than once. */
  readonly redelivered: number;
}
