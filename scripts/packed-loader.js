'use strict';
// Becomes dist/packed/load.js, which reads what was packed (pack.js): with what V8 had compiled of it once it had run, so that a start
// compiles little anew; and with source maps that are read when a stack trace is, where Node would read all of them at every start.
const crypto = require('crypto');
const fs = require('fs');
const { SourceMap, wrap } = require('module');
const path = require('path');
const vm = require('vm');

/** What was compiled begins with the SHA-256 of the text it is of: V8 itself would only compare how long texts are. */
const HASH_BYTES = 32;

/** The module of each file that was read. */
const loaded = new Map();
const maps = new Map();

/**
 * @param read is told of each file that is read: its name, its script, the hash of its text
 * @returns what dist/packed/NAME.js exports: a function for each entry
 */
function load(name, read = () => undefined) {
  const known = loaded.get(name);
  if (known) return known.exports;
  const file = path.join(__dirname, `${name}.js`);
  const bytes = fs.readFileSync(file);
  const hash = crypto.hash('sha256', bytes, 'buffer');
  // It is in ASCII.
  const script = new vm.Script(wrap(bytes.toString('latin1')), {
    filename: file,
    cachedData: compiledOf(name, hash),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = { exports: {} };
  loaded.set(name, module);
  read(name, script, hash);
  const asked = (other) => (other.startsWith('./') ? load(other.slice(2), read) : require(other));
  script.runInThisContext()(module.exports, Object.assign(asked, { cache: require.cache, resolve: require.resolve }), module, file, __dirname);
  return module.exports;
}

const compiledFile = (name) => path.join(__dirname, `${name}.compiled`);

/** Nothing where it is of another text. Of another version of V8 it is refused by V8. */
function compiledOf(name, hash) {
  try {
    const compiled = fs.readFileSync(compiledFile(name));
    return compiled.subarray(0, HASH_BYTES).equals(hash) ? compiled.subarray(HASH_BYTES) : undefined;
  } catch {
    return undefined; // It is only slower.
  }
}

/** Runs what every process runs before its own work, and keeps what V8 compiled for it. @param aside a file of its own: each is there at once or not at all */
function keepCompiled(entries, aside) {
  const scripts = new Map();
  for (const [name, entry] of entries) load(name, (file, script, hash) => scripts.set(file, { script, hash }))[entry]();
  for (const [name, { script, hash }] of scripts) {
    fs.writeFileSync(aside, Buffer.concat([hash, script.createCachedData()]));
    fs.renameSync(aside, compiledFile(name));
  }
  // Something may have begun to wait for its work.
  process.exit(0);
}

/** None where there is none, or it cannot be read: whoever asks for a stack trace is to get one. */
function mapOf(file) {
  if (!maps.has(file)) maps.set(file, readMap(`${file}.map`));
  return maps.get(file);
}

function readMap(file) {
  try {
    return new SourceMap(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Before a file's first line stands what makes a function of it. */
const wrapping = wrap('').indexOf('\n');

/** A line of a stack trace, by the source where it leads through a packed file that has a map. */
function placed(call) {
  const text = String(call);
  const file = call.getFileName();
  const [line, column] = [call.getLineNumber(), call.getColumnNumber()];
  if (!file || path.dirname(file) !== __dirname || !line || !column) return text;
  const { originalSource, originalLine, originalColumn } = mapOf(file)?.findEntry(line - 1, column - 1 - (line === 1 ? wrapping : 0)) ?? {};
  if (originalSource === undefined) return text;
  return text.replace(`${file}:${line}:${column}`, `${path.resolve(__dirname, originalSource)}:${originalLine + 1}:${originalColumn + 1}`);
}

function headOf(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'an error that cannot be told';
  }
}

Error.prepareStackTrace = (error, calls) => [headOf(error), ...calls.map((call) => `    at ${placed(call)}`)].join('\n');

module.exports = { keepCompiled, load };
