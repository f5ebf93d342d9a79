'use strict';
// npm run keep-release [-- --from REF]: keeps what later versions are tried against, of what is committed (test/upgrade/releases).
const path = require('path');
const { prepare } = require('./prepare');
const { entry, root, runServer } = require('./run');

entry(async () => {
  await prepare(__filename);
  return runServer(path.join(root, 'test', 'upgrade', 'keep-release.js'), { args: process.argv.slice(2) });
});
