import Fastify, { type FastifyInstance } from 'fastify';
import type { Shutdown } from '../process/shutdown';
import { sendProblem } from '../problems/problem-response';
import { answerUnreadable } from './client-error';
import { acceptJson, jsonBodyLimit } from './json-body';
import { requestContextOf, withRequest } from './request-context';
import { assertStorableUrl } from './storable-text';
import './service-request';

/** A request that has not fully arrived by then is given up; the largest upload (200 MiB) takes six megabits a second. */
const requestTimeoutMs = 300_000;

/** The HTTP server of a process, before Nest puts routes on it. */
export function httpServer(shutdown: Shutdown): FastifyInstance {
  const http = Fastify({
    bodyLimit: jsonBodyLimit,
    requestTimeout: requestTimeoutMs,
    clientErrorHandler: answerUnreadable,
    // What the router refuses before any hook runs.
    frameworkErrors: (error, request, reply) => {
      request.context = requestContextOf(request.headers);
      sendProblem(error, request, reply);
    },
  });
  http.decorateRequest('context');
  acceptJson(http);
  http.addHook('onRequest', (request, reply, done) => {
    request.context = requestContextOf(request.headers);
    reply.header('x-request-id', request.context.requestId);
    // Whoever kept this connection for later must open the next one elsewhere.
    if (shutdown.begun) reply.header('connection', 'close');
    withRequest(request.context, () => {
      try {
        assertStorableUrl(request.url);
        done();
      } catch (error) {
        done(error as Error);
      }
    });
  });
  // Reading a body goes on in the socket's context, not in the one of the hook before it.
  http.addHook('preValidation', (request, _, done) => withRequest(request.context, done));
  return http;
}
