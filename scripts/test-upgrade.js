'use strict';
// npm run test:upgrade [-- --from REF]: an earlier version under load is rolled to this one and back (test/upgrade); minutes, so not part of npm test.
const { spawnSync } = require('child_process');
const path = require('path');
const { buildWhenChanged } = require('./build');
const { prepare } = require('./prepare');
const { entry, refusal, root } = require('./run');
const { runJest } = require('./run-jest');

/** The newest tag of a release. Throws what the person at the terminal has to read. */
function newestRelease() {
  const { stdout } = spawnSync('git', ['tag', '--list', 'v*', '--sort=-version:refname'], { cwd: root, encoding: 'utf8' });
  const [newest] = (stdout || '').split('\n').filter(Boolean);
  if (newest) return newest;
  throw refusal(
    'there is no tag v* in this repository: say from which commit, branch or tag to upgrade: npm run test:upgrade -- --from REF\n' +
      'The commit of the last release stands in test/upgrade/releases/*/release.json.',
  );
}

function wantedFrom(args) {
  // Not at the top: older Nodes, which only read this file, do not have it.
  const { parseArgs } = require('util');
  try {
    return parseArgs({ args, options: { from: { type: 'string' } } }).values.from || newestRelease();
  } catch (error) {
    throw refusal(error.message);
  }
}

entry(async () => {
  await prepare(__filename);
  const from = wantedFrom(process.argv.slice(2));
  const failed = await buildWhenChanged();
  if (failed) return failed;
  return runJest(['--runInBand', '--testMatch', path.join(root, 'test', 'upgrade', '*.rehearsal.ts')], { UPGRADE_FROM: from });
});
