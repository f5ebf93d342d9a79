/**
 * Who follows a major complaint up in place of a director or the company, of whom nobody is left: the director of another site,
 * then whoever of the site itself had no part in it.
 */
export type SecondPerson = 'another-site' | 'same-site';

interface Left {
  /** To whom it was passed on before. */
  before: SecondPerson | null;
  /** A director of the site, or somebody of the company, may do it. */
  isAnybodyLeft: boolean;
  /** Somebody has it in hand. */
  isTaken: boolean;
  /** Somebody was called since then: whoever does not reach them has it no longer in hand, and tries again another day. */
  haveTried: boolean;
  directorsElsewhere: readonly string[];
}

/** Whom it goes to now; undefined: it stays where it is. */
export function passOnTo({ before, isAnybodyLeft, isTaken, haveTried, directorsElsewhere }: Left): SecondPerson | undefined {
  const isTheirs = isTaken || (before === 'another-site' && haveTried);
  if (isTheirs || before === 'same-site' || (before === null && isAnybodyLeft)) return undefined;
  return before === null && directorsElsewhere.length > 0 ? 'another-site' : 'same-site';
}
