import { onDuty, readStanding } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { leadsInTurn, type HandOver, type HandOverRole, type LeadRole } from '../domain/hand-over';
import type { Contact } from './contact.entity';

export interface LeadThere extends Pick<HandOver, 'toPersonId' | 'toRole'> {
  /** As what nobody is on duty. */
  passedOver: LeadRole[];
}

/**
 * To whom a heated talk goes at once (G5): the lead, or the first in turn after them as whom somebody else than its owner is on duty;
 * the lead all the same where nobody is, for when they come. A department head is named: by role they see no contact; so is the duty officer, as who it is tonight.
 * @param isNight by the hours of the desk
 */
export async function leadThere(tx: Transaction, { siteId, ownerId }: Contact, lead: Exclude<HandOverRole, 'desk'>, isNight: boolean): Promise<LeadThere> {
  const standing = await readStanding(tx, siteId);
  const passedOver: LeadRole[] = [];
  for (const role of leadsInTurn(lead, isNight)) {
    const [personId] = onDuty(standing, role, tx.now).flatMap((each) => (each.personId === ownerId ? [] : [each.personId])).toSorted();
    if (personId !== undefined) {
      const isNamed = role === 'department-head' || role === 'duty-officer';
      return isNamed ? { toPersonId: personId, toRole: null, passedOver } : { toPersonId: null, toRole: role, passedOver };
    }
    passedOver.push(role);
  }
  return { toPersonId: null, toRole: lead, passedOver };
}
