/** One to five stars. */
export const mostStars = 5;

export type Verdict = 'satisfied' | 'unsatisfied';

/** One or two stars are "not satisfied": they never close, they reopen (product.md, main flow 6). The one place of that rule. */
export function verdictOf(stars: number): Verdict {
  return stars <= 2 ? 'unsatisfied' : 'satisfied';
}
