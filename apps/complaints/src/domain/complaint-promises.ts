import type { Role } from '@property-office/contracts';
import type { ComplaintEvent } from './complaint-event';
import type { ComplaintState } from './complaint-states';

/** What is promised about a round of every complaint (Q1). The first try of its follow-up is promised by followups. */
export const ordinaryPromises = ['answer', 'first-contact', 'reply', 'solved'] as const;
/** What is promised about a major one besides: whoever complained keeps what they were promised before it was one (R1.4). */
export const majorPromises = ['taken-by-director', 'first-result'] as const;
export type ComplaintPromise = (typeof ordinaryPromises)[number] | (typeof majorPromises)[number];

/** Promises by the class whose targets and plans they follow. */
interface OfClass {
  class: 'complaint' | 'major-complaint';
  promises: readonly ComplaintPromise[];
}

/** What a round promises. Whoever disputes has been spoken to, so that there is no first contact any more. */
export function promisesOfRound(round: number): OfClass {
  return { class: 'complaint', promises: ordinaryPromises.filter((each) => round === 1 || each !== 'first-contact') };
}

/** What a major one promises from when it is one: no first result where it was decided before. */
export function promisesOfMajor(state: ComplaintState): OfClass {
  const undecided: readonly ComplaintState[] = ['recorded', 'acknowledged', 'verifying', 'disputed'];
  return { class: 'major-complaint', promises: majorPromises.filter((each) => each !== 'first-result' || undecided.includes(state)) };
}

const replied: readonly ComplaintPromise[] = ['answer', 'first-contact', 'reply', 'first-result'];

/**
 * Which promises are kept by it. *Answer*: a person has taken it or was named by another; whom the rules chose has not
 * answered. *First contact*: the complainant was told that it is being dealt with. *Reply*: they know what we decided, with
 * apology and date or with an explanation. *First result*: it is decided. *Solved*: they have heard the result, so that
 * none lies on our table.
 */
const keptBy = {
  recorded: [],
  'made-major': [],
  assigned: ['answer'],
  acknowledged: ['answer', 'first-contact'],
  verified: ['answer'],
  decided: ['answer', 'first-result'],
  'handling-begun': replied,
  explained: replied,
  'task-added': replied,
  'repair-linked': replied,
  'result-recorded': replied,
  'feedback-given': [...replied, 'solved'],
} as const satisfies Partial<Record<ComplaintEvent['kind'], readonly ComplaintPromise[]>>;
export type PromiseMove = keyof typeof keptBy;

/** Who keeps the promise that the director takes a major one: about the director it is the company (R1.4). */
const directors: ReadonlySet<Role | 'system'> = new Set<Role>(['director', 'company']);

export function keptByMove(move: PromiseMove, role: Role | 'system'): readonly ComplaintPromise[] {
  return directors.has(role) ? [...keptBy[move], 'taken-by-director'] : keptBy[move];
}
