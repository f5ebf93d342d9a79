/** How many pages a paper has (页数): as counted of what there is of it, and as somebody says who has the paper before them. */
export interface PageCount {
  counted: number | null;
  stated: number | null;
}

/** @param parts of each part of it; null where nothing counts them @returns null where not all of it can be counted */
export function countedPages(parts: ReadonlyArray<number | null>): number | null {
  return parts.length === 0 ? null : parts.reduce((sum, each) => (sum === null || each === null ? null : sum + each), 0);
}

/** What holds: a statement does, and stands beside the count it differs from. */
export const pagesOf = ({ counted, stated }: PageCount): number | null => stated ?? counted;

export const pagesDiffer = ({ counted, stated }: PageCount): boolean => stated !== null && counted !== null && stated !== counted;

/** What somebody stated of a paper before: it is kept as its pages, beside the count it differs from or where there was none. */
export const statedOf = ({ pages, countedPages: counted }: { pages: number | null; countedPages: number | null }): number | null => (pages === counted ? null : pages);
