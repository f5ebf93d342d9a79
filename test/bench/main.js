'use strict';
const { writeFileSync } = require('node:fs');
const { cpus, totalmem } = require('node:os');
const { accept } = require('./accept');
const { fanout } = require('./fanout');
const { size } = require('./size');

const benchmarks = { accept, fanout, size };

/** Runs the named benchmarks (all by default) and prints their figures; `--json FILE` writes them under the same keys. */
exports.main = async function main(args) {
  const options = { repeats: 5, seconds: 8 };
  const names = [];
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === '--json') options.json = args[(i += 1)];
    else if (args[i] === '--repeats') options.repeats = Number(args[(i += 1)]);
    else if (args[i] === '--seconds') options.seconds = Number(args[(i += 1)]);
    else names.push(args[i]);
  }
  const unknown = names.filter((name) => !(name in benchmarks));
  if (unknown.length > 0) {
    process.stderr.write(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}\n`);
    return 2;
  }
  const figures = { machine: { cpu: cpus()[0].model, cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version } };
  for (const name of names.length > 0 ? names : Object.keys(benchmarks)) {
    console.log(`\n${name}`);
    figures[name] = await benchmarks[name](options, (line) => console.log(`  ${line}`));
  }
  if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  return 0;
};
