/** An act on another complaint, as it is told of this one: not before what happened to this one last (G2). */
export function notBefore<A extends { happenedAt: Date }>(act: A, { lastHappenedAt }: { lastHappenedAt: Date }): A {
  return act.happenedAt < lastHappenedAt ? { ...act, happenedAt: lastHappenedAt } : act;
}

/** When the last act on a thing happened. What a clock says is no act that others follow: one that happened before may still be entered (G2). */
export function lastActAfter(said: string, happenedAt: Date, before: Date): Date {
  const byClock = said === 'escalated' || said === 'shown-on-time';
  return !byClock && happenedAt > before ? happenedAt : before;
}
