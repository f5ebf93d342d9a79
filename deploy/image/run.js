'use strict';
// What the image starts: `all-in-one` (default), `gateway`, the name of a service, or `ops` with its command.
const fs = require('fs');
const path = require('path');

const [name = 'all-in-one', ...args] = process.argv.slice(2);
const main = path.join(__dirname, 'dist', `${name}.js`);
if (!/^[a-z-]+$/.test(name) || !fs.existsSync(main)) {
  const names = fs.readdirSync(path.join(__dirname, 'dist')).filter((file) => file.endsWith('.js'));
  process.stderr.write(`there is no ${name}: ${names.map((file) => path.basename(file, '.js')).join(', ')}\n`);
  process.exit(2);
}
process.argv = [process.argv[0], main, ...args];
require(main);
