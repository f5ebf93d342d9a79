'use strict';
// npm run build: what the other entry scripts build before they run.
const { buildWhenChanged } = require('./build');
const { prepare } = require('./prepare');
const { entry } = require('./run');

entry(async () => {
  await prepare(__filename);
  return buildWhenChanged();
});
