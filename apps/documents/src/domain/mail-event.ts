import type { LatePromise, ReachedLevel } from './late-promise';

/** What can happen to a piece of mail, in the words of the domain; the rest stands on it. */
export type MailEvent =
  | { kind: 'signed-for' | 'collected' }
  | { kind: 'readdressed'; formerAddresseeId: string }
  | { kind: 'registered'; documentId: string }
  | { kind: 'escalated'; level: ReachedLevel }
  | { kind: 'shown-on-time'; level: LatePromise };
