import type { Role } from '@property-office/contracts';
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
