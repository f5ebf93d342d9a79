const day = 86_400_000;

/** For so long after it was given first, whoever rated may think better of it, unless a new episode has begun. */
export const ratingOpenFor = day;

export interface GivenRating {
  episode: number;
  at: Date;
}

/** Each episode is rated once; what was given may be changed for a day. */
export function isRatingSettled(given: GivenRating | undefined, episode: number, at: Date): boolean {
  return given?.episode === episode && at.getTime() - given.at.getTime() > ratingOpenFor;
}
