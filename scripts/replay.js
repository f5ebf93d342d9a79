'use strict';
// npm run replay -- FILE.csv: drives a running office with a register of repairs (apps/replay).
const path = require('path');
const { buildWhenChanged } = require('./build');
const { prepare } = require('./prepare');
const { entry, root, runServer } = require('./run');

// Where the command was given: files are named from there.
process.env.INIT_CWD = process.env.INIT_CWD || process.cwd();

entry(async () => {
  await prepare(__filename);
  const failed = await buildWhenChanged();
  if (failed) return failed;
  return runServer(path.join(root, 'dist', 'replay.js'), { args: process.argv.slice(2) });
});
