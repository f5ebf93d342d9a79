import type { FastifyInstance } from 'fastify';
import type { ProcessParts } from './process-module';

/** Routes for whoever runs the process; not part of the API. Where the door stands before them, it gives /metrics to scrapers only. */
export function addOperationsRoutes(http: FastifyInstance, { readiness, metrics }: ProcessParts): void {
  http.get('/health/live', (_, reply) => reply.send({ status: 'live' }));
  http.get('/health/ready', async (_, reply) => {
    const report = await readiness.report();
    return reply.code(report.status === 'ready' ? 200 : 503).send(report);
  });
  http.get('/metrics', async (_, reply) => {
    const text = await metrics.registry.metrics();
    return reply.type(metrics.registry.contentType).send(text);
  });
}
