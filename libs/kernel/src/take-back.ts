/** For how long after it was recorded one's own last act can be taken back (G3), in milliseconds. */
export const takenBackWithin = 5 * 60_000;
