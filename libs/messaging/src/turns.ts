import type { PulledMessage } from './pulled-message';
import type { ReactionSpec } from './reaction-types';

/**
 * Splits what was pulled into turns, settled one after the other. First deliveries share a turn; a redelivered message
 * may be the one that kills its process, so it has a turn of its own (events.md: attempts are counted by us).
 *
 * Strict reactions keep stream order. The others take first deliveries first: they are done before a poisoned message
 * gets its turn.
 */
export function turnsOf(
  reaction: Pick<ReactionSpec, 'order'>,
  messages: readonly PulledMessage[],
): PulledMessage[][] {
  const rank = (message: PulledMessage) => (reaction.order !== 'strict' && message.redelivered ? 1 : 0);
  const inOrder = [...messages].sort(
    (one, other) => rank(one) - rank(other) || one.delivery.streamSeq - other.delivery.streamSeq,
  );
  const turns: PulledMessage[][] = [];
  for (const message of inOrder) {
    const last = turns.at(-1);
    if (!message.redelivered && last?.[0]?.redelivered === false) last.push(message);
    else turns.push([message]);
  }
  return turns;
}
