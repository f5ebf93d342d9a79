'use strict';
// npm test: install, types, lint, build, all tests. Arguments go to Jest: npm test -- libs/outbox
const fs = require('fs');
const path = require('path');
const { buildWhenChanged } = require('./build');
const { prepare } = require('./prepare');
const { entry, isStopping, root, runTool, say } = require('./run');

const RESULT = path.join(root, '.cache', 'jest.json');
const tool = (...parts) => path.join(root, 'node_modules', ...parts);

/** In this order; a failing check does not hide what the next would say. */
const CHECKS = [
  ['types', () => runTool(process.execPath, [tool('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'])],
  ['lint', () => runTool(process.execPath, [tool('oxlint', 'bin', 'oxlint'), '--deny-warnings'])],
  ['build', () => buildWhenChanged()],
];

function jest() {
  fs.mkdirSync(path.dirname(RESULT), { recursive: true });
  fs.writeFileSync(RESULT, '{}');
  return runTool(
    process.execPath,
    [tool('jest', 'bin', 'jest.js'), '--json', `--outputFile=${RESULT}`, ...process.argv.slice(2)],
    // NestJS 12 consists of ES modules, which Jest loads by an API that Node calls experimental.
    { env: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' } },
  );
}

entry(async () => {
  await prepare(__filename);
  let failed = 0;
  for (const [name, check] of CHECKS) {
    const code = await check();
    if (isStopping()) return code || 130;
    say(`${name}: ${code === 0 ? 'passed' : 'failed'}`);
    if (code !== 0) failed++;
  }
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
