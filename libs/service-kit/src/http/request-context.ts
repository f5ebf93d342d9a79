import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { languageOf, type Language } from './language';
import { continueTrace, isTraceparent } from './trace-context';

/** What every line logged for a request says of it. */
export interface RequestContext {
  readonly requestId: string;
  readonly traceparent: string;
  /** The caller's step, where it said so. */
  readonly parent?: string;
  /** To answer in; none where nobody reads an answer. */
  readonly language?: Language;
}

export const requestIdHeader = 'x-request-id';
const acceptableId = /^[\w.-]{1,64}$/;
const storage = new AsyncLocalStorage<RequestContext>();

/** The request being answered, or the delivery being handled; undefined outside of both. */
export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs `work` as part of a request: also for reactions and timers, so that their lines can be found by trace. */
export function withRequest<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

export function requestContextOf(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): RequestContext {
  const given = headers[requestIdHeader];
  const accepted = headers['accept-language'];
  const { traceparent: parent } = headers;
  return {
    requestId: typeof given === 'string' && acceptableId.test(given) ? given : randomUUID(),
    traceparent: continueTrace(parent),
    ...(isTraceparent(parent) && { parent }),
    language: languageOf(typeof accepted === 'string' ? accepted : undefined),
  };
}
