import { isSomebodyElse } from '@property-office/access';
import type { Role } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act, CommandContext } from '@property-office/service-kit';
import { stocktakeErrors } from '../domain/errors';
import { differencesOf, isUndecided, type Difference } from '../persistence/differences';
import type { Stocktake } from '../persistence/stocktake.entity';

/**
 * The explanations that somebody decides on: all that wait for it and are theirs to see, unless they name some. By another person than who
 * explained them, and for another (G1).
 * @throws differenceUnknown (404), nothingToApprove (409), explainedByYou (403)
 */
export async function undecided(tx: Transaction, { principal }: CommandContext, act: Act, stocktake: Stocktake, named?: readonly string[]): Promise<Difference[]> {
  const visible = await differencesOf(tx, principal, stocktake);
  if (named?.some((each) => !visible.some(({ id }) => id === each))) throw stocktakeErrors.differenceUnknown();
  const chosen = visible.filter((difference) => named?.includes(difference.id) ?? isUndecided(difference));
  if (chosen.length === 0 || !chosen.every(isUndecided)) throw stocktakeErrors.nothingToApprove();
  for (const { explainedBy, explainedFor, explainedAs } of chosen) {
    const explainer = { personId: explainedBy!, role: explainedAs as Role, ...(explainedFor !== null && { forPersonId: explainedFor }) };
    if (!isSomebodyElse(act.actor, explainer)) throw stocktakeErrors.explainedByYou();
  }
  return chosen;
}
