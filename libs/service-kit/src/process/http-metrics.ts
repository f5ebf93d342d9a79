import type { Histogram } from 'prom-client';
import type { LabelOf } from './metric-catalogue';
import type { Metrics } from './metrics';

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Time to answer, by method, route template and status. */
export class HttpMetrics {
  private readonly seconds: Histogram<LabelOf<'http_request_seconds'>>;

  constructor(metrics: Metrics) {
    this.seconds = metrics.histogram('http_request_seconds', buckets);
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.seconds.observe({ method, route, status: String(status) }, seconds);
  }
}
