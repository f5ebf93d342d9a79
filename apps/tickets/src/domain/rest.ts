import type { ClockStep } from './clock-step';
import { afterFact, type RepairFact, type RepairState } from './repair-states';

/** A fact of the episode that came too late, because its request was merged or cancelled then. */
export interface HeardAtRest {
  fact: RepairFact;
  at: Date;
  /** Undefined where it leaves the clocks alone, and in what was recorded before it was told. */
  step: ClockStep | undefined;
}

/** Where a request stands that rested for nothing: what happened meanwhile has happened. @param from where it stood before */
export function stateAfterRest(from: RepairState, heard: readonly HeardAtRest[]): RepairState {
  return heard.reduce((state, { fact }) => afterFact(state, fact) ?? state, from);
}
