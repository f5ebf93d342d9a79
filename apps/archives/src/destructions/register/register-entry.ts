import { createHash } from 'node:crypto';
import { canonicalJson } from '@property-office/audit';
import type { LivingPapers } from '../../domain/record-event';

export interface RegisteredRecord {
  recordId: string;
  archiveNumber: string;
  proof: string;
  /** Hashes of what it held. */
  parts: string[];
  attachmentIds: string[];
  /** Of what was closed of a living file. */
  living?: LivingPapers;
}

/** Who did a step, whom they stood in for, and when it happened. */
export interface RegisteredAct {
  by: string;
  for: string | null;
  at: string;
}

/** One line of the destruction register: what was destroyed, who applied, approved, watched and did it. Ids alone: neither names nor titles. */
export interface RegisterEntry {
  n: number;
  /** Hash of the line before; of the first, none. */
  previous: string | null;
  destructionId: string;
  number: string;
  siteId: string;
  listHash: string;
  applied: RegisteredAct;
  approved: RegisteredAct;
  /** By person, or by the link of somebody from elsewhere. */
  witnesses: Array<{ personId: string | null; linkId: string | null; at: string }>;
  carriedOut: RegisteredAct;
  method: string | null;
  records: RegisteredRecord[];
}

/** A line as it stands in the register, in the database and outside. */
export interface RegisterLine {
  text: string;
  hash: string;
}

export function lineOf(entry: RegisterEntry): RegisterLine {
  const text = canonicalJson(entry);
  return { text, hash: hashOf(text) };
}

export function entryOf({ text }: RegisterLine): RegisterEntry {
  return JSON.parse(text) as RegisterEntry;
}

/** What is wrong with lines that should follow one another from the first on; of each at most one thing. */
export function chainFaults(lines: readonly RegisterLine[]): string[] {
  return lines.flatMap((line, i) => {
    if (hashOf(line.text) !== line.hash) return [`line ${i + 1} says something else than its hash`];
    const { n, previous } = entryOf(line);
    return n !== i + 1 || previous !== (lines[i - 1]?.hash ?? null) ? [`line ${i + 1} does not follow the one before`] : [];
  });
}

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
