'use strict';
// npm run rehearse [-- nats|postgres]: servers die under an office of many processes (test/rehearsals); minutes, so not part of npm test.
const path = require('path');
const { buildWhenChanged } = require('./build');
const { prepare } = require('./prepare');
const { entry, root, runTool } = require('./run');

entry(async () => {
  await prepare(__filename);
  const failed = await buildWhenChanged();
  if (failed) return failed;
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const which = process.argv.slice(2).map((name) => `test/rehearsals/${name}`);
  return runTool(
    process.execPath,
    [jest, '--runInBand', '--testMatch', path.join(root, 'test', 'rehearsals', '*.rehearsal.ts'), '--', ...which],
    // NestJS 12 consists of ES modules, which Jest loads by an API that Node calls experimental.
    { env: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' } },
  );
});
