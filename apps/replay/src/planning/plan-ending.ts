import type { SourceRow } from '../source/source-row';

/** What the reporter says when the desk follows up; the last is always satisfied. */
export interface Outcome {
  result: 'satisfied' | 'unsatisfied';
  rating: number;
  comment: string;
}

/** How the office leaves a row. */
export type Ending =
  | { kind: 'open' }
  /** The desk cancels before anybody goes. */
  | { kind: 'cancelled'; reason: string }
  /** A technician goes, finds nobody in, and the desk cancels. */
  | { kind: 'nobody-in'; reason: string }
  /** The work is done as many times as there are outcomes. */
  | { kind: 'done'; workDone: string; outcomes: Outcome[] };

const withoutCause = new Set(['NOVIO', 'NOBASE', 'ROA', 'NEWOWN']);
const nobodyIn = new Set(['TFA', 'NOACC']);
/** A violation was filed, or found again: somebody was not content with what was done first. */
const notAtOnce = new Set(['VIOISS', 'REINSP', 'TSOP']);
const neverWork = /^(?:case )?(?:invalid|duplicate|noted|referred)\b|\berror\b|\btest\b/i;

/** By the register's own words about the end, so that a repetition comes to the same. */
export function planEnding(row: SourceRow): Ending {
  if (!row.closed) return { kind: 'open' };
  const words = row.resolution
    .replace(/^case closed[\s.:]*/i, '')
    .replace(/^closed date\s*:\s*[\d-]+ [\d:.]+\s*/i, '')
    .trim();
  const code = /^([A-Z]{3,7}):/.exec(words)?.[1] ?? '';
  if (withoutCause.has(code) || neverWork.test(words)) return { kind: 'cancelled', reason: words };
  if (nobodyIn.has(code)) return { kind: 'nobody-in', reason: words };
  const comment = words || 'Closed in the register without a word';
  const content: Outcome = { result: 'satisfied', rating: ratingOf(row, code), comment };
  const outcomes: Outcome[] = notAtOnce.has(code)
    ? [{ result: 'unsatisfied', rating: 2, comment }, content]
    : [content];
  return { kind: 'done', workDone: comment, outcomes };
}

const week = 7 * 24 * 3_600_000;

/** In time 5, late 4; closed over the reporter's head 3. */
function ratingOf({ onTime, createdAt, closedAt, dueAt }: SourceRow, code: string): number {
  if (code === 'ADCLSD') return 3;
  const took = createdAt && closedAt ? closedAt.getTime() - createdAt.getTime() : undefined;
  const inTime = onTime ?? (dueAt && closedAt ? closedAt <= dueAt : took !== undefined && took <= week);
  return inTime ? 5 : 4;
}
