import { sendProblem } from '@property-office/service-kit';
import type { FastifyPluginAsync } from 'fastify';
import type { RouteTable } from '../admission/route-table';
import type { Proxy } from './proxy';

/** One route for each declared operation, answered by its owner. Bodies are not parsed, whatever they are. */
export function proxiedRoutes(table: RouteTable, proxy: Proxy): FastifyPluginAsync {
  return async (http) => {
    http.removeAllContentTypeParsers();
    http.addContentTypeParser('*', (_request, _body, done) => done(null));
    http.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
    for (const route of table.routes) {
      const { method, url } = route;
      http.route({
        method,
        url,
        handler: (request, reply) => proxy.forward(request, reply, route).then(() => reply),
      });
    }
  };
}
