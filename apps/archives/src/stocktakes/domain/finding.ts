import type { Localized } from '@property-office/kernel';

/** What a stocktake says of a record, or of a number. */
export const stocktakeFindings = ['found', 'missing', 'misplaced', 'unknown', 'unexpected', 'out', 'changed'] as const;
export type StocktakeFinding = (typeof stocktakeFindings)[number];

export const findingNames: Record<StocktakeFinding, Localized> = {
  found: { zh: '在架', en: 'found' },
  missing: { zh: '未找到', en: 'missing' },
  misplaced: { zh: '错架', en: 'on another shelf' },
  unknown: { zh: '无此档案', en: 'unknown number' },
  unexpected: { zh: '不应在架', en: 'should not be there' },
  out: { zh: '借出', en: 'on loan' },
  changed: { zh: '清点期间变动', en: 'came or left meanwhile' },
};

/** What has to be explained. */
export const differenceKinds = ['missing', 'misplaced', 'unknown', 'unexpected'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export function isDifference(finding: StocktakeFinding): finding is DifferenceKind {
  return (differenceKinds as readonly string[]).includes(finding);
}

/** A time a paper was with a borrower. */
export interface Lent {
  from: Date;
  /** Null: it still is. */
  until: Date | null;
}

/** What is known of a record that is expected on the shelves, or was scanned there. */
export interface RecordFacts {
  /** Where the catalogue had it when the stocktake began; null: nowhere. */
  shelf: string | null;
  /** Where it was catalogued since, in turn. */
  movedTo: readonly string[];
  /** It is a record only since. */
  cameIn: boolean;
  /** When it left for good: destroyed, or handed over. */
  goneAt: Date | null;
  lent: readonly Lent[];
  /** Where it was seen last. */
  seen: { shelf: string; at: Date } | null;
}

/**
 * What a stocktake says of one record (W4.4). Nobody has to have seen what is lent, came in or left while it ran; what came back, or was
 * moved within what is counted, is there to be seen: otherwise an entry in the catalogue would do away with a missing paper.
 * @param scopeShelf the one that is counted; null: a category is, wherever it lies
 */
export function findingOf({ shelf, movedTo, cameIn, goneAt, lent, seen }: RecordFacts, scopeShelf: string | null): Exclude<StocktakeFinding, 'unknown'> {
  if (!seen) {
    const leftShelf = scopeShelf !== null && (movedTo.at(-1) ?? scopeShelf) !== scopeShelf;
    if (goneAt || cameIn || leftShelf) return 'changed';
    return lent.some(({ until }) => until === null) ? 'out' : 'missing';
  }
  if (goneAt && goneAt <= seen.at) return 'unexpected';
  if (lent.some(({ from, until }) => from <= seen.at && (until === null || until > seen.at))) return 'unexpected';
  const catalogued = [...(shelf === null ? [] : [shelf]), ...movedTo];
  if (catalogued.includes(seen.shelf)) return 'found';
  return goneAt || (cameIn && catalogued.length === 0) ? 'changed' : 'misplaced';
}
