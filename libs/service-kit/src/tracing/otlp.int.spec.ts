import { startReceiver, waitFor } from '@property-office/testing';
import { createLogger } from '../process/logging';
import { Shutdown } from '../process/shutdown';
import { startTracing } from './start-tracing';
import { tellAnswered, tellSteps } from './steps';

const mockLoaded = jest.fn();
jest.mock('./otlp', () => {
  mockLoaded();
  return jest.requireActual<object>('./otlp');
});

afterEach(() => tellSteps(undefined));

it('without a collector nothing of OpenTelemetry is loaded', () => {
  startTracing({ name: 'tickets', shutdown: new Shutdown(createLogger('spec', 'silent')) }, { endpoint: undefined, headers: '' });
  expect(mockLoaded).not.toHaveBeenCalled();
});

it('sends a step to the collector under its own ids, with what the collector asks for, and what is left at the end', async () => {
  const collector = await startReceiver();
  try {
    const shutdown = new Shutdown(createLogger('spec', 'silent'));
    startTracing({ name: 'tickets', shutdown }, { endpoint: `${collector.url}/`, headers: 'authorization=Bearer%20x, x-office=1' });
    const own = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const parent = `00-${'a'.repeat(32)}-${'c'.repeat(16)}-01`;
    tellAnswered({ name: 'GET /api/x', kind: 'server', attributes: { 'http.response.status_code': 500 } }, { traceparent: own, parent }, 20, true);
    expect(mockLoaded).toHaveBeenCalledTimes(1);
    await shutdown.run();
    const [sent] = collector.received;
    expect(sent).toMatchObject({ method: 'POST', path: '/v1/traces', headers: { authorization: 'Bearer x', 'x-office': '1', 'content-type': 'application/json' } });
    const { resourceSpans } = JSON.parse(sent!.body);
    expect(resourceSpans[0].resource.attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'tickets' } });
    const [span] = resourceSpans[0].scopeSpans[0].spans;
    expect(span).toMatchObject({ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), parentSpanId: 'c'.repeat(16), name: 'GET /api/x', kind: 2, status: { code: 2 } });
    expect(Number(span.endTimeUnixNano) - Number(span.startTimeUnixNano)).toBeGreaterThan(19_000_000);
  } finally {
    await collector.stop();
  }
});

it('a collector that is away holds nobody up', async () => {
  const shutdown = new Shutdown(createLogger('spec', 'silent'));
  startTracing({ name: 'tickets', shutdown }, { endpoint: 'http://127.0.0.1:1', headers: '' });
  tellAnswered({ name: 'GET /api/x', kind: 'server', attributes: {} }, { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` }, 20, false);
  await waitFor(async () => (await shutdown.run(), true), { what: 'the process to stop', timeoutMs: 10_000 });
});
