import type { ComplaintDecision } from '@property-office/contracts';
import type { ComplaintState } from './complaint-states';

/** What stands on a case; `pointerOf` says where a body tells it. */
export interface BranchFields {
  findings: string | null;
  decision: ComplaintDecision | null;
  apology: string | null;
  promisedAt: Date | null;
  explanation: string | null;
  helpGiven: string | null;
  unlawful: boolean;
  unlawfulStopped: string | null;
  unlawfulRecord: string | null;
  authority: string | null;
  reportedAt: Date | null;
  result: string | null;
  feedbackHow: string | null;
  feedbackWords: string | null;
  feedbackAt: Date | null;
  answer: string | null;
}
export type BranchField = keyof BranchFields;

/**
 * **The rule of the branches (W2.3): a complaint that is ours needs an apology and a date**, and what each other decision
 * needs. Here and nowhere else: forms, refusals and the constraint of the table follow it, and specs hold them to it.
 */
export const needsOfDecision: Readonly<Record<ComplaintDecision, readonly BranchField[]>> = {
  ours: ['apology', 'promisedAt'],
  'partly-ours': ['apology', 'promisedAt', 'explanation'],
  'not-ours': ['explanation', 'helpGiven'],
  unfounded: ['explanation'],
};

/** Something unlawful is stopped, recorded and reported to the authority (W2.3). */
export const needsOfUnlawful: readonly BranchField[] = ['unlawfulStopped', 'unlawfulRecord', 'authority', 'reportedAt'];

const toldIn: Partial<Record<BranchField, string>> = {
  unlawfulStopped: 'unlawful/stopped',
  unlawfulRecord: 'unlawful/record',
  authority: 'unlawful/authority',
  reportedAt: 'unlawful/reportedAt',
};

/** Where in the body of an act it is told: by its own name, unless it is of what is unlawful. */
export const pointerOf = (field: BranchField): string => `/${toldIn[field] ?? field}`;

export const isOurs = (decision: ComplaintDecision | null): boolean => decision === 'ours' || decision === 'partly-ours';

/** States that lie behind the branch: whoever is in one has gone through it. */
export const behindTheBranch: readonly ComplaintState[] = ['handling', 'awaiting-feedback', 'closed'];

/** Every field that a case must have to be in a state. */
export function needsOf(state: ComplaintState, fields: Pick<BranchFields, 'decision' | 'unlawful'>): BranchField[] {
  const { decision } = fields;
  const needs: BranchField[] = [];
  if (state === 'decided' || behindTheBranch.includes(state)) needs.push('findings', 'decision');
  if (behindTheBranch.includes(state) && decision) {
    needs.push(...needsOfDecision[decision]);
    if (fields.unlawful) needs.push(...needsOfUnlawful);
    if (isOurs(decision) && state !== 'handling') needs.push('result');
  }
  if (state === 'closed') needs.push('feedbackHow', 'feedbackWords', 'feedbackAt', 'answer');
  return needs;
}

/** What is still missing for a case to be in a state; empty: nothing. */
export function missingFor(state: ComplaintState, fields: BranchFields): BranchField[] {
  return needsOf(state, fields).filter((name) => fields[name] === null);
}
