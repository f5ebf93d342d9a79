'use strict';
// npm run promtool: takes promtool, which makes every alert fire (test/monitoring), out of Debian's package into .cache. Installed, that package would start a server.
const { spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const { root } = require('./run');

const kept = (folder) => path.join(folder, '.cache', 'promtool', 'usr', 'bin', 'promtool');
/** For one command of apt; a mirror that hangs is none. */
const PATIENCE = 90000;

/** The machine's own, or the one that was fetched; undefined where there is neither. */
function promtoolPath(folder = root, env = process.env) {
  const own = spawnSync('promtool', ['--version'], { env, stdio: 'ignore' });
  if (!own.error) return 'promtool';
  return fs.existsSync(kept(folder)) ? kept(folder) : undefined;
}

/** Fetches it where there is none. Returns where it is, or undefined. */
function fetchPromtool(folder = root, env = process.env) {
  const found = promtoolPath(folder, env);
  if (found !== undefined) return found;
  const whole = path.join(folder, '.cache', 'promtool');
  const unfinished = `${whole}.new`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { recursive: true });
  const run = (command, ...args) => spawnSync(command, args, { cwd: unfinished, env, stdio: ['ignore', 'ignore', 'inherit'], timeout: PATIENCE }).status === 0;
  const download = () => run('apt-get', 'download', '-qq', 'prometheus');
  // Lists that are old or were never fetched name no package that can be had; only root may fetch them anew.
  if (!download() && !(run('apt-get', 'update', '-qq') && download())) return undefined;
  const [archive] = fs.readdirSync(unfinished).filter((name) => name.endsWith('.deb'));
  if (archive === undefined || !run('dpkg-deb', '-x', archive, '.')) return undefined;
  fs.rmSync(path.join(unfinished, archive));
  fs.rmSync(whole, { recursive: true, force: true });
  fs.renameSync(unfinished, whole);
  return promtoolPath(folder, env);
}

function main() {
  const found = fetchPromtool();
  process.stdout.write(found === undefined ? "promtool cannot be had here: Debian's package prometheus was not to be fetched by apt-get\n" : `promtool: ${found}\n`);
  return found === undefined ? 1 : 0;
}

if (require.main === module) process.exitCode = main();

module.exports = { fetchPromtool, promtoolPath };
