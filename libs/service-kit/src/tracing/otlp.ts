import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags, type Context } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BatchSpanProcessor, TracerProvider, type IdGenerator } from '@opentelemetry/sdk-trace';
import type { Step, StepRecorder } from './steps';

export interface OtlpOptions {
  /** Of the process. */
  name: string;
  /** Of the collector, as OTEL_EXPORTER_OTLP_ENDPOINT names it: without `/v1/traces`. */
  endpoint: string;
  headers: Readonly<Record<string, string>>;
}

const kinds = { server: SpanKind.SERVER, internal: SpanKind.INTERNAL, producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER } as const;

/**
 * Sends steps to a collector over OTLP/HTTP, in batches; where it does not answer they are dropped, and nobody waits for it.
 * Loaded only where a collector is configured: the SDK takes 20 MB and a tenth of a second.
 */
export class OtlpSteps implements StepRecorder {
  private readonly ids = new GivenIds();
  private readonly provider: TracerProvider;
  private readonly tracer: ReturnType<TracerProvider['getTracer']>;

  constructor({ name, endpoint, headers }: OtlpOptions) {
    const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, headers: { ...headers }, timeoutMillis: 5_000 });
    this.provider = new TracerProvider({
      resource: resourceFromAttributes({ 'service.namespace': 'property-office', 'service.name': name }),
      sampler: new AlwaysOnSampler(),
      idGenerator: this.ids,
      spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: 1_000 })],
    });
    this.tracer = this.provider.getTracer('property-office');
  }

  record({ name, kind, attributes, traceparent, parent, began, ended, failed }: Step): void {
    this.ids.next = idsOf(traceparent);
    const span = this.tracer.startSpan(name, { kind: kinds[kind], attributes, startTime: began }, contextOf(parent));
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(ended);
  }

  /** Sends what is left. */
  stop(): Promise<void> {
    return this.provider.shutdown();
  }
}

/** A step has its ids before its span: they are in the events it caused. */
class GivenIds implements IdGenerator {
  next = { traceId: '', spanId: '' };

  generateTraceId(): string {
    return this.next.traceId;
  }

  generateSpanId(): string {
    return this.next.spanId;
  }
}

function contextOf(parent: string | undefined): Context {
  if (parent === undefined) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, { ...idsOf(parent), traceFlags: TraceFlags.SAMPLED, isRemote: true });
}

function idsOf(traceparent: string): { traceId: string; spanId: string } {
  return { traceId: traceparent.slice(3, 35), spanId: traceparent.slice(36, 52) };
}
