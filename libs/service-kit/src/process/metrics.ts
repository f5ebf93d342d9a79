import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { metricCatalogue, type LabelOf, type MetricName, type MetricOf } from './metric-catalogue';

interface Source {
  labels: Record<string, string>;
  read: () => number | Promise<number>;
}

/**
 * The measurements of one process. Services mounted together share a name and differ by their labels
 * (`{ service: 'tickets' }`), so asking for a metric twice is not an error.
 */
export class Metrics {
  readonly registry = new Registry();
  private readonly sources = new Map<string, Source[]>();

  /** A value read when it is scraped; left out of the scrape when it cannot be read. */
  gauge<N extends MetricOf<'gauge'>>(name: N, labels: Record<LabelOf<N>, string>, read: Source['read']): void {
    const known = this.sources.get(name);
    if (known) {
      known.push({ labels, read });
      return;
    }
    const sources: Source[] = [{ labels, read }];
    this.sources.set(name, sources);
    const gauge = new Gauge<string>({
      ...described(name),
      registers: [],
      async collect() {
        this.reset();
        const values = await Promise.allSettled(sources.map(async (source) => source.read()));
        values.forEach((value, index) => {
          if (value.status === 'fulfilled') this.set(sources[index]!.labels, value.value);
        });
      },
    });
    this.registry.registerMetric(gauge);
  }

  counter<N extends MetricOf<'counter'>>(name: N): Counter<LabelOf<N>> {
    const known = this.registry.getSingleMetric(name);
    return known instanceof Counter ? known : new Counter({ ...described(name), registers: [this.registry] });
  }

  /** @param buckets upper bounds, in seconds */
  histogram<N extends MetricOf<'histogram'>>(name: N, buckets: number[]): Histogram<LabelOf<N>> {
    const known = this.registry.getSingleMetric(name);
    return known instanceof Histogram ? known : new Histogram({ ...described(name), buckets, registers: [this.registry] });
  }
}

function described<N extends MetricName>(name: N): { name: N; help: string; labelNames: LabelOf<N>[] } {
  const { help, labels } = metricCatalogue[name];
  return { name, help, labelNames: [...labels] };
}
