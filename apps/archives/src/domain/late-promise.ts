import type { EventData } from '@property-office/contracts';

type Escalated = EventData<'archives.loan-escalated.v1'>;

/** A promise whose time has passed (G4), and one of its levels. */
export type LatePromise = Pick<Escalated, 'deadlineId' | 'promise' | 'class' | 'level'> & { dueAt: Date };

/** A level of escalation that was reached (G5), and who was told. */
export type ReachedLevel = LatePromise & Pick<Escalated, 'to' | 'outcome' | 'reached' | 'told'>;

/** What an event says of it: the number of its clock is nobody's business. */
export function latePromise({ deadlineId, promise, class: name, dueAt, level }: LatePromise) {
  return { deadlineId, promise, class: name, dueAt: dueAt.toISOString(), level };
}

export function reachedLevel(level: ReachedLevel) {
  const { to, outcome, reached, told } = level;
  return { ...latePromise(level), to, outcome, reached, told };
}
