'use strict';
// npm run simulate -- --plan week|quarter|year: a simulated office with its own data, killed on the way (test/simulate).
const path = require('path');
const { buildWhenChanged } = require('./build');
const { prepare } = require('./prepare');
const { entry, root, runServer } = require('./run');

// Where the command was given: folders are named from there.
process.env.INIT_CWD = process.env.INIT_CWD || process.cwd();

entry(async () => {
  await prepare(__filename);
  const failed = await buildWhenChanged();
  if (failed) return failed;
  return runServer(path.join(root, 'test', 'simulate', 'main.js'), { args: process.argv.slice(2) });
});
