'use strict';
// Packages of hundreds of small files, each packed into one file for the specs; `packed-environment.js` runs these.
const crypto = require('crypto');
const fs = require('fs');
const { createRequire } = require('module');
const path = require('path');
const { transformSync } = require('@swc/core');

const root = path.join(__dirname, '..');
const PACKED = path.join(root, '.cache', 'packed');

/**
 * By what is packed together, how it is asked for. Jest finds, reads and links every file again for each spec file, which took most of
 * a short spec's time. Of these the specs, and whoever else they load, ask for nothing but this, so that nobody meets a second copy.
 */
const PACKS = [
  { packages: ['typebox'], entries: ['typebox', 'typebox/compile'] },
  { packages: ['es-toolkit'], entries: ['es-toolkit/compat'] },
  { packages: ['rxjs'], entries: ['rxjs', 'rxjs/operators'] },
  { packages: ['class-validator', 'libphonenumber-js', 'validator'], entries: ['class-validator'] },
  { packages: ['typeorm'], entries: ['typeorm'] },
  {
    packages: ['@nestjs/common', '@nestjs/core', '@nestjs/mapped-types', '@nestjs/microservices', '@nestjs/platform-fastify', '@nestjs/swagger'],
    entries: ['@nestjs/common', '@nestjs/common/internal', '@nestjs/core', '@nestjs/microservices', '@nestjs/platform-fastify', '@nestjs/swagger'],
  },
];

/** Jest's map from each such name to its packed file; packs first what was installed since, or never packed. */
function packedPackages() {
  const state = crypto.hash('sha256', fs.readFileSync(__filename, 'utf8') + fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const folder = path.join(PACKED, state.slice(0, 16));
  if (!fs.existsSync(folder)) packAll(folder);
  return Object.fromEntries([
    ...PACKS.flatMap(({ entries }) => entries.map((entry) => [`^${entry}$`, path.join(folder, fileOf(entry))])),
    // Any other path of theirs is refused, and the message leads here.
    ...PACKS.flatMap(({ packages }) => packages.map((name) => [`^${name}(/.*)?$`, path.join(__filename, name)])),
  ]);
}

function packAll(folder) {
  // Renamed when done: half of it is never taken for all of it.
  const unfinished = `${folder}.${process.pid}`;
  fs.mkdirSync(unfinished, { recursive: true });
  for (const [at, { packages, entries }] of PACKS.entries()) {
    const { code, places } = pack(packages, entries);
    const write = (name, text) => fs.writeFileSync(path.join(unfinished, name), text);
    write(`${at}.script`, code);
    write(`${at}.js`, `module.exports = runPack(require('path').join(__dirname, '${at}.script'))(require);\n`);
    for (const entry of entries) write(fileOf(entry), `module.exports = require('./${at}.js')(${places.get(entry)});\n`);
  }
  try {
    fs.renameSync(unfinished, folder);
  } catch (error) {
    if (!fs.existsSync(folder)) throw error;
    fs.rmSync(unfinished, { recursive: true }); // Another run in this checkout was quicker.
  }
}

const fileOf = (entry) => `${entry.replaceAll('/', '-')}.js`;

/** One module that holds all others as functions, and answers with the one at a place. */
function pack(packages, entries) {
  const folders = packages.map((name) => path.join(root, 'node_modules', name, path.sep));
  const files = [];
  const placeOf = (file) => {
    if (!files.includes(file)) files.push(file);
    return files.indexOf(file);
  };
  const places = new Map(entries.map((entry) => [entry, placeOf(createRequire(__filename).resolve(entry))]));
  const modules = [];
  // What is come upon on the way is appended, and so comes up, too.
  for (const file of files) {
    const code = commonJs(file);
    const own = {};
    for (const [, name] of code.matchAll(/\brequire\(["']([^"']+)["']\)/g)) {
      const found = resolved(file, name);
      if (found && folders.some((folder) => found.startsWith(folder))) own[name] = placeOf(found);
    }
    modules.push(`[${JSON.stringify(own)}, ${JSON.stringify(file)}, function (module, exports, require, __filename, __dirname) {\n${code}\n}]`);
  }
  return { places, code: `(${loader})([\n${modules.join(',\n')}\n])` };
}

/** What Node does with modules that require one another. @param require for what is not in the pack */
const loader = (modules) => (require) => {
  const loaded = [];
  return function load(at) {
    if (loaded[at]) return loaded[at].exports;
    const [own, file, run] = modules[at];
    const one = (loaded[at] = { exports: {} });
    const requireOne = (name) => (name in own ? load(own[name]) : require(name));
    run.call(one.exports, one, one.exports, requireOne, file, require('path').dirname(file));
    return one.exports;
  };
};

function commonJs(file) {
  const code = fs.readFileSync(file, 'utf8');
  if (file.endsWith('.json')) return `module.exports = ${code};`;
  if (!isEsModule(file)) return code;
  return transformSync(code, { swcrc: false, module: { type: 'commonjs' }, jsc: { target: 'es2023' } }).code;
}

function isEsModule(file) {
  if (!file.endsWith('.js')) return file.endsWith('.mjs');
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const description = path.join(folder, 'package.json');
    if (fs.existsSync(description)) return JSON.parse(fs.readFileSync(description, 'utf8')).type === 'module';
  }
}

/** Where it is, or nothing: some ask for what is only perhaps installed. */
function resolved(file, name) {
  try {
    return createRequire(file).resolve(name);
  } catch {
    return undefined;
  }
}

module.exports = { PACKS, packedPackages };
