import { startReceiver } from './receiver';

/** A span as a collector is sent it over OTLP/HTTP. */
export interface CollectedSpan {
  /** The process. */
  service: string;
  name: string;
  traceId: string;
  spanId: string;
  /** Empty: it belongs to none. */
  parentSpanId: string;
  attributes: Record<string, string | number>;
}

interface Attribute {
  key: string;
  value: { stringValue?: string; intValue?: number };
}
interface Batch {
  resourceSpans: Array<{
    resource: { attributes: Attribute[] };
    scopeSpans: Array<{ spans: Array<Omit<CollectedSpan, 'service' | 'attributes' | 'parentSpanId'> & { parentSpanId?: string; attributes: Attribute[] }> }>;
  }>;
}

export interface TraceCollector {
  url: string;
  /** Everything received so far. */
  spans(): CollectedSpan[];
  stop(): Promise<void>;
}

/** A collector of OpenTelemetry on loopback. */
export async function startTraceCollector(): Promise<TraceCollector> {
  const { url, received, stop } = await startReceiver();
  return { url, stop, spans: () => received.flatMap(({ body }) => spansOf(JSON.parse(body) as Batch)) };
}

function spansOf({ resourceSpans }: Batch): CollectedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(valuesOf(resource.attributes)['service.name']);
    return scopeSpans.flatMap(({ spans }) =>
      spans.map(({ name, traceId, spanId, parentSpanId = '', attributes }) => ({ service, name, traceId, spanId, parentSpanId, attributes: valuesOf(attributes) })),
    );
  });
}

function valuesOf(attributes: readonly Attribute[]): Record<string, string | number> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]));
}
