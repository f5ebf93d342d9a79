/** What a record is on (载体): paper, files, or both. */
export const carriers = ['paper', 'digital', 'both'] as const;
export type Carrier = (typeof carriers)[number];

/** @param paper there is an original of paper */
export function carrierOf(paper: boolean, files: number): Carrier {
  if (!paper) return 'digital';
  return files > 0 ? 'both' : 'paper';
}
