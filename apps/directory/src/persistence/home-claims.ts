import type { OperationKey } from '@property-office/access';
import type { Actor, Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { assertFresh, type CommandContext } from '@property-office/service-kit';
import { actorOf } from '../acting/actor-of';
import { sees, sightOf } from '../acting/sight';
import { directoryErrors } from '../domain/errors';
import { afterMove, refusedMove, type ClaimMove, type ClaimState } from '../domain/home-claim-states';
import { HomeClaim } from './home-claim.entity';
import { ownerSince } from './owners';
import { lockHome } from './places';

/** A claim locked until COMMIT, with the claimant and the home; and who decides on it, as what. */
export interface LockedClaim {
  claim: HomeClaim;
  actor: Actor;
  /** Decides as the owner of the home, not as the office. */
  asOwner: boolean;
  next: ClaimState;
}

/**
 * A claim somebody decides on: the office of its site, or an owner of the home it names. Home, claimant, claim are
 * locked in this order, as whoever changes a household locks them.
 * @param homeId the home the office chose
 * @throws claim-unknown (404), own-claim, owners-by-office (403), claim-move-illegal (409), stale (412)
 */
export async function lockClaim(
  tx: Transaction,
  command: Pick<CommandContext, 'principal' | 'ifMatch'>,
  operation: OperationKey,
  id: string,
  move: ClaimMove,
  homeId?: string,
): Promise<LockedClaim> {
  const { principal } = command;
  const known = await tx.manager.findOneBy(HomeClaim, { id });
  if (!known) throw directoryErrors.claimUnknown();
  const byOffice = sees(sightOf(principal, operation), known.siteId);
  const home = (byOffice ? homeId : undefined) ?? known.homeId;
  if (home) await lockHome(tx, home);
  const asOwner = !byOffice && known.homeId !== null && (await decides(tx, principal, known));
  if (!byOffice && !asOwner) throw directoryErrors.claimUnknown();
  await tx.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [known.personId]);
  const claim = await tx.manager.findOneOrFail(HomeClaim, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  if (claim.personId === principal.personId) throw directoryErrors.ownClaim();
  if (asOwner && claim.kind === 'owner') throw directoryErrors.ownersByOffice();
  const next = nextState(command, claim, move);
  const actor: Actor = asOwner
    ? { personId: principal.personId, role: 'resident' }
    : actorOf(principal, operation, claim.siteId);
  return { claim, actor, asOwner, next };
}

/** Where a move leads. @throws stale (412), claim-move-illegal (409) naming the legal ones */
export function nextState(
  command: Pick<CommandContext, 'ifMatch'>,
  { version, state }: HomeClaim,
  move: ClaimMove,
): ClaimState {
  assertFresh(command, version);
  const next = afterMove(state, move);
  if (!next) throw directoryErrors.claimMoveIllegal(refusedMove(state, move));
  return next;
}

/** An owner hears of claims of their own time only: the next owner never sees earlier people (G7). */
async function decides(
  tx: Transaction,
  principal: Principal,
  { homeId, createdAt }: HomeClaim,
): Promise<boolean> {
  const since = await ownerSince(tx, principal, homeId!);
  return since !== undefined && since <= createdAt;
}
