import type { FastifyInstance } from 'fastify';
import type { ProcessParts } from './process-module';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Belongs to the process and to no operation of a service: the door asks nobody who they are. */
    ofProcess?: boolean;
  }
}

/** Routes for whoever runs the process; not part of the API. Where the door stands before them, it gives /metrics to scrapers only. */
export function addOperationsRoutes(http: FastifyInstance, { readiness, metrics }: ProcessParts): void {
  const config = { ofProcess: true };
  http.get('/health/live', { config }, (_, reply) => reply.send({ status: 'live' }));
  http.get('/health/ready', { config }, async (_, reply) => {
    const report = await readiness.report();
    return reply.code(report.status === 'ready' ? 200 : 503).send(report);
  });
  http.get('/metrics', { config }, async (_, reply) => {
    const text = await metrics.registry.metrics();
    return reply.type(metrics.registry.contentType).send(text);
  });
}
