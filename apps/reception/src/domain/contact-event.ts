import type { ConversionKind } from '@property-office/contracts';
import type { HandOver, LeadRole } from './hand-over';
import type { LatePromise, ReachedLevel } from './late-promise';

/** What the object to be made is told; see the event's contract. */
export interface Conversion {
  to: ConversionKind;
  objectId: string;
  description: string;
  reporterId: string | null;
  introduced: boolean;
  location: { kind: 'home' | 'place'; id: string } | null;
  repair?: { category: string; urgent: boolean; preferredFrom: Date | null; preferredTo: Date | null };
  complaint?: {
    category?: string;
    aboutPersonId: string | null;
    aboutPersonIds?: string[];
    aboutCrewIds?: string[];
    joins?: string;
    households: number;
    signs: string[];
    hotlineNumber: string | null;
    hotlineDeadline: Date | null;
  };
}

/** What can happen to a contact, in the words of the domain. */
export type ContactEvent =
  | { kind: 'recorded' }
  | { kind: 'offered'; handOver: HandOver; insteadOf: string | null; passedOver: readonly LeadRole[] }
  | { kind: 'accepted'; handOver: HandOver; fromPersonId: string }
  | { kind: 'returned'; handOver: HandOver; reason: string }
  | { kind: 'escalated'; escalation: ReachedLevel }
  | { kind: 'shown-on-time'; level: LatePromise }
  | { kind: 'answered' }
  | { kind: 'guided' }
  | { kind: 'forgotten' }
  | { kind: 'converted'; conversion: Conversion };

/** After which nothing more happens to it. */
export type ContactEnd = Extract<ContactEvent, { kind: 'answered' | 'guided' | 'converted' }>;
