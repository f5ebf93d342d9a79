import { Metrics } from './metrics';

describe('metrics', () => {
  it('reads a gauge of several services when it is scraped', async () => {
    const metrics = new Metrics();
    let backlog = 1;
    metrics.gauge('backlog', 'help', { service: 'a' }, () => backlog);
    metrics.gauge('backlog', 'help', { service: 'b' }, async () => 7);
    expect(await metrics.registry.metrics()).toMatch(/backlog\{service="a"\} 1\nbacklog\{service="b"\} 7/);
    backlog = 2;
    expect(await metrics.registry.metrics()).toContain('backlog{service="a"} 2');
  });

  it('leaves out what cannot be read, and only that', async () => {
    const metrics = new Metrics();
    metrics.gauge('backlog', 'help', { service: 'a' }, () => Promise.reject(new Error('database away')));
    metrics.gauge('backlog', 'help', { service: 'b' }, () => 7);
    const text = await metrics.registry.metrics();
    expect(text).not.toContain('service="a"');
    expect(text).toContain('backlog{service="b"} 7');
  });

  it('gives the same counter and histogram to all who ask for it', async () => {
    const metrics = new Metrics();
    expect(metrics.counter('c', 'help', ['x'])).toBe(metrics.counter('c', 'help', ['x']));
    expect(metrics.histogram('h', 'help', [], [1])).toBe(metrics.histogram('h', 'help', [], [1]));
  });

  it('is one registry per process, not shared between two', async () => {
    new Metrics().gauge('only_here', 'help', {}, () => 1);
    expect(await new Metrics().registry.metrics()).not.toContain('only_here');
  });
});
