/** notifications' internal route: `POST OneTimeCode` with a token of the asking service → `OneTimeCodeAnswer`. */
export const oneTimeCodesPath = '/internal/one-time-codes';

/** What the code is for; each purpose has a sentence, and may have a template, of its own. */
export const oneTimeCodePurposes = ['sign-in', 'claim-home', 'change-phone'] as const;
export type OneTimeCodePurpose = (typeof oneTimeCodePurposes)[number];

/**
 * Asks that a code is sent to a telephone by SMS, now. Neither is kept or logged by notifications. The same code to the
 * same number is one message, however often it is asked for; whoever lets a person ask again makes a new code.
 */
export interface OneTimeCode {
  phone: string;
  /** Digits or letters, 4 to 12. */
  code: string;
  language: 'zh' | 'en';
  purpose: OneTimeCodePurpose;
}

/**
 * - `sent`: the provider has taken it.
 * - `unavailable`: no provider is configured, it refused, or did not answer within 0.8 s. A message whose answer came too
 *   late may arrive all the same: the code stays good.
 */
export interface OneTimeCodeAnswer {
  outcome: 'sent' | 'unavailable';
}
