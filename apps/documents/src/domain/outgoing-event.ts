import type { LatePromise, ReachedLevel } from './late-promise';

/** What can happen to an outgoing document, in the words of the domain; the rest stands on the document. */
export type OutgoingEvent =
  | { kind: 'drafted' | 'edited' | 'returned' | 'signed-off' | 'checked' | 'discarded' | 'voided' }
  | { kind: 'submitted'; countersignerIds: string[] }
  | { kind: 'reviewed'; next: string[]; signerIds: string[] }
  | { kind: 'countersigned'; countersignerId: string; next: string[]; signerIds: string[] }
  | { kind: 'corrected'; substance: boolean; differences: number; signerIds: string[] }
  | { kind: 'numbered'; register: { registerId: string; year: number; n: number } }
  | { kind: 'printed'; copies: number; firstShare: number | null; approverIds: string[] }
  | { kind: 'seal-approved'; copies: number }
  | { kind: 'sealed'; approvedById: string }
  | { kind: 'released'; deliveries: Array<{ delivery: number; copies: number }> }
  | { kind: 'receipt-recorded'; delivery: number; received: boolean; outstanding: number }
  | { kind: 'filed'; register: { registerId: string; year: number; n: number } }
  | { kind: 'taken-back'; type: string }
  | { kind: 'escalated'; level: ReachedLevel }
  | { kind: 'shown-on-time'; level: LatePromise };
