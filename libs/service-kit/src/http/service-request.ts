import type { Principal } from '@property-office/contracts';
import type { FastifyRequest } from 'fastify';
import type { RequestContext } from './request-context';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the bootstrap before anything else sees the request. */
    context: RequestContext;
    /** Set by the principal guard; absent on public routes without a session. */
    principal?: Principal;
    /** The calling service on `/internal/*`; set by the principal guard. */
    caller?: string;
  }
}

/** Path without the query. */
export function pathOf(request: FastifyRequest): string {
  const { url } = request;
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

/** Method and template, which unlike the path name nobody and nothing: `GET /api/repair-requests/:id`. */
export function routeOf(request: FastifyRequest): string {
  return `${request.method} ${request.routeOptions.url ?? '(no route)'}`;
}
