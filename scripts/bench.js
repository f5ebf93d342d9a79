'use strict';
// npm run bench [-- NAME... --json FILE --repeats N --seconds N]: ratios measured side by side in one run.
const path = require('path');
const { buildWhenChanged } = require('./build');
const { prepare } = require('./prepare');
const { entry, root } = require('./run');

entry(async () => {
  await prepare(__filename);
  const failed = await buildWhenChanged();
  if (failed) return failed;
  return require(path.join(root, 'test', 'bench', 'main.js')).main(process.argv.slice(2));
});
