/** What a complainant says to the result; *no answer*: they were not reached, or said nothing. */
export const answerKinds = ['accepted', 'disputed', 'no-answer'] as const;
export type AnswerKind = (typeof answerKinds)[number];

const day = 24 * 3_600_000;
/** Nobody answering is not accepting: it counts so long after they could know the result at the earliest. */
const patience = 3 * day;

/** One of those who complain in a case whose result is told. */
export interface Answering {
  id: string;
  /** By which they are told the result; of the others somebody has to say that they were not reached. */
  hasAccount: boolean;
  /** From when on, where that is known: of what was told before they read only then. */
  readsSince: Date | null;
  /** Whoever came later has had less time. */
  joinedAt: Date;
  /** What they said last in this round. */
  answer: AnswerKind | null;
}

/** From when on "no answer" may be recorded of somebody. */
export function givenUpFrom({ joinedAt, readsSince }: Pick<Answering, 'joinedAt' | 'readsSince'>, feedbackAt: Date): Date {
  return new Date(Math.max(feedbackAt.getTime(), joinedAt.getTime(), readsSince?.getTime() ?? 0) + patience);
}

/**
 * For whom a case waits (W2.3): each of its complainants answers for themselves, and for nobody else. Whoever has an account and said nothing in the
 * time they had is waited for no longer once somebody has answered, be it before that time was over or after it.
 */
export function waitedFor(complainants: readonly Answering[], feedbackAt: Date, now: Date): Answering[] {
  return complainants.filter((each) => each.answer === null && !(each.hasAccount && givenUpFrom(each, feedbackAt) <= now));
}

/** When the time of all who are still waited for is over, where that ends by itself: null where one of them has no account, or nobody is. */
export function silentUntil(complainants: readonly Answering[], feedbackAt: Date, now: Date): Date | null {
  const waited = waitedFor(complainants, feedbackAt, now);
  if (waited.length === 0 || waited.some((each) => !each.hasAccount)) return null;
  return new Date(Math.max(...waited.map((each) => givenUpFrom(each, feedbackAt).getTime())));
}

/** What the answers of all make of a case: one who dissents from the final decision is one who is not satisfied; whoever said nothing accepts nothing. */
export function answerOfAll(answers: ReadonlyArray<AnswerKind | null>): 'accepted' | 'no-answer' | 'dissent' {
  if (answers.includes('disputed')) return 'dissent';
  return answers.includes('accepted') ? 'accepted' : 'no-answer';
}

/**
 * How a case that is over ended for one of its complainants: of several each reads their own answer, and not what the others said.
 * @param said by them in its last round
 */
export function answerTo(together: string | null, said: AnswerKind | undefined, alone: boolean): string | null {
  if (together === null || alone) return together;
  return said === 'disputed' ? 'dissent' : (said ?? null);
}
