'use strict';
// Packages of hundreds of small files, each packed into one file for the specs; `packed-environment.js` runs these.
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const esbuild = require('esbuild');

const root = path.join(__dirname, '..');
const PACKED = path.join(root, '.cache', 'packed');

/**
 * By what is packed together, how it is asked for. Jest finds, reads and links every file again for each spec file, which took most of
 * a short spec's time: six of them took 45.7 s of processor time before and 37.2 s since (three pairs in turn). Of these packages the
 * specs, and whoever else they load, ask for nothing but this, so that nobody meets a second copy.
 */
const PACKS = [
  { packages: ['typebox'], entries: ['typebox', 'typebox/compile'] },
  { packages: ['es-toolkit'], entries: ['es-toolkit/compat'] },
  { packages: ['rxjs'], entries: ['rxjs', 'rxjs/operators'] },
  { packages: ['class-validator', 'libphonenumber-js', 'validator'], entries: ['class-validator'] },
  { packages: ['typeorm'], entries: ['typeorm'] },
  {
    packages: [
      '@nestjs/common',
      '@nestjs/core',
      '@nestjs/mapped-types',
      '@nestjs/microservices',
      '@nestjs/platform-fastify',
      '@nestjs/swagger',
    ],
    entries: [
      '@nestjs/common',
      '@nestjs/common/internal',
      '@nestjs/core',
      '@nestjs/microservices',
      '@nestjs/platform-fastify',
      '@nestjs/swagger',
    ],
  },
];

/** Jest's map from each such name to its packed file; packs first what was installed since, or never packed. */
async function packedPackages() {
  const state = crypto.hash(
    'sha256',
    fs.readFileSync(__filename, 'utf8') + fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'),
  );
  const folder = path.join(PACKED, state.slice(0, 16));
  if (!fs.existsSync(folder)) await packAll(folder);
  return Object.fromEntries([
    ...PACKS.flatMap(({ entries }) =>
      entries.map((entry) => [`^${entry}$`, path.join(folder, fileOf(entry))]),
    ),
    // Any other path of theirs is refused, and the message leads here.
    ...PACKS.flatMap(({ packages }) =>
      packages.map((name) => [`^${name}(/.*)?$`, path.join(__filename, name)]),
    ),
  ]);
}

async function packAll(folder) {
  // Renamed when done: half of it is never taken for all of it.
  const unfinished = `${folder}.${process.pid}`;
  fs.mkdirSync(unfinished, { recursive: true });
  await Promise.all(PACKS.map((pack, at) => packOne(unfinished, pack, at)));
  try {
    fs.renameSync(unfinished, folder);
    for (const name of fs.readdirSync(PACKED))
      if (/^[0-9a-f]+$/.test(name) && name !== path.basename(folder)) fs.rmSync(path.join(PACKED, name), { recursive: true, force: true });
  } catch (error) {
    if (!fs.existsSync(folder)) throw error;
    fs.rmSync(unfinished, { recursive: true }); // Another run in this checkout was quicker.
  }
}

/** A script with a function for each entry, so that only what is asked for is loaded; a module that runs it; one of each entry. */
async function packOne(folder, { packages, entries }, at) {
  const loads = entries.map((entry) => `'${entry}': () => require('${entry}')`);
  await esbuild.build({
    stdin: { contents: `module.exports = { ${loads.join(', ')} };`, resolveDir: root },
    outfile: path.join(folder, `${at}.script`),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    keepNames: true, // Nest finds providers by class, and OpenAPI names them.
    supported: { 'dynamic-import': false }, // A script has none.
    define: { 'import.meta.url': '__filename' }, // They only make a `require` of it.
    plugins: [onlyOf(packages)],
    logLevel: 'warning',
  });
  const write = (name, text) => fs.writeFileSync(path.join(folder, name), text);
  write(
    `${at}.js`,
    `runPack(require('path').join(__dirname, '${at}.script'))(exports, require, module, __filename, __dirname);\n`,
  );
  for (const entry of entries)
    write(fileOf(entry), `module.exports = require('./${at}.js')['${entry}']();\n`);
}

const fileOf = (entry) => `${entry.replaceAll('/', '-')}.js`;

/** Whatever is of another package stays outside, and is asked for when the pack runs. */
const onlyOf = (packages) => ({
  name: 'only-of',
  setup: (build) =>
    build.onResolve({ filter: /^[^./]/ }, ({ path: name }) =>
      packages.some((one) => name === one || name.startsWith(`${one}/`))
        ? undefined
        : { path: name, external: true },
    ),
});

module.exports = { PACKS, packedPackages };
