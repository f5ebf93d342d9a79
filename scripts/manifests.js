'use strict';
// npm run manifests: renders the overlays of deploy/kubernetes by `kubectl kustomize`; with --check it writes nothing and says
// what is stale. Where kubectl is not there, or older than 1.27, only the recorded hash of what they are made of tells.
const { spawnSync } = require('child_process');
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');

const folder = path.join(__dirname, '..', 'deploy', 'kubernetes');
const rendered = path.join(folder, 'rendered');
const record = path.join(rendered, 'inputs.json');

/** The names of the rendered files, and what each is rendered from: an overlay, and its jobs that go before. */
function overlays() {
  return fs
    .readdirSync(path.join(folder, 'overlays'))
    .sort()
    .flatMap((name) => [
      [name, path.join(folder, 'overlays', name)],
      [`${name}-prepare`, path.join(folder, 'overlays', name, 'prepare')],
    ]);
}

/** `1.32`, or undefined where there is no kubectl that can render as this repository needs it. */
function usableKubectl() {
  const { status, stdout } = spawnSync('kubectl', ['version', '--client', '--output=json'], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const [, major, minor] = /"gitVersion":\s*"v(\d+)\.(\d+)/.exec(stdout) || [];
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 27) ? `${major}.${minor}` : undefined;
}

function render(source) {
  const { status, stdout, stderr } = spawnSync('kubectl', ['kustomize', source], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`kubectl kustomize ${source}: ${stderr}`);
  return stdout;
}

/** One hash over everything that the rendered files are made of. */
function inputsHash() {
  const hash = crypto.createHash('sha256');
  for (const file of filesBelow(folder)) hash.update(`${path.relative(folder, file)}\0`).update(fs.readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesBelow(from) {
  return fs
    .readdirSync(from, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = path.join(from, entry.name);
      if (full === rendered) return [];
      if (entry.name.endsWith('.sh')) return []; // For whoever operates it.
      return entry.isDirectory() ? filesBelow(full) : [full];
    });
}

function recorded() {
  return fs.existsSync(record) ? JSON.parse(fs.readFileSync(record, 'utf8')).sha256 : undefined;
}

/** The names that are stale. `how` says by what that was found out. */
function stale() {
  const hash = inputsHash();
  const kubectl = usableKubectl();
  if (kubectl === undefined) {
    const how = 'NOT RENDERED: no kubectl 1.27 or later here. Compared is only the recorded hash of the inputs.';
    return { how, names: recorded() === hash ? [] : overlays().map(([name]) => name) };
  }
  const names = overlays()
    .filter(([name, source]) => read(name) !== render(source))
    .map(([name]) => name);
  if (recorded() !== hash) names.push('inputs.json');
  return { how: `rendered by kubectl ${kubectl}`, names };
}

function read(name) {
  const file = path.join(rendered, `${name}.yaml`);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

function write() {
  if (usableKubectl() === undefined) throw new Error('kubectl 1.27 or later is needed to render the manifests');
  fs.mkdirSync(rendered, { recursive: true });
  for (const [name, source] of overlays()) fs.writeFileSync(path.join(rendered, `${name}.yaml`), render(source));
  fs.writeFileSync(record, `${JSON.stringify({ sha256: inputsHash() }, undefined, 2)}\n`);
}

function main() {
  if (!process.argv.includes('--check')) write();
  const { how, names } = stale();
  process.stdout.write(`${how}\n${names.map((name) => `${name} is stale: run npm run manifests\n`).join('')}`);
  return names.length > 0 ? 1 : 0;
}

if (require.main === module) process.exitCode = main();

module.exports = { inputsHash, overlays, stale };
