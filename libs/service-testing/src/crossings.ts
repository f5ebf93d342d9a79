import type { StateMachine } from '@property-office/kernel';

/** Two things that meet at an aggregate found in a state, in the order in which they are known there. */
export interface Crossing {
  from: string;
  order: readonly [string, string];
}

/**
 * Every pair that can meet at an aggregate, read off its state table, in both orders (events.md, Facts that cross): what
 * somebody does and what has happened elsewhere, and two things that have happened elsewhere. Without the moves that are
 * refused before and after the fact alike: they meet nothing.
 * @param facts what other services announce; a row of the table for none of them, such as a step of the service's own, is not
 *   crossed. One without any row is: it is too late in every state, or undone rather than moved.
 * @param passed states that are left in the transaction that enters them: nothing meets an aggregate there
 */
export function crossings(machine: StateMachine, { facts, passed = [] }: { facts: readonly string[]; passed?: readonly string[] }): Crossing[] {
  const leads = (rows: StateMachine['facts'], state: string, trigger: string): string[] =>
    rows.filter((row) => row.trigger === trigger && row.from.includes(state)).map(({ to }) => to);
  const moves = [...new Set(machine.moves.map(({ trigger }) => trigger))];
  return Object.keys(machine.states)
    .filter((state) => !passed.includes(state))
    .flatMap((from) =>
      facts.flatMap((fact, i) => {
        const possible = moves.filter((move) => [from, ...leads(machine.facts, from, fact)].some((state) => leads(machine.moves, state, move).length > 0));
        return [...possible, ...facts.slice(i + 1)].flatMap((other): Crossing[] => [
          { from, order: [fact, other] },
          { from, order: [other, fact] },
        ]);
      }),
    );
}
