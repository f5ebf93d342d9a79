import type { TieKind } from '@property-office/contracts';

interface Lasting {
  personId: string;
  kind: TieKind;
  addedBy: string | null;
}

/**
 * Whose ties end when somebody moves out (W2.6): their own; with an owner the family they added. A tenant stays until
 * the end date: a lease does not end with a sale.
 */
export function leaversOf<T extends Lasting>(ties: readonly T[], personId: string): T[] {
  const owner = ties.some((tie) => tie.personId === personId && tie.kind === 'owner');
  return ties.filter(
    (tie) => tie.personId === personId || (owner && tie.kind === 'family' && tie.addedBy === personId),
  );
}
