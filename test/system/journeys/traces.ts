import { randomBytes } from 'node:crypto';
import { waitFor, type CollectedSpan } from '@property-office/testing';
import { journey } from '../../support/journey';
import { accepted, repairsPath, reportOf } from '../../support/repairs';
import { schemasOf } from '../../support/rest';
import type { RepairView } from '../../support/views';

/** All that a span says besides its name and its place in the trace. */
const sayable = [
  'http.request.method',
  'http.route',
  'http.response.status_code',
  'db.system.name',
  'operation',
  'messaging.system',
  'messaging.destination.name',
  'messaging.consumer.group.name',
  'event.type',
];
/** Routes as templates, operations, types of events, durables: nothing of any one thing or person. */
const impersonal = /^(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?:\/[\w.:*-]*)+|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \(no route\)|transaction \w+\.\w+|publish [a-z-]+\.[a-z-]+\.v\d+|[a-z-]+__[a-z_]+_v\d+)$/;
const anId = /[0-9a-f]{8}-[0-9a-f]{4}|\d{5}|[^\u0020-\u007e]/;

export const traces = journey('traces', (given) => {
  it('one trace runs from the report at the door to the last reaction', async () => {
    const { office, outside } = given;
    const resident = await office.as('resident');
    const [traceId, began] = [randomBytes(16).toString('hex'), '00f067aa0ba902b7'];
    accepted(await resident.post<RepairView>(repairsPath, reportOf(resident), { headers: { traceparent: `00-${traceId}-${began}-01` } }), 201);
    await office.comeToRest();
    const applied = await reactionsOf(traceId);
    // Sent each second.
    const spans = await waitFor(
      () => {
        const found = outside.collector.spans().filter((span) => span.traceId === traceId);
        return applied.every((durable) => found.some(({ name }) => name === durable)) && found;
      },
      { what: 'the spans of every reaction' },
    );
    const spanOf = (name: string, service?: string): CollectedSpan => {
      const span = spans.find((each) => each.name === name && (!service || each.service === service));
      if (!span) throw new Error(`there is no span ${name} among ${spans.map((each) => `${each.service} ${each.name}`).join(', ')}`);
      return span;
    };
    const separate = spans.some(({ service }) => service === 'gateway');
    const door = spanOf(`POST ${repairsPath}`, separate ? 'gateway' : undefined);
    const request = spanOf(`POST ${repairsPath}`, separate ? 'tickets' : undefined);
    const transaction = spanOf('transaction tickets.reportRepair');
    expect([door.parentSpanId, request.parentSpanId === (separate ? door.spanId : began)]).toEqual([began, true]);
    expect([transaction.parentSpanId, spanOf('publish tickets.repair-requested.v1').parentSpanId]).toEqual([request.spanId, transaction.spanId]);
    // What dispatch made of it belongs to its reaction, and what others made of that to dispatch's.
    const dispatching = spanOf(applied.find((durable) => durable.startsWith('dispatch__episodes_'))!);
    expect(dispatching.parentSpanId).toBe(transaction.spanId);
    const published = spans.filter(({ name, parentSpanId }) => name.startsWith('publish dispatch.') && parentSpanId === dispatching.spanId);
    expect(published.map(({ name }) => name)).toContain('publish dispatch.work-order-created.v1');
    expect(spans.filter(({ name, parentSpanId }) => name.startsWith('tracking__') && parentSpanId === dispatching.spanId).length).toBeGreaterThan(0);
    // One tree.
    const ids = new Set([began, ...spans.map(({ spanId }) => spanId)]);
    expect(spans.filter(({ parentSpanId }) => !ids.has(parentSpanId))).toEqual([]);
  });

  it('no span of all that was done says who or what it was about', () => {
    const spans = given.outside.collector.spans();
    expect(spans.length).toBeGreaterThan(20);
    const wrong = spans.filter(({ name, attributes }) => {
      const values = Object.entries(attributes).filter(([key]) => key !== 'http.response.status_code').map(([, value]) => String(value));
      return !impersonal.test(name) || [name, ...values].some((text) => anId.test(text)) || Object.keys(attributes).some((key) => !sayable.includes(key));
    });
    expect(wrong).toEqual([]);
  });

  /** The durables that received an event of the trace. */
  async function reactionsOf(traceId: string): Promise<string[]> {
    const { office } = given;
    const schemas = await schemasOf(office);
    const events = schemas.map((schema) => `SELECT event_id FROM ${schema}.ledger WHERE split_part(traceparent, '-', 2) = $1`).join(' UNION ALL ');
    const received = schemas.map((schema) => `SELECT consumer FROM ${schema}.inbox JOIN events USING (event_id)`).join(' UNION ');
    const rows = await office.query<{ consumer: string }>(`WITH events AS (${events}) ${received}`, [traceId]);
    return rows.map(({ consumer }) => consumer);
  }
});
