import type { LinkWay, SecondPersonBody } from '@property-office/contracts';

/** What can happen to a destruction, in the words of the domain; the rest stands on it. */
export type DestructionEvent =
  | { kind: 'applied'; recordIds: string[] }
  | { kind: 'approved' | 'refused' }
  | { kind: 'withdrawn'; witnessIds: string[] }
  | { kind: 'witness-named'; witnessId: string }
  | { kind: 'link-issued'; linkId: string; body: SecondPersonBody; sentBy: LinkWay; expiresAt: Date }
  | { kind: 'link-revoked'; linkId: string }
  | { kind: 'witnessed'; witnessId: string | null; linkId: string | null; whole: boolean }
  | { kind: 'carried-out'; recordIds: string[]; registerNumber: number; registerHash: string }
  | { kind: 'reapplied'; registerNumber: number; registerHash: string }
  | { kind: 'certified'; wiped: number; kept: number };
