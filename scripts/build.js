'use strict';
// Builds what changed since the last build: the modules of each project (swc), and of these the programs in dist/ (pack.js).
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const { root, runTool, say } = require('./run');

const LOG = path.join(root, '.cache', 'build.log');
/** What the modules were last made of. */
const BUILT = path.join(root, '.cache', 'built');
const SHARED = ['.swcrc', 'nx.json', 'tsconfig.json', 'package-lock.json'];
const LEFT_OUT = new Set(['dist', 'node_modules']);

const NX = path.join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
const NX_ENV = {
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
  // Of this checkout alone: Nx's own choice is shared by all clones of a user.
  NX_CACHE_DIRECTORY: path.join(root, '.nx', 'cache'),
};

/** All that runs. Resolves with the build's exit code, 0 where nothing had to be built. */
async function buildWhenChanged() {
  const code = await buildModules();
  if (code !== 0) return code;
  const { LOADER, MADE_OF, pack } = require('./pack'); // Not at the top: a checkout that was never installed has no esbuild yet.
  const packing = [path.join(__dirname, 'pack.js'), LOADER].map((file) => fs.readFileSync(file, 'utf8'));
  const state = crypto.hash('sha256', [lastOf(BUILT), process.version, ...packing].join());
  if (state === lastOf(MADE_OF)) return 0;
  const start = Date.now();
  try {
    await pack();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  fs.writeFileSync(MADE_OF, state);
  say(`Packed in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return 0;
}

/** The modules alone, for whoever starts them unpacked. Resolves as buildWhenChanged does. */
async function buildModules() {
  for (let state = stateOfSources(); state !== lastOf(BUILT) || !projects().every(isBuilt); state = stateOfSources()) {
    const code = await build();
    if (code !== 0) return code;
    // What was edited meanwhile may be half in: then the state differs, and it is built once more.
    fs.writeFileSync(BUILT, state);
  }
  return 0;
}

async function build() {
  const start = Date.now();
  say('Building');
  fs.mkdirSync(path.dirname(BUILT), { recursive: true });
  const log = fs.openSync(LOG, 'w');
  const args = [NX, 'run-many', '-t', 'build', '--output-style=static'];
  const code = await runTool(process.execPath, args, { env: NX_ENV, output: log });
  fs.closeSync(log);
  if (code === 0) say(`Built in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  else process.stderr.write(fs.readFileSync(LOG));
  return code;
}

function isBuilt(project) {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(project, 'package.json'), 'utf8'));
  return !(scripts && scripts.build) || fs.existsSync(path.join(project, 'dist'));
}

function lastOf(stamp) {
  try {
    return fs.readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

/** Names, times and sizes of all sources: some 10 ms. */
function stateOfSources() {
  const hash = crypto.createHash('sha256');
  const add = (file) => {
    const { mtimeMs, size } = fs.statSync(file);
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  };
  SHARED.forEach((name) => add(path.join(root, name)));
  for (const project of projects()) filesOf(project).forEach(add);
  return hash.digest('hex');
}

function projects() {
  return ['apps', 'libs'].flatMap((kind) =>
    fs
      .readdirSync(path.join(root, kind))
      .map((name) => path.join(root, kind, name))
      .filter((folder) => fs.existsSync(path.join(folder, 'package.json'))),
  );
}

function filesOf(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? filesOf(full) : [full];
  });
}

module.exports = { buildModules, buildWhenChanged };
