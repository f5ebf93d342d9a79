import type { Role } from '@property-office/contracts';
import type { ContactMove } from './contact-states';

/**
 * To whom a hand-over can be given by role: the lead of the desk, for the lead the director; to the desk goes what nobody there
 * has taken yet.
 */
export const handOverRoles = ['desk', 'desk-lead', 'director'] as const;
export type HandOverRole = (typeof handOverRoles)[number];

/** What is offered now. */
export interface HandOver {
  /** Counts the hand-overs of the contact. */
  n: number;
  toPersonId: string | null;
  toRole: HandOverRole | null;
  heated: boolean;
  note: string | null;
}

/** Who takes a heated talk. */
export type LeadRole = 'desk-lead' | 'duty-officer' | 'department-head' | 'director';

/** Roles that see to it that nothing lies about: they may offer and accept what is not theirs. */
const leads: readonly Role[] = ['desk-lead', 'duty-officer', 'director'];

interface Standing {
  ownerId: string;
  handOver: HandOver | null;
}

/**
 * Who may do what with a contact (W2.1). Only the owner ends it. A hand-over is answered by the colleague it is offered to,
 * or by somebody who holds the role; a lead who was told of it may accept it in their place.
 * @param roles what the person holds on the contact's site
 */
export function mayMove(move: ContactMove, { ownerId, handOver }: Standing, personId: string, roles: ReadonlySet<Role>): boolean {
  const isLead = leads.some((role) => roles.has(role));
  const isOffered = handOver !== null && (handOver.toPersonId === personId || (handOver.toRole !== null && roles.has(handOver.toRole)));
  // Whoever is on duty at the desk owns what is offered to all of it, and takes it like the others.
  const isMeant = isOffered && (handOver.toRole === 'desk' || ownerId !== personId);
  switch (move) {
    case 'accept':
      return isMeant || (isLead && ownerId !== personId);
    // What is offered to the desk stays offered until one of them takes it: one alone cannot refuse it for all.
    case 'return':
      return isMeant && handOver.toRole !== 'desk';
    case 'offer':
      return ownerId === personId || isLead;
    default:
      return ownerId === personId;
  }
}

/** Whom a heated talk goes to: the lead, from the lead to the director. */
export function leadOf(roles: ReadonlySet<Role>): Exclude<HandOverRole, 'desk'> {
  return roles.has('desk-lead') ? 'director' : 'desk-lead';
}

const turn: readonly LeadRole[] = ['desk-lead', 'duty-officer', 'department-head', 'director'];

/** As what somebody takes it in their place, where nobody is on duty as such: at night the duty officer before others (G5). @param lead with whom it begins */
export function leadsInTurn(lead: LeadRole, isNight: boolean): LeadRole[] {
  return turn.slice(turn.indexOf(lead)).filter((role) => isNight || role !== 'duty-officer');
}
