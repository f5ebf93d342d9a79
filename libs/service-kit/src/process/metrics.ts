import { Counter, Gauge, Histogram, Registry } from 'prom-client';

type Labels = Record<string, string>;
interface Source {
  labels: Labels;
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
  gauge(name: string, help: string, labels: Labels, read: Source['read']): void {
    const known = this.sources.get(name);
    if (known) {
      known.push({ labels, read });
      return;
    }
    const sources: Source[] = [{ labels, read }];
    this.sources.set(name, sources);
    const gauge = new Gauge({
      name,
      help,
      labelNames: Object.keys(labels),
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

  counter(name: string, help: string, labelNames: string[]): Counter {
    const known = this.registry.getSingleMetric(name);
    return known instanceof Counter
      ? known
      : new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  /** @param buckets upper bounds, in seconds */
  histogram(name: string, help: string, labelNames: string[], buckets: number[]): Histogram {
    const known = this.registry.getSingleMetric(name);
    return known instanceof Histogram
      ? known
      : new Histogram({ name, help, labelNames, buckets, registers: [this.registry] });
  }
}
