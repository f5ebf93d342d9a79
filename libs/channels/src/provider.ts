/** Why something was not delivered, in words a program can look up; `detail` tells an operator more. */
export const failureReasons = [
  'unreachable',
  'timeout',
  'throttled',
  'receiver-failed',
  'answer-unreadable',
  'refused',
  'address-forbidden',
  'address-missing',
  'template-missing',
  'content-failed',
  'unfinished',
  'not-configured',
  'receiver-gone',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/** What came of one attempt. `detail` holds no address, number or secret. */
export type Outcome =
  /** `reference`: the receiver's own name for it, where it gives one. */
  | { result: 'delivered'; reference: string | null }
  /** Worth trying again, not before `retryAfterMs` where the receiver says so. It may have been delivered all the same. */
  | { result: 'temporary'; reason: FailureReason; detail: string; retryAfterMs?: number }
  /** Repeating it changes nothing. */
  | { result: 'permanent'; reason: FailureReason; detail: string };

/** One way for a message to leave the house. */
export interface Provider<Message> {
  /**
   * One attempt, within a bounded time; it never throws.
   * @param key the same for every attempt of one delivery and of no other: a receiver that knows it takes the message once
   */
  send(message: Message, key: string): Promise<Outcome>;
  close(): Promise<void>;
}

export const delivered = (reference: string | null = null): Outcome => ({ result: 'delivered', reference });

export function temporary(reason: FailureReason, detail: string, retryAfterMs?: number): Outcome {
  return { result: 'temporary', reason, detail: redacted(detail), ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

export const permanent = (reason: FailureReason, detail: string): Outcome => ({ result: 'permanent', reason, detail: redacted(detail) });

/** Addresses, telephone numbers, links and long tokens that a receiver repeats are no business of a log. */
export function redacted(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/https?:\/\/\S+/gi, '<link>')
    .replace(/\S+@\S+/g, '<address>')
    .replace(/[A-Za-z0-9_-]{24,}/g, '<token>')
    .replace(/\+?\d(?:[\s-]?\d){6,}/g, '<number>')
    .slice(0, 300);
}
