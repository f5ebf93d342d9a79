'use strict';
// npm test: install, types, lint, build, all tests. Arguments go to Jest: npm test -- libs/outbox
const fs = require('fs');
const path = require('path');
const { buildWhenChanged } = require('./build');
const { prepare } = require('./prepare');
const { entry, isStopping, root, runTool, say } = require('./run');
const { runJest } = require('./run-jest');

const RESULT = path.join(root, '.cache', 'jest.json');
const tool = (...parts) => path.join(root, 'node_modules', ...parts);

/** Side by side, as each needs one core; a failing check does not hide what another says. */
const CHECKS = [
  ['types', () => runTool(process.execPath, [tool('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'])],
  ['lint', () => runTool(process.execPath, [tool('oxlint', 'bin', 'oxlint'), '--deny-warnings'])],
  ['build', () => buildWhenChanged()],
];

function jest() {
  fs.mkdirSync(path.dirname(RESULT), { recursive: true });
  fs.writeFileSync(RESULT, '{}');
  return runJest(['--json', `--outputFile=${RESULT}`, ...process.argv.slice(2)]);
}

entry(async () => {
  await prepare(__filename);
  const codes = await Promise.all(CHECKS.map(([, check]) => check()));
  if (isStopping()) return codes.find((each) => each !== 0) || 130;
  for (const [at, [name]] of CHECKS.entries()) say(`${name}: ${codes[at] === 0 ? 'passed' : 'failed'}`);
  let failed = codes.filter((each) => each !== 0).length;
  const code = await jest();
  if (isStopping()) return code || 130;
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numRuntimeErrorTestSuites = 0,
  } = JSON.parse(fs.readFileSync(RESULT, 'utf8'));
  failed += numFailedTests + numRuntimeErrorTestSuites;
  if (code !== 0 && failed === 0) failed = 1;
  say(`${numPassedTests} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
