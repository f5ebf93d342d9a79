import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../http/language';
import { pathOf } from '../http/service-request';
import { faultProblem, problemOf, statusOfKind, type Problem } from './problem';
import { refusalOf } from './refusal';

export const problemType = 'application/problem+json; charset=utf-8';

export interface ProblemAnswer {
  problem: Problem;
  headers: Record<string, string>;
}

/** The answer to an error, in the language the client reads. A fault tells nothing but that it happened. */
export function problemAnswer(error: unknown, request: FastifyRequest): ProblemAnswer {
  const language = languageOf(request.headers['accept-language']);
  const reading = request.method === 'GET' || request.method === 'HEAD';
  const place = { language, reading, instance: pathOf(request), requestId: request.context?.requestId };
  const headers = { 'content-type': problemType, 'content-language': language, vary: 'accept-language' };
  const refusal = refusalOf(error);
  if (!refusal) return { problem: faultProblem(place), headers };
  const { error: domainError, status = statusOfKind[domainError.spec.kind] } = refusal;
  const problem = problemOf(domainError, { ...place, status });
  const { retryAfter = defaultRetryAfter(status) } = domainError;
  return {
    problem,
    headers: retryAfter === undefined ? headers : { ...headers, 'retry-after': String(retryAfter) },
  };
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { problem, headers } = problemAnswer(error, request);
  reply.code(problem.status).headers(headers).serializer(JSON.stringify).send(problem);
}

const whole = new WeakSet<ServerResponse>();

/** Says that the answer is written to its last byte, though it is kept open while the rest of the request is read away. */
export const markWhole = (response: ServerResponse): void => void whole.add(response);

export const isWhole = (response: ServerResponse): boolean => whole.has(response);

/** 429 and 503 always say when to come back (api.md). */
function defaultRetryAfter(status: number): number | undefined {
  return status === 429 || status === 503 ? 2 : undefined;
}
