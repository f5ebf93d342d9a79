import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './manifests';

const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
const commands = 'apps/all-in-one/src/ops/commands';
/** What is read at night, and by whoever sets an office up. */
const pages = ['README.md', 'deploy/README.md', 'docs/runbook.md', 'docs/upgrade.md', 'docs/many-processes.md', ...readdirSync(join(root, 'docs/runbook')).map((name) => `docs/runbook/${name}`)];

/** What of the commands that a page tells to type is not there: npm's scripts, operators' commands with their verbs and options, scripts for the cluster. */
function untrue(page: string): string[] {
  const codes = [...page.matchAll(/```\w*\n([\s\S]*?)```|`([^`]+)`/g)].map(([, block, span]) => block ?? span!);
  return codes.flatMap((code) => [
    ...[...code.matchAll(/\bnpm run (?:-s |--silent )?([\w:-]+)/g)].filter(([, name]) => !Object.hasOwn(scripts, name!)).map(([, name]) => `npm has no script ${name}`),
    ...[...code.matchAll(/(?:npm run (?:-s |--silent )?ops --|\bops\.sh|\boffice ops) ([^`|&;\n]+)/g)].flatMap(([, words]) => faultsOf(words!.trim().split(/\s+/))),
    ...[...code.matchAll(/(?<![\w/])deploy\/[\w/-]+\.(?:sh|js)\b/g)].filter(([path]) => !existsSync(join(root, path))).map(([path]) => `${path} is not there`),
  ]);
}

function faultsOf([name = '', verb = '', ...rest]: string[]): string[] {
  // A name that stands for any of them, or the shell's own words.
  if (!/^[a-z-]+$/.test(name)) return [];
  const file = `${commands}/${name}.command.ts`;
  if (!existsSync(join(root, file))) return [`ops has no command ${name}`];
  const usage = /usage: \[.*\],$|usage: \[[\s\S]*?\n {2}\],$/m.exec(text(file))![0];
  const named = (word: string): boolean => new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(usage);
  const options = [verb, ...rest].flatMap((word) => /^\[?(--[a-z-]+)/.exec(word)?.[1] ?? []);
  return [
    ...(/^[a-z]+$/.test(verb) && !named(verb) && name !== 'rebuild' ? [`ops ${name} knows no ${verb}`] : []),
    ...options.filter((option) => !named(option)).map((option) => `ops ${name} has no ${option}`),
  ];
}

it.each(pages)('%s tells nobody to type what is not there', (path) => {
  expect(untrue(text(path))).toEqual([]);
});

it.each([
  ['`npm run serve`', 'npm has no script serve'],
  ['`npm run ops -- save`', 'ops has no command save'],
  ['`docker compose run --rm office ops backup --verified --keep 30`', 'ops backup has no --verified'],
  ['`deploy/kubernetes/ops.sh fixity heal`', 'ops fixity knows no heal'],
  ['```sh\nnpm run -s ops -- dead-letters replay --cause X\n```', 'ops dead-letters has no --cause'],
  ['`deploy/kubernetes/apply.sh ./secrets`', 'deploy/kubernetes/apply.sh is not there'],
])('%s: %s', (said, fault) => {
  expect(untrue(`Then ${said}.`)).toEqual([fault]);
});

it('knows what is true', () => {
  expect(untrue('`npm run ops -- backup verify ID --read-only`, `deploy/kubernetes/ops.sh dead-letters discard --fingerprint CAUSE --reason TEXT`, `npm run ops -- rebuild tickets`')).toEqual([]);
});
