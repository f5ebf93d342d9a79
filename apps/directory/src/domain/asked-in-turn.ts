/** What is known of the people who might answer. */
export interface Standing {
  /** Deputies whose time it is, the first before the second. */
  deputies: readonly string[];
  /** Those of all these people who are away, or have left. */
  away: ReadonlySet<string>;
  /** Who holds the role of the company. */
  company: readonly string[];
}

/**
 * Who is asked for what a person decides, in turn: the person, their deputies, then the company (G1: nothing waits for one
 * person). Whoever is away is passed over, and nobody is asked twice.
 */
export function askedInTurn(personId: string, { deputies, away, company }: Standing): string[] {
  const inTurn = [personId, ...deputies, ...company];
  return [...new Set(inTurn)].filter((each) => !away.has(each));
}
