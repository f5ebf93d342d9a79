'use strict';
// npm test: install, types, lint, build, all tests. Arguments go to Jest: npm test -- libs/outbox
const fs = require('fs');
const path = require('path');
const { buildWhenChanged } = require('./build');
const { prepare } = require('./prepare');
const { entry, isStopping, root, runTool, say } = require('./run');
const { runJest } = require('./run-jest');

/** Whose specs start whole offices: two of them side by side take two cores. */
const OFFICES = '/test/(faults|system|upgrade)/';
/** The others wait for a third of their time: four side by side take what two leave. */
const PHASES = [
  ['offices', ['--testPathPatterns', OFFICES]],
  ['parts', ['--testPathIgnorePatterns', OFFICES, '/node_modules/', '--maxWorkers=4']],
];
const tool = (...parts) => path.join(root, 'node_modules', ...parts);

/** Side by side, as each needs one core; a failing check does not hide what another says. */
const CHECKS = [
  ['types', () => runTool(process.execPath, [tool('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'])],
  ['lint', () => runTool(process.execPath, [tool('oxlint', 'bin', 'oxlint'), '--deny-warnings'])],
  ['build', () => buildWhenChanged()],
];

/** @returns how many tests passed and failed; a run that ends with another code than 0 has at least one that failed. */
async function jest(name, args) {
  const file = path.join(root, '.cache', `jest-${name}.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, '{}');
  const code = await runJest(['--json', `--outputFile=${file}`, ...args]);
  const result = JSON.parse(fs.readFileSync(file, 'utf8'));
  const failed = (result.numFailedTests || 0) + (result.numRuntimeErrorTestSuites || 0);
  return { code, passed: result.numPassedTests || 0, failed: code !== 0 && failed === 0 ? 1 : failed };
}

entry(async () => {
  await prepare(__filename);
  const codes = await Promise.all(CHECKS.map(([, check]) => check()));
  if (isStopping()) return codes.find((each) => each !== 0) || 130;
  for (const [at, [name]] of CHECKS.entries()) say(`${name}: ${codes[at] === 0 ? 'passed' : 'failed'}`);
  let failed = codes.filter((each) => each !== 0).length;
  let passed = 0;
  const asked = process.argv.slice(2);
  for (const [name, args] of asked.length > 0 ? [['asked', asked]] : PHASES) {
    const phase = await jest(name, args);
    if (isStopping()) return phase.code || 130;
    failed += phase.failed;
    passed += phase.passed;
  }
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
