import type { Localized } from '@property-office/kernel';

/** As `PromiseView` of libs/deadlines has it. */
interface Promised {
  promise: string;
  state: string;
  dueAt: string | null;
  words: Localized | null;
}

interface Case {
  /** Nothing is to be done about it any more. Words have no state of their own: they would be promised for ever. */
  isOver: boolean;
  promises: readonly Promised[];
}

/** By when a receipt says it will be: the first of `names` that is promised for a date; where none is, the first in words. */
export function byWhen({ isOver, promises }: Case, ...names: readonly string[]): Date | Localized | null {
  if (isOver) return null;
  const first = (...states: readonly string[]) =>
    names.flatMap((name) => promises.filter(({ promise, state }) => promise === name && states.includes(state)))[0];
  const dueAt = first('running', 'paused')?.dueAt;
  return dueAt ? new Date(dueAt) : (first('in-words')?.words ?? null);
}
