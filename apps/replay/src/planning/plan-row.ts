import { clip, sentenceCase } from '../source/clean-text';
import { lookUpWord } from '../source/look-up-word';
import type { OddRows } from '../source/oddities';
import type { SourceRow } from '../source/source-row';
import { planEnding, type Ending } from './plan-ending';
import { planPlace, type PlannedLocation } from './plan-place';

/** A row as the office is told of it. */
export interface PlannedRow {
  source: SourceRow;
  report: { category: string; description: string; externalReference: string; seenAt?: string };
  location: PlannedLocation;
  ending: Ending;
}

const longestDescription = 2000;
const longestReason = 1000;
const clockSkew = 60_000;

const nothingSaid = '外部登记未填写说明 / The register says nothing about the matter';

/** @param now of this machine, in milliseconds: what was seen cannot lie ahead */
export function planRow(register: string, row: SourceRow, now: number, odd: OddRows): PlannedRow {
  const { externalId, createdAt } = row;
  const meaning = lookUpWord(register, row.category, row.descriptor);
  if (!meaning) odd.note('unknown-category', externalId);
  const seen = createdAt && createdAt.getTime() <= now + clockSkew ? createdAt : undefined;
  if (createdAt && !seen) odd.note('created-in-future', externalId);
  const { code, where } = meaning ?? { code: 'other', where: 'building' };
  return {
    source: row,
    report: {
      category: code,
      description: descriptionOf(row, odd),
      externalReference: `${register}:${clip(externalId, 180)}`,
      ...(seen && { seenAt: seen.toISOString() }),
    },
    location: planPlace(row, where, odd),
    ending: clippedEnding(planEnding(row), externalId, odd),
  };
}

function descriptionOf(row: SourceRow, odd: OddRows): string {
  const words = [row.category, row.title || row.descriptor]
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map(sentenceCase);
  if (words.length === 0) odd.note('no-description', row.externalId);
  return clipped(words.join(': ') || nothingSaid, longestDescription, row.externalId, odd);
}

function clippedEnding(ending: Ending, id: string, odd: OddRows): Ending {
  switch (ending.kind) {
    case 'open':
      return ending;
    case 'done': {
      const text = (words: string): string => clipped(words, longestDescription, id, odd);
      return {
        ...ending,
        workDone: text(ending.workDone),
        outcomes: ending.outcomes.map((each) => ({ ...each, comment: text(each.comment) })),
      };
    }
    default:
      return { ...ending, reason: clipped(ending.reason, longestReason, id, odd) };
  }
}

function clipped(text: string, max: number, id: string, odd: OddRows): string {
  const short = clip(text, max);
  if (short !== text) odd.note('clipped-text', id);
  return short;
}
