import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { HttpMetrics } from '../process/http-metrics';
import { tellAnswered } from '../tracing/steps';
import { routeOf } from './service-request';

/** One line and one measurement for each answer: route template, status and time, never path, query, headers or body. */
export function recordAnswers(http: FastifyInstance, log: Logger, metrics: HttpMetrics): void {
  http.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    if (!route.startsWith('/health/') && route !== '/metrics') {
      const attributes = { 'http.request.method': request.method, 'http.route': route, 'http.response.status_code': reply.statusCode };
      tellAnswered({ name: routeOf(request), kind: 'server', attributes }, request.context, reply.elapsedTime, reply.statusCode >= 500);
      log.info(
        { route: routeOf(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 },
        'answered',
      );
    }
    done();
  });
}
