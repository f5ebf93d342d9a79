import { createHash } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { docsPage, docsScript } from './docs-page';
import { swaggerFile } from './swagger-files';

/** The API document and a page to read it, from here alone: no other host is asked for anything. */
export function serveApiDocument(http: FastifyInstance, document: OpenAPIObject): void {
  const own = { config: { ofProcess: true } };
  const json = Buffer.from(JSON.stringify(document));
  const files = {
    '/api/openapi.json': { type: 'application/json; charset=utf-8', read: () => json },
    '/api/docs': { type: 'text/html; charset=utf-8', read: () => docsPage },
    '/api/docs/start.js': { type: 'text/javascript; charset=utf-8', read: () => docsScript },
    '/api/docs/swagger-ui.css': {
      type: 'text/css; charset=utf-8',
      read: () => swaggerFile('swagger-ui.css'),
    },
    '/api/docs/swagger-ui-bundle.js': {
      type: 'text/javascript; charset=utf-8',
      read: () => swaggerFile('swagger-ui-bundle.js'),
    },
  };
  for (const [path, { type, read }] of Object.entries(files)) {
    http.get(path, own, (request, reply) => sendFile(request, reply, type, read()));
  }
}

function sendFile(request: FastifyRequest, reply: FastifyReply, type: string, content: Buffer): FastifyReply {
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  reply.headers({ 'content-type': type, 'cache-control': 'no-cache', etag });
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
  return reply.send(content);
}
