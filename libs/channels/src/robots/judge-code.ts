import { objectOf, type Reply } from '../http/post';
import { delivered, permanent, temporary, type Outcome } from '../provider';

/** How a platform says how it went: 0 is well, everything else stands in its list of codes. */
export interface Codes {
  code: string;
  message: string;
  /** Too many messages, and how long it then listens to none. */
  throttled: ReadonlySet<number>;
  throttledMs: number;
  /** It is not our fault. */
  busy: ReadonlySet<number>;
}

export function judgeCode(reply: Reply, { code, message, throttled, throttledMs, busy }: Codes): Outcome {
  const answer = objectOf(reply);
  const number = answer?.[code];
  if (!answer || typeof number !== 'number') return temporary('answer-unreadable', `no ${code} in the answer`);
  const detail = `${code} ${number} ${String(answer[message] ?? '')}`.trim();
  if (number === 0) return delivered();
  if (throttled.has(number)) return temporary('throttled', detail, reply.retryAfterMs ?? throttledMs);
  if (busy.has(number)) return temporary('receiver-failed', detail);
  return permanent('refused', detail);
}
