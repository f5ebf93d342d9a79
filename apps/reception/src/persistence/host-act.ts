import type { Act } from '@property-office/service-kit';
import { receptionErrors } from '../domain/errors';
import type { Visitor } from './visitor.entity';

/**
 * What the host does, or somebody of the desk for a host they have asked: it shows as "X for Y" (G1).
 * @throws notTheHost (403)
 */
export function hostAct(act: Act, { hostId }: Visitor, { hostAsked = false }: { hostAsked?: boolean }): Act {
  if (act.actor.personId === hostId) return act;
  if (!hostAsked || act.actor.role === 'resident') throw receptionErrors.notTheHost();
  return { ...act, actor: { ...act.actor, forPersonId: hostId } };
}
