import type { OutgoingHttpHeaders } from 'node:http';
import { DomainError } from '@property-office/kernel';
import { isWhole, markWhole, problemAnswer, sendProblem } from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A body up to this size is read away by the server itself while it answers. */
const smallBody = 64 * 1024;
/** How long the rest of a refused body is read, so that the client gets to see the answer. */
const drainMs = 5_000;

/** Answers with a problem instead of letting the request in. */
export function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  // Refused before, and only the rest of its body went on.
  if (isWhole(reply.raw)) return;
  if (reply.raw.headersSent || reply.raw.destroyed) {
    reply.raw.destroy();
    return;
  }
  if (error instanceof DomainError && error.spec.kind === 'unauthenticated')
    reply.header('www-authenticate', 'Bearer');
  if (bodyStillComing(request)) answerAndDrain(error, request, reply);
  else sendProblem(error, request, reply);
}

function bodyStillComing({ raw, headers }: FastifyRequest): boolean {
  if (raw.complete) return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > smallBody;
}

/**
 * Closing a connection on which the client still sends makes its system throw away our answer. So the answer goes out
 * whole, the rest of the body is read away for a while, and then the connection closes.
 */
function answerAndDrain(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { problem, headers } = problemAnswer(error, request);
  const body = Buffer.from(JSON.stringify(problem));
  reply.hijack();
  const all: OutgoingHttpHeaders = {
    ...(reply.getHeaders() as OutgoingHttpHeaders),
    ...headers,
    'content-length': body.length,
    connection: 'close',
  };
  reply.raw.writeHead(problem.status, all);
  reply.raw.write(body);
  markWhole(reply.raw);
  const { raw } = request;
  const { socket } = raw;
  const end = (): void => {
    clearTimeout(timer);
    socket.off('close', end);
    reply.raw.end();
  };
  const timer = setTimeout(end, drainMs);
  socket.once('close', end);
  // Not its 'end' or 'close': a reader that gives up destroys the request, which then closes at once and never ends.
  const push = raw.push.bind(raw);
  raw.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk === null) end();
    return push(chunk, encoding);
  };
  raw.resume();
}
