import { DomainError } from '@property-office/kernel';
import { requestErrors } from '@property-office/service-kit';

/** Seconds after which whoever was told 503 may come again. */
const retryAfter = 30;

/** Bytes of attachments cannot be reached. @param what was asked for */
export function away(what: string, cause: Error): Error {
  return Object.assign(requestErrors.unavailable({}, { retryAfter }), { cause: new Error(`${what}: ${cause.message}`, { cause }) });
}

/** For who looks after it. @returns undefined of another error */
export function whyAway(error: unknown): string | undefined {
  return error instanceof DomainError && error.cause instanceof Error ? error.cause.message : undefined;
}
