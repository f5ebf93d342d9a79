import type { Application } from '../process/create-application';
import { stopOrder } from '../process/shutdown';
import { tellSteps } from './steps';

/** Traces from now on, where a collector is configured; otherwise nothing of it is even loaded. */
export function startTracing({ name, shutdown }: Pick<Application, 'name' | 'shutdown'>, tracing: { endpoint: string | undefined; headers: string } | undefined): void {
  if (!tracing?.endpoint) return;
  const { OtlpSteps } = require('./otlp') as typeof import('./otlp');
  const steps = new OtlpSteps({ name, endpoint: tracing.endpoint, headers: headersOf(tracing.headers) });
  tellSteps(steps);
  shutdown.register('send traces', stopOrder.pools, () => steps.stop(), 3_000);
}

/** As the standard writes them: `name=value,name=value`, values percent-encoded. */
function headersOf(text: string): Record<string, string> {
  const pairs = text.split(',').filter((part) => part.includes('='));
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), decodeURIComponent(pair.slice(pair.indexOf('=') + 1).trim())]));
}
