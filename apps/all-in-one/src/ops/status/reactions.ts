import type { ReactionState } from './concerns';
import { table } from './table';

/** Reactions that have something before them, those furthest behind first; with `all`, idle ones, too. */
export function reactionLines(reactions: readonly ReactionState[], brokerAnswers: boolean, all: boolean): string[] {
  if (!brokerAnswers) return [`reactions  ${reactions.length}; what waits for them NATS alone knows`];
  const busy = reactions.filter(({ state }) => !state || state.pending > 0 || state.redelivered > 0);
  const shown = (all ? [...reactions] : busy).toSorted((one, other) => waiting(other) - waiting(one));
  const idle = reactions.length - busy.length;
  const left = all || idle === 0 ? [] : [`${shown.length === 0 ? `reactions  all ${idle}` : `${idle} more`} have nothing pending: --all names them`];
  const rows = shown.map(({ durable, state }) => [durable, ...(state ? [state.pending, state.unacked, state.redelivered].map(String) : ['?', '?', '?'])]);
  return [...(shown.length > 0 ? table(['reaction', 'pending', 'in hand', 'redelivered'], rows) : []), ...left];
}

/** What does not exist comes first. */
const waiting = ({ state }: ReactionState): number => state?.pending ?? Number.MAX_SAFE_INTEGER;
