import { memoryLimit } from './memory-limit';
import { Metrics } from './metrics';

describe('metrics', () => {
  it('reads a gauge of several services when it is scraped', async () => {
    const metrics = new Metrics();
    let backlog = 1;
    metrics.gauge('outbox_backlog', { service: 'a' }, () => backlog);
    metrics.gauge('outbox_backlog', { service: 'b' }, async () => 7);
    expect(await metrics.registry.metrics()).toMatch(/outbox_backlog\{service="a"\} 1\noutbox_backlog\{service="b"\} 7/);
    backlog = 2;
    expect(await metrics.registry.metrics()).toContain('outbox_backlog{service="a"} 2');
  });

  it('leaves out what cannot be read, and only that', async () => {
    const metrics = new Metrics();
    metrics.gauge('outbox_backlog', { service: 'a' }, () => Promise.reject(new Error('database away')));
    metrics.gauge('outbox_backlog', { service: 'b' }, () => 7);
    const text = await metrics.registry.metrics();
    expect(text).not.toContain('service="a"');
    expect(text).toContain('outbox_backlog{service="b"} 7');
  });

  it('gives the same counter and histogram to all who ask for it', async () => {
    const metrics = new Metrics();
    expect(metrics.counter('deliveries_total')).toBe(metrics.counter('deliveries_total'));
    expect(metrics.histogram('http_request_seconds', [1])).toBe(metrics.histogram('http_request_seconds', [1]));
  });

  it('takes the limit of the container for that of the process, and the machine’s where there is none', () => {
    // Without a limit it is none (0), or more than any machine has.
    expect([memoryLimit(512, 1_024), memoryLimit(0, 1_024), memoryLimit(2 ** 64, 1_024)]).toEqual([512, 1_024, 1_024]);
  });

  it('is one registry per process, not shared between two', async () => {
    new Metrics().gauge('nats_connected', {}, () => 1);
    expect(await new Metrics().registry.metrics()).not.toContain('nats_connected');
  });
});
