// `node -r` this to run a TypeScript file as a process of its own, for tests that kill it. Same compiler and settings as
// Jest's and the build's; workspace packages come from their sources.
const { existsSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformFileSync } = require('@swc/core');

const root = join(__dirname, '..', '..');

Module._extensions['.ts'] = (module, file) => {
  const { code } = transformFileSync(file, { configFile: join(root, '.swcrc'), sourceMaps: 'inline' });
  module._compile(code, file);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const name = /^@property-office\/([^/]+)$/.exec(request)?.[1];
  const sources =
    name && ['libs', 'apps'].map((kind) => join(root, kind, name, 'src', 'index.ts')).find(existsSync);
  return resolve.call(this, sources || request, ...rest);
};
