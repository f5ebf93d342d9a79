import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newOriginals, secretsOf as madeOf } from '../../apps/all-in-one/src/ops/secrets';
import { kubernetes, rendered, root, type Manifest } from './manifests';

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

const overlays = ['production', 'one-node'] as const;
const variablesOf = (overlay: string): string[] =>
  ['office.env', 'prepare/office.env'].flatMap((file) => [...readFileSync(join(kubernetes, 'overlays', overlay, file), 'utf8').matchAll(/^(\w+)=/gm)].map((found) => found[1]!));

it.each(overlays)('whatever of %s is the company’s own is told in the table, with an example', (overlay) => {
  const manifests = [...rendered().get(overlay)!, ...rendered().get(`${overlay}-prepare`)!];
  expect(unsaid(manifests, variablesOf(overlay), rows)).toEqual([]);
  expect(rows.filter((row) => row.split(' | ').length !== 3 || / \|\s*\|$/.test(row))).toEqual([]);
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
});
