/** Longer than anybody waits for a message. */
const longestMs = 24 * 3_600_000;

type Headers = Record<string, string | string[] | undefined>;

/**
 * How long a receiver asks to be left alone (RFC 9110, 10.2.3): seconds, or a date, which is taken against the receiver's
 * own clock. Undefined where it asks for nothing, or for nonsense.
 */
export function retryAfterOf(headers: Headers): number | undefined {
  const given = first(headers['retry-after'])?.trim();
  if (!given) return undefined;
  if (/^\d{1,9}$/.test(given)) return Math.min(Number(given) * 1_000, longestMs);
  const until = Date.parse(given);
  const sent = Date.parse(first(headers.date) ?? '');
  if (Number.isNaN(until) || Number.isNaN(sent)) return undefined;
  return Math.min(Math.max(until - sent, 0), longestMs);
}

const first = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
