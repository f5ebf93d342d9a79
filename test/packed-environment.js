'use strict';
// Where a spec file runs: Node, as Jest has it, with what is packed (packed-modules.js).
const fs = require('fs');
const { wrap } = require('module');
const vm = require('vm');
const { TestEnvironment } = require('jest-environment-node');

/** Of this worker: every spec file has its own modules, but what is compiled of them serves all. */
const scripts = new Map();

class PackedEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.runPacked = (file) => scriptOf(file).runInContext(this.context);
  }
}

function scriptOf(file) {
  if (!scripts.has(file))
    scripts.set(file, new vm.Script(wrap(fs.readFileSync(file, 'utf8')), { filename: file }));
  return scripts.get(file);
}

module.exports = PackedEnvironment;
