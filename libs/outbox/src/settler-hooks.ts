import type { WireEvent } from '@property-office/contracts';

export interface SettlerLog {
  warn(message: string): void;
  error(message: string): void;
}

export interface SettlerHooks {
  log: SettlerLog;
  /** Runs `work`, what a reaction does with an event, in the trace context of the request that caused the event. */
  inTrace: <T>(event: Pick<WireEvent, 'type' | 'traceparent'>, durable: string, work: () => Promise<T>) => Promise<T>;
  /** Told how many events a reaction was given that it had received before. */
  absorbed?: (durable: string, events: number) => void;
}
