import type { Principal, Role } from '@property-office/contracts';
import { dispatchErrors } from './errors';

/**
 * A technician works on what is theirs, or nobody's in particular yet; whoever answers for the crew or the site may act
 * for them.
 * @throws somebodyElses (403)
 */
export function requireOwn(order: { technicianId: string | null }, actor: { personId: string; role: Role | 'system' }): void {
  if (actor.role !== 'technician' || order.technicianId === null || order.technicianId === actor.personId) return;
  throw dispatchErrors.somebodyElses();
}

/**
 * Who takes an order on is of the crew it is with now, or the technician it was given to by name.
 * @throws unknown (404)
 */
export function requireHands(order: { crewId: string | null; technicianId: string | null }, { personId, crews }: Pick<Principal, 'personId' | 'crews'>): void {
  if (order.technicianId === personId || (order.crewId !== null && crews.includes(order.crewId))) return;
  throw dispatchErrors.unknown();
}
