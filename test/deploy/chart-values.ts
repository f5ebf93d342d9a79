import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { kubernetes, type Container, type PodSpec } from './manifests';

interface User {
  user: string;
  password: string;
  permissions?: Record<'publish' | 'subscribe', { allow: string[] }>;
}

/** Of a container that the chart makes: `merge` is laid over it. */
interface ChartContainer {
  image: { repository: string; tag: string };
  merge: Pick<Container, 'resources' | 'securityContext'>;
}

/** What of the values for the chart of NATS is looked at here. */
export interface ChartValues {
  config: {
    cluster: { enabled: boolean; replicas: number };
    jetstream: { merge: Record<string, string> };
    merge: { accounts: Record<string, { jetstream: string; users: User[] }>; max_payload: string };
  };
  container: ChartContainer & { env: Record<string, unknown> };
  reloader: ChartContainer & { enabled: boolean };
  promExporter: ChartContainer & { enabled: boolean; podMonitor: { enabled: boolean } };
  podTemplate: { topologySpreadConstraints: Record<string, { maxSkew: number; whenUnsatisfiable: string }>; merge: { spec: Partial<PodSpec> } };
  podDisruptionBudget: { enabled: boolean };
  natsBox: { enabled: boolean };
}

/** As helm lays files over each other: maps are merged, all else is replaced. */
export function chartValues(...files: string[]): ChartValues {
  const read = files.map((file) => parse(readFileSync(join(kubernetes, 'components/nats', file), 'utf8'), { merge: true }) as object);
  return read.reduce(merged) as ChartValues;
}

function merged(under: object, over: object): object {
  const result: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const before = result[key];
    result[key] = isMap(before) && isMap(value) ? merged(before, value) : value;
  }
  return result;
}

const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The configuration that the chart makes of `config.merge`: JSON, in which `<< … >>` stands without its quotes. */
export function serverConfiguration(values: ChartValues, { port, store }: { port: number; store: string }): string {
  const { merge, jetstream } = values.config;
  const whole = { ...merge, port, host: '127.0.0.1', jetstream: { store_dir: store, max_memory_store: 0, ...jetstream.merge } };
  return JSON.stringify(whole, undefined, 2).replaceAll(/"<<\s*(.*?)\s*>>"/g, '$1');
}
