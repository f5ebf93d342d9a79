'use strict';
// npm run test:upgrade [-- --from REF]: an earlier version under load is rolled to this one and back (test/upgrade); minutes, so not part of npm test.
const path = require('path');
const { buildWhenChanged } = require('./build');
const { prepare } = require('./prepare');
const { lastReleaseIn } = require('./releases');
const { entry, refusal, root } = require('./run');
const { runJest } = require('./run-jest');

function wantedFrom(args) {
  // Not at the top: older Nodes, which only read this file, do not have it.
  const { parseArgs } = require('util');
  let from;
  try {
    ({ from } = parseArgs({ args, options: { from: { type: 'string' } } }).values);
  } catch (error) {
    throw refusal(error.message);
  }
  if (from) return from;
  const { ref, how } = lastReleaseIn(root);
  process.stdout.write(`Upgrading from ${ref}, ${how}\n`);
  return ref;
}

entry(async () => {
  await prepare(__filename);
  const from = wantedFrom(process.argv.slice(2));
  const failed = await buildWhenChanged();
  if (failed) return failed;
  return runJest(['--runInBand', '--selectProjects', 'apps', '--testMatch', path.join(root, 'test', 'upgrade', '*.rehearsal.ts')], { UPGRADE_FROM: from });
});
