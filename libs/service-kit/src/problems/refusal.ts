import { HttpException } from '@nestjs/common';
import { DomainError } from '@property-office/kernel';
import { isInfrastructureError, UnknownOutcomeError } from '@property-office/persistence';
import { requestErrors } from './request-errors';

/** An expected refusal, with the status where it is finer than the kind's. */
export interface Refusal {
  error: DomainError;
  status?: number;
}

const retrySoon = { retryAfter: 2 };

/** Reads any error thrown on the way of a request. @returns undefined for a fault of ours (500). */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof DomainError) return { error };
  if (error instanceof UnknownOutcomeError)
    return { error: requestErrors.unknownOutcome({}, { retryAfter: 1 }) };
  if (isInfrastructureError(error) || isInfrastructureError(causeOf(error)))
    return { error: requestErrors.unavailable({}, retrySoon) };
  if (isUnstorableText(error)) return { error: requestErrors.invalidCharacters() };
  const status = error instanceof HttpException ? error.getStatus() : statusOfFrameworkError(error);
  if (status === undefined) return undefined;
  return refusalOfStatus(status, codeOf(causeOf(error)) ?? codeOf(error));
}

/** What Nest and Fastify refuse themselves: they know a status and, for Fastify, a code. */
function refusalOfStatus(status: number, code: string | undefined): Refusal | undefined {
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY' || code === 'FST_ERR_CTP_EMPTY_JSON_BODY') {
    return { error: requestErrors.invalidJson() };
  }
  switch (status) {
    case 401:
      return { error: requestErrors.notSignedIn() };
    case 403:
      return { error: requestErrors.notAllowed() };
    case 404:
      return { error: requestErrors.notFound() };
    case 405:
      return { error: requestErrors.methodNotAllowed(), status };
    case 409:
      return { error: requestErrors.conflict() };
    case 412:
      return { error: requestErrors.stale() };
    case 413:
      return { error: requestErrors.tooLarge() };
    case 415:
      return { error: requestErrors.unsupportedMediaType() };
    case 428:
      return { error: requestErrors.matchRequired() };
    case 429:
      return { error: requestErrors.tooManyRequests({}, { retryAfter: 10 }) };
    case 503:
      return { error: requestErrors.unavailable({}, retrySoon) };
  }
  return status >= 400 && status < 500 ? { error: requestErrors.malformedRequest(), status } : undefined;
}

/** PostgreSQL cannot store it as text: NUL and broken encodings that no check before saw. */
function isUnstorableText(error: unknown): boolean {
  const code = codeOf(error) ?? codeOf(causeOf(error));
  return code === '22021' || code === '22P05';
}

function statusOfFrameworkError(error: unknown): number | undefined {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' && codeOf(error)?.startsWith('FST_') ? statusCode : undefined;
}

/** TypeORM keeps the driver's error as `driverError`, Nest the framework's as `cause`. */
function causeOf(error: unknown): unknown {
  const { driverError, cause } = (error ?? {}) as { driverError?: unknown; cause?: unknown };
  return driverError ?? cause;
}

function codeOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
