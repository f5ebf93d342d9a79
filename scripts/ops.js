'use strict';
// npm run ops -- <command>: the operators' command (apps/all-in-one/src/ops), beside a running office or without one.
const path = require('path');
const { buildWhenChanged } = require('./build');
const { prepare } = require('./prepare');
const { entry, root, runServer } = require('./run');

entry(async () => {
  await prepare(__filename);
  const failed = await buildWhenChanged();
  if (failed) return failed;
  return runServer(path.join(root, 'dist', 'ops.js'), {
    args: process.argv.slice(2),
  });
});
