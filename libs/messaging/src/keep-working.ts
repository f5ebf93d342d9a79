import { ackWaitMs } from './durable-definition';
import type { PulledMessage } from './pulled-message';

/** A handler that never comes back must not keep its messages from the other replicas for ever. */
const longestMs = 2 * 60_000;

/**
 * Tells the broker every third of `ack_wait` that the messages are still being worked on, until the returned function is
 * called. After two minutes it stops doing so and calls `onTooLong`: the broker then delivers them elsewhere.
 */
export function keepWorking(messages: readonly PulledMessage[], onTooLong: () => void): () => void {
  const begun = Date.now();
  const timer = setInterval(() => {
    if (Date.now() - begun < longestMs) return messages.forEach((message) => message.working());
    clearInterval(timer);
    onTooLong();
  }, ackWaitMs / 3);
  return () => clearInterval(timer);
}
