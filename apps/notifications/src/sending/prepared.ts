import type { Outcome } from '@property-office/channels';
import type { Channel } from '../domain/channels';
import type { AttemptResult, LeasedDelivery, Settled } from '../persistence/deliveries';

/** What is to be done with a delivery that somebody has in hand. */
export type Prepared =
  | { do: 'send'; send: () => Promise<Outcome>; lane: string; paceMs?: number }
  /** It is quiet until then. Not an attempt. */
  | { do: 'wait'; until: Date }
  /** What it needs cannot be read at the moment. Not an attempt. */
  | { do: 'later'; afterMs: number }
  | { do: 'withdraw' };

/** How one channel is served. Lanes run side by side, what is in one lane one after the other. */
export interface ChannelWork {
  channel: Channel;
  /** Outside of any transaction; one answer for each, in order. Throws where one of them cannot be prepared. */
  prepare(deliveries: readonly LeasedDelivery[]): Promise<Prepared[]>;
  /** Instead of plainly settling it. */
  settle?(delivery: LeasedDelivery, result: AttemptResult, settled: Settled): Promise<void>;
}

/** Known before anything is sent. */
export function known(delivery: LeasedDelivery, outcome: Outcome): Prepared {
  return { do: 'send', send: () => Promise.resolve(outcome), lane: delivery.id };
}
