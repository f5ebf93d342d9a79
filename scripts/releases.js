'use strict';
// Which version npm run test:upgrade begins with.
const { spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const { refusal } = require('./run');

/**
 * A ref of the last release: the newest tag `v*`, or, where no tag came along with the clone, the commit that the kept release was made
 * from. Throws what the person at the terminal has to read.
 */
function lastReleaseIn(checkout) {
  const git = (...args) => spawnSync('git', args, { cwd: checkout, encoding: 'utf8' });
  const [newest] = (git('tag', '--list', 'v*', '--sort=-version:refname').stdout || '').split('\n').filter(Boolean);
  if (newest) return { ref: newest, how: 'the newest tag' };
  const kept = keptReleaseIn(checkout);
  if (!kept) throw refusal('there is no tag v* and no kept release here: say from which commit, branch or tag to upgrade: npm run test:upgrade -- --from REF');
  if (git('cat-file', '-e', `${kept.commit}^{commit}`).status !== 0)
    throw refusal(`there is no tag v* here, and ${kept.commit}, which release ${kept.version} was made from, did not come along with this clone: git fetch --unshallow --tags`);
  return { ref: kept.commit, how: `which release ${kept.version} was made from, as there is no tag v*` };
}

/** What npm run keep-release wrote last. */
function keptReleaseIn(checkout) {
  const folder = path.join(checkout, 'test', 'upgrade', 'releases');
  const [version] = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return version && JSON.parse(fs.readFileSync(path.join(folder, version, 'release.json'), 'utf8'));
}

module.exports = { lastReleaseIn };
