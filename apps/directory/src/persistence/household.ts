import type { OperationKey } from '@property-office/access';
import type { Actor, Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { actorOf } from '../acting/actor-of';
import { sees, sightOf } from '../acting/sight';
import { directoryErrors } from '../domain/errors';
import { ownerSince } from './owners';
import { Place } from './place.entity';
import { lockHome } from './places';
import { Tie } from './tie.entity';

/** A home whose people somebody changes, locked until COMMIT. */
export interface LockedHome {
  home: Place;
  actor: Actor;
  /** Since when they own it; undefined: they act for the office, or live there without owning it. */
  ownerSince: Date | undefined;
  byOffice: boolean;
}

/**
 * A home in sight of the office, or one the principal is tied to today. Locked before any of its people, so that two
 * changes of a household queue up.
 * @throws place-unknown (404)
 */
export async function lockHousehold(
  tx: Transaction,
  principal: Principal,
  operation: OperationKey,
  homeId: string,
): Promise<LockedHome> {
  await lockHome(tx, homeId);
  const home = await tx.manager.findOneBy(Place, { id: homeId, kind: 'home' });
  if (!home) throw directoryErrors.placeUnknown();
  if (sees(sightOf(principal, operation), home.siteId))
    return {
      home,
      actor: actorOf(principal, operation, home.siteId),
      ownerSince: undefined,
      byOffice: true,
    };
  if (!principal.homes.includes(homeId)) throw directoryErrors.placeUnknown();
  const since = await ownerSince(tx, principal, homeId);
  return {
    home,
    actor: { personId: principal.personId, role: 'resident' },
    ownerSince: since,
    byOffice: false,
  };
}

/**
 * A transaction that waited for another one sees the office's clock as it was when it began: what the other ended lies
 * ahead of it, by milliseconds.
 */
const justEndedMs = 5_000;

/** Ties to a home that last today or lie ahead, their people locked in one order; as they stand then. */
export async function lockTiesOfHome(tx: Transaction, homeId: string): Promise<Tie[]> {
  const until = new Date(tx.now.getTime() + justEndedMs);
  const lasting = () =>
    tx.manager
      .createQueryBuilder(Tie, 't')
      .where('t.home_id = :homeId AND (t.ends_at IS NULL OR t.ends_at > :until)', { homeId, until })
      .orderBy('t.from')
      .addOrderBy('t.id')
      .getMany();
  const people = [...new Set((await lasting()).map(({ personId }) => personId))];
  await tx.query('SELECT 1 FROM person WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [people]);
  return (await lasting()).filter(({ personId }) => people.includes(personId));
}
