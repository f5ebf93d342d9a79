'use strict';
// The machine's npm, run by a Node of our choice. Runs on Node 14 and later.
const fs = require('fs');
const path = require('path');
const { isStopping, refusal, runTool } = require('./run');

const OLDEST = 8; // Reads lockfiles of version 3 and installs workspaces.

/** npm's own script: the npm that runs us, else the first on the PATH. */
function npmScript() {
  const running = process.env.npm_execpath;
  if (running && path.basename(running) === 'npm-cli.js') return running;
  const found = (process.env.PATH || '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'npm'))
    .find((file) => fs.existsSync(file));
  const script = found && fs.realpathSync(found);
  if (!script || !script.endsWith('.js'))
    throw refusal('npm is needed to install the packages, and is not on the PATH.');
  return script;
}

/** Runs npm under `node`, which its install scripts find first too. Resolves with its exit code. */
async function npm(node, args, options = {}) {
  const script = npmScript();
  const { version } = JSON.parse(
    fs.readFileSync(path.join(path.dirname(script), '..', 'package.json'), 'utf8'),
  );
  if (Number(version.split('.')[0]) < OLDEST)
    throw refusal(`npm ${OLDEST} or later is needed, this is ${version}. Run: npm install -g npm@10`);
  const env = {
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH || ''}`,
    // The machine's own Node may be built to trust the machine's certificates (a company's proxy): this one is told to.
    NODE_USE_SYSTEM_CA: process.env.NODE_USE_SYSTEM_CA || '1',
  };
  const code = await runTool(node, [script, ...args], { ...options, env });
  return isStopping() ? code || 130 : code;
}

module.exports = { npm };
