import type { FastifyInstance } from 'fastify';
import { Answer } from '../commands/answer';
import { matchesNone } from '../commands/etag';

const written = (json: unknown): string => json as string;

/** Sends what a handler answered: status, Location, ETag, and 304 where the client has this version already. */
export function sendAnswers(http: FastifyInstance): void {
  http.addHook('preSerialization', (request, reply, payload, done) => {
    if (!(payload instanceof Answer)) return done(null, payload);
    const { status, headers, json } = payload;
    reply.headers({ ...headers });
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const unchanged = isRead && matchesNone(request.headers['if-none-match'], headers.etag);
    reply.code(unchanged ? 304 : status).serializer(written);
    if (unchanged || json === '') reply.removeHeader('content-type');
    done(null, unchanged ? '' : json);
  });
}
