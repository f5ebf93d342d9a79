'use strict';
// What the image starts: `all-in-one` (default), `gateway`, the name of a service, or `ops` with its command.
const fs = require('fs');
const path = require('path');

const [name = 'all-in-one', ...args] = process.argv.slice(2);
const main = name === 'ops' ? path.join(__dirname, 'apps/all-in-one/dist/ops/main.js') : path.join(__dirname, 'apps', name, 'dist/main.js');
if (!/^[a-z-]+$/.test(name) || !fs.existsSync(main)) {
  const names = fs.readdirSync(path.join(__dirname, 'apps')).filter((each) => fs.existsSync(path.join(__dirname, 'apps', each, 'dist/main.js')));
  process.stderr.write(`there is no ${name}: ${[...names, 'ops'].join(', ')}\n`);
  process.exit(2);
}
process.argv = [process.argv[0], main, ...args];
require(main);
