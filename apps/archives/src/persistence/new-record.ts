import { createHash } from 'node:crypto';
import type { BasisRank, ClaimedAttachment, Confidentiality, HandlingStep, RecordSource, Retention } from '@property-office/contracts';
import type { Carrier } from '../domain/carriers';

/** Fields of DA/T 18 that an office needs. */
export interface Description {
  title: string;
  /** 责任者. */
  responsibleParty: string;
  /** 文号. */
  documentNumber: string | null;
  datedAt: Date;
  pages: number | null;
  copies: number;
  carrier: Carrier;
  confidentiality: Confidentiality;
  confidentialUntil: Date | null;
  keywords: string[];
  remarks: string | null;
}

export interface RecordOrigin {
  type: RecordSource;
  id: string;
  number: string;
}

/** What is to become a record. */
export interface NewRecord {
  id: string;
  siteId: string;
  category: string;
  retention: Retention;
  office: string;
  legalBasis: string;
  basisRank: BasisRank;
  oldNumber: string | null;
  source: RecordOrigin | null;
  proposalId: string | null;
  duplicateReason: string | null;
  shelf: string | null;
  description: Description;
  files: readonly ClaimedAttachment[];
  text: string | null;
  trail: readonly HandlingStep[];
}

export interface Sheet {
  kind: 'card' | 'text' | 'trail';
  content: string;
  sha256: string;
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What a record holds besides files, each with its hash; its card is as it was catalogued, whatever is corrected later. */
export function sheetsOf(archiveNumber: string, { description, source, oldNumber, text, trail }: NewRecord): Sheet[] {
  const contents: Array<[Sheet['kind'], string]> = [['card', JSON.stringify({ archiveNumber, oldNumber, ...description, source })]];
  if (text !== null) contents.push(['text', text]);
  if (trail.length > 0) contents.push(['trail', JSON.stringify(trail)]);
  return contents.map(([kind, content]) => ({ kind, content, sha256: sha256(content) }));
}

/** One hash over its number and all it holds: whatever is taken away, put in or changed shows. */
export function proofOf(archiveNumber: string, held: ReadonlyArray<{ sha256: string }>): string {
  return sha256([archiveNumber, ...held.map((each) => each.sha256).sort()].join('\n'));
}
