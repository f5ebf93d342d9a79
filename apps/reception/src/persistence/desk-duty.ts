import type { Role } from '@property-office/contracts';
import { onDuty, readStanding, standingIn, type Standing } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';

/** Who answers for what nobody at the desk has taken, the first of them first (G5). */
const inTurn: readonly Role[] = ['desk-lead', 'duty-officer', 'director', 'desk'];

/**
 * The one person of a site who answers for what comes in while nobody has taken it: whom the duty plan has at the desk, or else
 * the first in turn, each by a deputy where they have one. Where all of them are away it is one of them all the same: an
 * enquiry without an owner would be lost, one with an owner who is away is escalated.
 * @param writerId works here as well, perhaps: nobody answers their own enquiry while there is anybody else
 */
export async function deskDuty(tx: Transaction, siteId: string, writerId: string): Promise<string | undefined> {
  const standing = await readStanding(tx, siteId);
  const planned = standing.duties.filter(({ role }) => role === 'desk').map(({ personId }) => personId);
  const asked = [standingIn(standing, planned, tx.now), ...inTurn.map((role) => onDuty(standing, role, tx.now))];
  const there = asked.map((people) => people.map(({ personId }) => personId));
  const away = inTurn.map((role) => holding(standing, role));
  const first = (without: (id: string) => boolean) =>
    [...there, ...away].map((people) => people.filter((id) => !standing.gone.has(id) && !without(id)).toSorted()[0]).find((id) => id !== undefined);
  return first((id) => id === writerId) ?? first(() => false);
}

function holding({ roles }: Standing, role: Role): string[] {
  return roles.filter((each) => each.role === role).map(({ personId }) => personId);
}
