'use strict';
// npm start: everything in one process (apps/all-in-one), from a fresh clone or again.
const path = require('path');
const { buildWhenChanged } = require('./build');
const { prepare } = require('./prepare');
const { entry, root, runServer } = require('./run');

entry(async () => {
  await prepare(__filename);
  const failed = await buildWhenChanged();
  if (failed) return failed;
  return runServer(path.join(root, 'dist', 'all-in-one.js'), { args: process.argv.slice(2) });
});
