/** Digits of a one-time code, how long it is good and how often it may be tried (W2.6). */
export const codeDigits = 6;
export const codeValidSeconds = 300;
export const mostTries = 5;
/** For how long a used code, sent once more, is the same click and not a guess. */
export const sameClickSeconds = 30;

/** How many codes one number, one source and everybody together may ask for. A sum of money stands behind each message. */
export const codeQuotas = {
  phone: [
    { what: 'minute', most: 1, seconds: 60 },
    { what: 'hour', most: 5, seconds: 3600 },
    { what: 'day', most: 10, seconds: 86_400 },
  ],
  /** One address, which a whole office or a carrier's customers may share. */
  source: [{ what: 'hour', most: 30, seconds: 3600 }],
  everybody: [{ what: 'ten-minutes', most: 300, seconds: 600 }],
} as const;
