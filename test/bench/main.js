'use strict';
const { writeFileSync } = require('node:fs');
const { cpus, totalmem } = require('node:os');
const { parseArgs } = require('node:util');
const { accept } = require('./accept');
const { fanout } = require('./fanout');
const { recovery } = require('./recovery');
const { size } = require('./size');

const benchmarks = { accept, fanout, recovery, size };

/** Runs the named benchmarks (all by default) and prints their figures; `--json FILE` writes them under the same keys. */
exports.main = async function main(args) {
  let asked;
  try {
    asked = read(args);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  const { names, options } = asked;
  const figures = { machine: { cpu: cpus()[0].model, cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version } };
  for (const name of names.length > 0 ? names : Object.keys(benchmarks)) {
    console.log(`\n${name}`);
    figures[name] = await benchmarks[name](options, (line) => console.log(`  ${line}`));
    // After each: one that fails does not take with it what was measured before.
    if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  }
  return 0;
};

/** @throws with what is wrong with them */
function read(args) {
  const { values, positionals: names } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'string' }, repeats: { type: 'string', default: '5' }, seconds: { type: 'string', default: '8' } },
  });
  const unknown = names.filter((name) => !Object.hasOwn(benchmarks, name));
  if (unknown.length > 0) throw new Error(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}`);
  const numbers = Object.fromEntries(
    ['repeats', 'seconds'].map((name) => {
      if (!/^[1-9]\d{0,3}$/.test(values[name])) throw new Error(`--${name} takes a whole number from 1 on, not ${values[name]}`);
      return [name, Number(values[name])];
    }),
  );
  return { names, options: { ...numbers, json: values.json } };
}
