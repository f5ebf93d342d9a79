import type { EventData } from '@property-office/contracts';

type Escalated = EventData<'reception.contact-escalated.v1'>;

/** A promise whose time has passed (G4), and one of its levels. */
export type LatePromise = Omit<EventData<'reception.contact-shown-on-time.v1'>, 'number' | 'dueAt'> & { dueAt: Date };

/** A level of escalation that was reached (G5), and who was told. */
export type ReachedLevel = LatePromise & Pick<Escalated, 'to' | 'outcome' | 'reached' | 'told'>;

/** As it stands in an event. */
export function levelData<L extends LatePromise>({ dueAt, ...level }: L) {
  return { ...level, dueAt: dueAt.toISOString() };
}

/** What an event says of it: the number of its clock is nobody's business. */
export function latePromise({ deadlineId, promise, class: name, dueAt, level }: LatePromise): LatePromise {
  return { deadlineId, promise, class: name, dueAt, level };
}

export function reachedLevel(reached: ReachedLevel): ReachedLevel {
  const { to, outcome, told } = reached;
  return { ...latePromise(reached), to, outcome, reached: reached.reached, told };
}
