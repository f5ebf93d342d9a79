import type { Confidentiality, DocumentUrgency } from '@property-office/contracts';

/** What may be corrected of a registered document (G3): never its number, nor how it came. */
export interface Corrigible {
  title: string;
  sender: string;
  theirNumber: string | null;
  documentDate: Date | null;
  copies: number;
  pages: number | null;
  urgency: DocumentUrgency;
  confidentiality: Confidentiality;
}

const fields = ['title', 'sender', 'theirNumber', 'documentDate', 'copies', 'pages', 'urgency', 'confidentiality'] as const satisfies Array<keyof Corrigible>;

/** What a document may say nothing of. */
export const emptiable = ['theirNumber', 'documentDate', 'pages'] as const satisfies Array<keyof Corrigible>;
export type Emptiable = (typeof emptiable)[number];

/** As it stands beside the document, and on its timeline; a date is RFC 3339. Null: nothing was said there. */
export interface Said {
  title?: string;
  sender?: string;
  theirNumber?: string | null;
  documentDate?: string | null;
  copies?: number;
  pages?: number | null;
  urgency?: DocumentUrgency;
  confidentiality?: Confidentiality;
}

/** Only what is another now. */
export interface Correction {
  was: Said;
  became: Said;
}

/** @param given what is left out stays as it is @returns undefined where all is as it was */
export function correctionOf(before: Corrigible, given: Partial<Corrigible>): Correction | undefined {
  const [old, now] = [said(before), said({ ...before, ...withoutGaps(given) })];
  const other = fields.filter((field) => old[field] !== now[field]);
  const only = (all: Said): Said => Object.fromEntries(other.map((field) => [field, all[field]]));
  return other.length === 0 ? undefined : { was: only(old), became: only(now) };
}

/** Without what nobody has said: a field that is there and undefined is one of these. */
export function withoutGaps<T extends object>(given: T): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** It is known to more people than before. */
export const opens = ({ was, became }: Correction): boolean => was.confidentiality === 'confidential' && became.confidentiality !== undefined;

function said({ documentDate, ...rest }: Corrigible): Said {
  return { ...rest, documentDate: documentDate?.toISOString() ?? null };
}
