import type { Role } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { handlerRoles, notBelow, ranksBelow } from '../domain/levels';
import type { Complaint } from './complaint.entity';
import { rolesActedIn } from './people';

/** The roles that handle a case: those of its level, and none below whoever had it when it was disputed (W2.3). */
export async function rolesToHandle(tx: Transaction, complaint: Complaint): Promise<readonly Role[]> {
  const { level, majorBecause, aboutDirector } = complaint;
  return notBelow(handlerRoles({ level, major: majorBecause.length > 0, aboutDirector }), await formerRoles(tx, complaint));
}

/** Of these people those who rank below whoever had it when it was disputed. */
export async function belowFormer(tx: Transaction, complaint: Complaint, people: readonly string[]): Promise<Set<string>> {
  const former = await formerRoles(tx, complaint);
  const below = new Set<string>();
  if (former.length === 0) return below;
  for (const personId of people) if (ranksBelow(await rolesActedIn(tx, personId, complaint.siteId), former)) below.add(personId);
  return below;
}

/** The roles of whoever had the round before when it was disputed; none of the first one, nor where they hold none any more. */
export async function formerRoles(tx: Transaction, { id, siteId, round }: Complaint): Promise<readonly Role[]> {
  if (round === 1) return [];
  const [row] = await tx.query<{ handler_id: string | null }>('SELECT handler_id FROM past_round WHERE complaint_id = $1 ORDER BY round DESC LIMIT 1', [id]);
  return row?.handler_id ? rolesActedIn(tx, row.handler_id, siteId) : [];
}
