'use strict';
// npm run rehearse [-- nats|postgres]: servers die under an office of many processes (test/rehearsals); minutes, so not part of npm test.
const path = require('path');
const { buildWhenChanged } = require('./build');
const { prepare } = require('./prepare');
const { entry, root } = require('./run');
const { runJest } = require('./run-jest');

entry(async () => {
  await prepare(__filename);
  const failed = await buildWhenChanged();
  if (failed) return failed;
  const which = process.argv.slice(2).map((name) => `test/rehearsals/${name}`);
  return runJest(['--runInBand', '--selectProjects', 'apps', '--testMatch', path.join(root, 'test', 'rehearsals', '*.rehearsal.ts'), '--', ...which]);
});
