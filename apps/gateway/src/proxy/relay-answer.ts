import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export interface UpstreamAnswer {
  statusCode: number;
  headers: IncomingHttpHeaders;
  stream: Readable;
}

const ofThatConnection = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'server',
  'x-powered-by',
];

const mostListeners = 16;

/**
 * Passes a service's answer on as it comes. When it breaks off half-way the client's connection does too: a cut answer
 * must not look whole.
 */
export function relayAnswer(reply: FastifyReply, { statusCode, headers, stream }: UpstreamAnswer): void {
  const kept = Object.entries(headers).filter(
    ([name, value]) => value !== undefined && !ofThatConnection.includes(name),
  );
  reply.hijack();
  const all: OutgoingHttpHeaders = {
    ...(reply.getHeaders() as OutgoingHttpHeaders),
    ...Object.fromEntries(kept),
  };
  reply.raw.writeHead(statusCode, all);
  // An event stream is open as soon as its headers are there, long before its first event.
  if (headers['content-type']?.startsWith('text/event-stream')) {
    // Fastify, the door and the pipeline listen eleven times for the end of each stream; at ten Node suspects a leak.
    reply.raw.setMaxListeners(mostListeners);
    reply.raw.flushHeaders();
  }
  pipeline(stream, reply.raw, () => undefined);
}
