import type { Correction } from './corrections';
import type { ReachedLevel, LatePromise } from './late-promise';

/** What can happen to an incoming document, in the words of the domain; the rest stands on the document. */
export type IncomingEvent =
  | { kind: 'registered'; register: { year: number; n: number } }
  | { kind: 'checked' | 'sent-back' | 'decided' | 'reminded' | 'supervised' | 'acted-on' | 'answered' | 'voided' }
  | { kind: 'corrected'; correction: Correction }
  | { kind: 'proposed'; deciderIds: string[] }
  | { kind: 'assigned'; formerPersonId: string }
  | { kind: 'circulated'; readerIds: string[]; next: string[] }
  | { kind: 'read'; readerId: string; next: string[] }
  | { kind: 'readers-changed'; added: string[]; leftOut: string[]; next: string[] }
  | { kind: 'filed'; register: { year: number; n: number }; concludedAt: Date }
  | { kind: 'scanned'; holderId: string | null }
  | { kind: 'taken-back'; type: string }
  | { kind: 'escalated'; level: ReachedLevel }
  | { kind: 'shown-on-time'; level: LatePromise };
