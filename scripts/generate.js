'use strict';
// npm run generate: writes the documents made from the code; with --check it only says which are stale.
const path = require('path');
const { buildModules } = require('./build');
const { prepare } = require('./prepare');
const { entry, root, runServer } = require('./run');

entry(async () => {
  await prepare(__filename);
  const failed = await buildModules();
  if (failed) return failed;
  const main = path.join(root, 'apps', 'all-in-one', 'dist', 'documents', 'main.js');
  return runServer(main, { args: process.argv.slice(2) });
});
