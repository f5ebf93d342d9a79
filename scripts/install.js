'use strict';
// Installs the packages of the lockfile where they are not there yet. Runs on Node 14 and later.
const fs = require('fs');
const path = require('path');
const { isInstalled, reasonToInstall } = require('./installed');
const { nodeForInstalling, removeFolder } = require('./node24');
const { npm } = require('./npm');
const { refusal, root, say } = require('./run');

const CACHE = path.join(root, '.cache');
/** There while somebody installs; left behind by an install that was killed, which is then done again. */
const MARK = path.join(CACHE, 'installing');

const KINDS = ['--include=dev', '--include=optional', '--loglevel=error'];

async function installWhenNeeded() {
  await waitForOthers();
  const interrupted = fs.existsSync(MARK);
  const reason = interrupted ? 'the last install was interrupted' : reasonToInstall();
  if (!reason) return;
  const start = Date.now();
  fs.mkdirSync(CACHE, { recursive: true });
  fs.writeFileSync(MARK, String(process.pid));
  say(`Installing packages (${reason})`);
  await bringUpToDate(await nodeForInstalling(), interrupted || !isInstalled());
  fs.readdirSync(CACHE)
    .filter((name) => name.startsWith('node-'))
    .forEach((name) => removeFolder(path.join(CACHE, name))); // Installed by now, as one package among others.
  fs.unlinkSync(MARK);
  say(`Packages installed in ${Math.round((Date.now() - start) / 1000)} s`);
}

/** `afresh` removes node_modules first. Otherwise only what differs is touched: an office may be running on the rest. */
async function bringUpToDate(node, afresh) {
  if (!afresh) {
    const code = await npm(node, ['install', '--no-save', ...KINDS]);
    if (code !== 0) {
      fs.unlinkSync(MARK); // npm has put back what was there.
      process.exit(code);
    }
    if (!reasonToInstall()) return;
  }
  const code = await npm(node, ['ci', ...KINDS]);
  if (code !== 0) process.exit(code);
  const reason = reasonToInstall();
  if (reason) throw refusal(`npm ci ended well, but ${reason}`);
}

async function waitForOthers() {
  for (let said = false; isInstallingElsewhere(); said = true) {
    if (!said) say('Another process is installing the packages: waiting for it');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function isInstallingElsewhere() {
  try {
    const pid = Number(fs.readFileSync(MARK, 'utf8'));
    return pid !== process.pid && fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('scripts');
  } catch {
    return false; // No mark, or its process is gone.
  }
}

module.exports = { installWhenNeeded };
