'use strict';
// Where a spec file runs: Node, as Jest has it, with what is packed (packed-modules.js).
const fs = require('fs');
const { wrap } = require('module');
const path = require('path');
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
    scripts.set(file, new vm.Script(wrap(fs.readFileSync(file, 'utf8')), { filename: nameOf(file) }));
  return scripts.get(file);
}

/** Of packages one that says so to Jest: below a failure it shows the line of ours that asked, and not one of theirs, which are without end. */
const nameOf = (file) => (path.basename(file) === 'packages.js' ? path.join(path.dirname(file), 'node_modules', 'packages.js') : file);

module.exports = PackedEnvironment;
