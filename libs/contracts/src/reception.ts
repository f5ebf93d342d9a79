import type { AskedPrincipal } from './internal-routes';

/** How somebody turned to the office (W2.1); a message is a chat text or a screenshot of one, pasted. */
export const contactChannels = ['call', 'walk-in', 'letter', 'message', 'portal'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** What the desk writes down; in the portal residents write themselves. */
export const deskChannels = ['call', 'walk-in', 'letter', 'message'] as const satisfies readonly ContactChannel[];

/** Who called, as far as the office knows: a resident, somebody who left a name or a number, or nobody can say. */
export const callerKinds = ['resident', 'stranger', 'unknown'] as const;
export type CallerKind = (typeof callerKinds)[number];

/** What a contact can be converted to. */
export const conversionKinds = ['repair-request', 'complaint', 'suggestion', 'visitor'] as const;
export type ConversionKind = (typeof conversionKinds)[number];

/** Residents' guests, and those of the office itself. */
export const visitorKinds = ['resident-guest', 'office-guest'] as const;
export type VisitorKind = (typeof visitorKinds)[number];

/** reception's internal route: `POST {contactId, purpose}` → {@link ContactCaller}. Each look is audited under the asking service. */
export const readCallerPath = '/internal/contacts/caller';

/** Who turned to the office. Everything null where nobody gave it, or where there is no such contact. */
export interface ContactCaller {
  /** A person directory knows. */
  personId: string | null;
  homeId: string | null;
  name: string | null;
  phone: string | null;
}

/**
 * An internal route a service has for what it will be asked to make by event: `POST` what the event is going to say →
 * {@link Checked}. What is refused there is refused by whoever converts, in the same words, before anything is announced.
 */
export const checkRepairPath = '/internal/repair-requests/checks';

export interface RepairCheck {
  siteId: string;
  category: string;
  location: { kind: 'home' | 'place'; id: string };
  preferredFrom?: string;
  preferredTo?: string;
}

/** The same of complaints. Nothing of a suggestion is refused that a contact may hold. Pointers are those of the event's `complaint`. */
export const checkComplaintPath = '/internal/complaints/checks';

export interface ComplaintCheck {
  siteId: string;
  category?: string;
  aboutPersonId?: string;
  aboutPersonIds?: string[];
  aboutCrewIds?: string[];
  /** The open complaint they join, which whoever converts has to see. */
  joins?: string;
  /** Who converts. */
  principal?: AskedPrincipal;
  /** Whose it will be, where that is known. */
  complainantId?: string;
  /** One of its signs is the hotline. */
  fromHotline: boolean;
  hotlineNumber?: string;
  hotlineDeadline?: string;
}

/**
 * complaints' internal route: `POST` {@link ConvertedCaller}, before what is announced of the conversion: no event names who
 * complains (W2.3), and yet the case is to be theirs from its first moment.
 */
export const registerCallerPath = '/internal/cases/callers';

export interface ConvertedCaller {
  /** Of the complaint or suggestion that is going to be made. */
  objectId: string;
  /** Left out where only their home is known. */
  personId?: string;
  homeId?: string;
}

interface InBoth {
  zh: string;
  en: string;
}

/** A refusal as it crosses: enough to be answered as if it were the asker's own. */
export interface Refused {
  code: string;
  title: InBoth;
  detail?: InBoth;
  fields: Array<{ pointer: string; message: InBoth }>;
}

export interface Checked {
  refused: Refused | null;
}

/** What {@link checkComplaintPath} answers. */
export interface CheckedComplaint extends Checked {
  /** Of the complaint that is joined. */
  joined?: { number: string; hiddenFrom: { personIds: string[]; crewIds: string[] } };
}
