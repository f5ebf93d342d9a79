import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { newOriginals, secretsOf as madeOf } from '../../apps/all-in-one/src/ops/secrets';
import { kubernetes, nameOf, rendered, root, type Manifest } from './manifests';

/** The rows of "What to set, once": what stands between backticks is a name or an example. */
const rows = /### What to set, once\n([\s\S]*?)\nEverything else/.exec(readFileSync(join(root, 'deploy/README.md'), 'utf8'))![1]!.split('\n').filter((line) => line.startsWith('| ')).slice(1);
const made = madeOf(newOriginals({ databaseUrl: 'postgres://a@b/c', natsUrl: 'nats://d' })).map(({ name }) => name);

/** Secrets that a manifest names, wherever it does: of volumes, of certificates, of the database and its backups. */
function secretsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(secretsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    if (key === 'secretName') return [String(each)];
    return /(?:^secret|Secret|AccessKey|accessKeyId)$/.test(key) ? [...secretsOf(each), ...nameIn(each)] : secretsOf(each);
  });
}

const nameIn = (value: unknown): string[] => (typeof (value as { name?: unknown } | null)?.name === 'string' ? [(value as { name: string }).name] : []);

/** Fields whose value stands for the company's own. */
function placeholdersOf(value: unknown, field = ''): string[] {
  if (typeof value === 'string') return /\bexample\b/.test(value) ? [field] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => placeholdersOf(each, Array.isArray(value) ? field : key));
}

/** By what name a row speaks of a field. */
const spokenOf: Readonly<Record<string, string>> = { image: 'newName', host: 'spec.rules[0].host', hosts: 'spec.tls[0]' };

/** What an operations person would have to find out by reading the manifests. */
function unsaid(manifests: readonly Manifest[], variables: readonly string[], table: readonly string[]): string[] {
  const names = [
    ...new Set([...manifests.flatMap((manifest) => placeholdersOf(manifest)).map((field) => spokenOf[field] ?? field), ...manifests.flatMap(secretsOf).filter((name) => !made.includes(name)), ...variables]),
  ];
  return names.flatMap((name) => {
    const saying = table.filter((row) => row.includes(`\`${name}\``) || row.includes(`\`${name}:`)).length;
    return saying === 0 ? [`${name} is in no row`] : [];
  });
}

/** What is the company's own and looks like anything else: rules that let out of the namespace, or in from another one, and what a Prometheus has to know by its labels. */
function unnamed(manifests: readonly Manifest[], table: readonly string[]): string[] {
  return manifests
    .filter(({ kind, spec }) => kind === 'PodMonitor' || (kind === 'NetworkPolicy' && beyond(spec)))
    .filter(({ kind, metadata }) => !table.some((row) => row.includes(kind.replace(/y$/, '')) && row.includes(`\`${metadata.name}\``)))
    .map((manifest) => `${nameOf(manifest)} is in no row`);
}

/** A rule for the world, for an address, or for another namespace: the cluster's own differ, too. */
function beyond(spec: Manifest['spec']): boolean {
  const { egress = [], ingress = [] } = spec as Partial<Record<'egress' | 'ingress', Array<{ to?: object[]; from?: object[] }>>>;
  const open = [...egress.map(({ to }) => to), ...ingress.map(({ from }) => from)].some((peers) => peers === undefined);
  return open || /"ipBlock"|"namespaceSelector"/.test(JSON.stringify({ egress, ingress }));
}

/** What makes each Secret that a manifest names: `prepare-secrets`, or a command of the first time. */
const firstTime = /### The first time\n([\s\S]*?)\n### /.exec(readFileSync(join(root, 'deploy/README.md'), 'utf8'))![1]!;
const unmade = (manifests: readonly Manifest[], commands: string): string[] =>
  [...new Set(manifests.flatMap(secretsOf))].filter((name) => !made.includes(name) && !new RegExp(`create secret [\\w-]+ ${name} `).test(commands));

const overlays = ['production', 'production-s3', 'one-node'] as const;
const variablesOf = (overlay: string): string[] =>
  ['office.env', 'prepare/office.env'].flatMap((file) => [...readFileSync(join(kubernetes, 'overlays', overlay, file), 'utf8').matchAll(/^(\w+)=/gm)].map((found) => found[1]!));

it.each(overlays)('whatever of %s is the company’s own is told in the table, with an example', (overlay) => {
  const manifests = [...rendered().get(overlay)!, ...rendered().get(`${overlay}-prepare`)!];
  expect(unsaid(manifests, variablesOf(overlay), rows)).toEqual([]);
  expect([unnamed(manifests, rows), unmade(manifests, firstTime)]).toEqual([[], []]);
  expect(rows.filter((row) => row.split(' | ').length !== 3 || / \|\s*\|$/.test(row))).toEqual([]);
});

it('an overlay is told apart from what is rendered for its jobs, and stands by itself: a copy of it is all there is to change', () => {
  expect(overlays.flatMap((name) => [name, `${name}-prepare`]).sort()).toEqual([...rendered().keys()].sort());
  const buildsOn = (folder: string) => (parse(readFileSync(join(kubernetes, 'overlays', folder, 'kustomization.yaml'), 'utf8')) as { resources: string[] }).resources;
  for (const name of overlays) expect([buildsOn(name), buildsOn(`${name}/prepare`)]).toEqual([['../../base'], ['../../../prepare']]);
});

it('each value has one row', () => {
  const values = rows.map((row) => row.split(' | ')[0]);
  expect(new Set(values).size).toBe(values.length);
  const firsts = rows.flatMap((row) => [...row.split(' | ')[1]!.matchAll(/`([A-Z][A-Z_]+)` in /g)].map((found) => found[1]));
  expect(new Set(firsts).size).toBe(firsts.length);
});

it('tells a value, a secret and a variable that no row speaks of', () => {
  const production = rendered().get('production')!;
  const without = (word: string) => unsaid(production, variablesOf('production'), rows.filter((row) => !row.includes(word)));
  expect(without('endpointURL')).toContain('endpointURL is in no row');
  expect(without('object-store')).toContain('object-store is in no row');
  expect(without('property-office-tls')).toEqual(expect.arrayContaining(['property-office-tls is in no row', 'spec.rules[0].host is in no row']));
  expect(unsaid(production, ['METRICS_NETWORK'], rows)).toEqual(['METRICS_NETWORK is in no row']);
  const unnamedWithout = (word: string) => unnamed(production, rows.filter((row) => !row.includes(word)));
  expect(unnamedWithout('podMonitorSelector').sort()).toEqual(['PodMonitor office-database is in no row', 'PodMonitor property-office is in no row']);
  expect(unnamedWithout('OUTBOUND_ALLOWED_NETWORKS')).toEqual(['NetworkPolicy notifications is in no row']);
  expect(unnamedWithout('169.254.20.10')).toEqual(['NetworkPolicy names is in no row']);
  expect(unnamedWithout('OTEL_EXPORTER')).toEqual(['NetworkPolicy traces is in no row']);
  expect(unmade(production, firstTime.replace(/^.*create secret tls.*$/m, ''))).toEqual(['property-office-tls']);
});
