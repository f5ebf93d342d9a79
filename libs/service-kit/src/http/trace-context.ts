import { randomUUID } from 'node:crypto';

const valid = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-|$)/;

/**
 * This process's own step in a trace (W3C Trace Context): continues the caller's trace when its `traceparent` is valid,
 * begins one otherwise.
 */
export function continueTrace(incoming: string | string[] | undefined): string {
  const caller = typeof incoming === 'string' ? valid.exec(incoming) : null;
  const traceId = caller?.[1] ?? randomHex();
  // Versions after 00 may carry more; we speak 00 and know one flag, "sampled".
  const sampled = caller && (parseInt(caller[2]!, 16) & 1) === 0 ? '00' : '01';
  return `00-${traceId}-${randomHex().slice(0, 16)}-${sampled}`;
}

/** Whether a caller's `traceparent` is one that is continued. */
export function isTraceparent(incoming: string | string[] | undefined): incoming is string {
  return typeof incoming === 'string' && valid.test(incoming);
}

export function traceIdOf(traceparent: string): string {
  return traceparent.slice(3, 35);
}

function randomHex(): string {
  return randomUUID().replaceAll('-', '');
}
