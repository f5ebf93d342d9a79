import type { Dispatcher } from 'undici';
import { permanent, temporary, type Outcome } from '../provider';
import { ForbiddenAddress } from './guarded-agent';
import { retryAfterOf } from './retry-after';

/** A receiver has this long for everything: to be found, to take the message and to answer. */
export const answerWithinMs = 10_000;
/** Nobody has to say more about a message it got. */
const longestAnswer = 64 * 1024;

export interface Posting {
  url: URL;
  headers: Record<string, string>;
  body: string;
  timeoutMs?: number;
}

export interface Reply {
  status: number;
  /** What `Retry-After` asks for. */
  retryAfterMs: number | undefined;
  /** Empty where the answer was longer than anything sensible. */
  text: string;
  tooLong: boolean;
}

/**
 * Posts JSON and lets `judge` say what the reply means. Redirects are not followed and nothing is repeated. What comes
 * instead of a reply (no connection, a reset, silence) is a temporary failure.
 */
export async function post(dispatcher: Dispatcher, posting: Posting, judge: (reply: Reply) => Outcome): Promise<Outcome> {
  const { url, headers, body, timeoutMs = answerWithinMs } = posting;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await dispatcher.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body,
      signal,
    });
    const text = await readAtMost(answer.body, longestAnswer);
    return judge({
      status: answer.statusCode,
      retryAfterMs: retryAfterOf(answer.headers),
      text: text ?? '',
      tooLong: text === undefined,
    });
  } catch (error) {
    if (signal.aborted) return temporary('timeout', `no answer within ${timeoutMs} ms`);
    const forbidden = forbiddenIn(error);
    if (forbidden) return permanent('address-forbidden', forbidden.message);
    return temporary('unreachable', (error as NodeJS.ErrnoException).code ?? (error as Error).name);
  }
}

/** What a status alone says of a request that was not taken; undefined for 2xx. */
export function failureOf({ status, retryAfterMs, text }: Reply): Outcome | undefined {
  if (status >= 200 && status < 300) return undefined;
  const detail = `HTTP ${status} ${text}`.trim();
  if (status === 429) return temporary('throttled', detail, retryAfterMs);
  if (status >= 500 || status === 408 || status === 425) return temporary('receiver-failed', detail, retryAfterMs);
  return permanent('refused', detail);
}

/** The JSON object of a reply. */
export function objectOf({ text }: Reply): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** @returns undefined when there is more; the rest is not read */
async function readAtMost(body: Dispatcher.ResponseData['body'], most: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function forbiddenIn(error: unknown): ForbiddenAddress | undefined {
  if (error instanceof ForbiddenAddress) return error;
  if (error instanceof AggregateError) return error.errors.find((each) => each instanceof ForbiddenAddress) as ForbiddenAddress | undefined;
  return error instanceof Error && error.cause !== undefined ? forbiddenIn(error.cause) : undefined;
}
