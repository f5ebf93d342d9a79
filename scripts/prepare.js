'use strict';
// What every entry script does first. Runs on Node 14 and later.
const { installWhenNeeded } = require('./install');
const { INSTALLED, isWanted } = require('./node24');
const { isStopping, runServer } = require('./run');

/** Installs what is missing, and returns under Node 24: an older one runs `script` once more with it and only waits. */
async function prepare(script) {
  await installWhenNeeded();
  if (isStopping()) process.exit(130);
  if (!isWanted()) process.exit(await runServer(script, { node: INSTALLED, args: process.argv.slice(2) }));
}

module.exports = { prepare };
