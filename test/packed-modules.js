'use strict';
// What spec files run packed, as the product does (scripts/pack.js): packages, and the libs where they are not what is tested. Jest finds,
// reads, compiles and links every file of its own again for each spec file, which took most of a short spec's time.
const fs = require('fs');
const path = require('path');
const { buildWhenChanged } = require('../scripts/build');
const { root } = require('../scripts/run');

const packed = (name) => path.join(root, 'dist', 'packed', `${name}.js`);
/** A module for each name, as Jest leads names to files. */
const MODULES = path.join(root, '.cache', 'packed-modules');

/** Jest's maps of names to modules; builds first what changed. */
async function packedModules() {
  const code = await buildWhenChanged();
  if (code !== 0) throw new Error('the build failed');
  fs.mkdirSync(MODULES, { recursive: true });
  // What a packed file asks for comes from Jest, and `./packages` from the module beside.
  const asked = "Object.assign((name) => require(name.startsWith('./') ? `${name}.js` : name), { resolve: require.resolve })";
  for (const name of ['packages', 'libs'])
    write(`${name}.js`, `runPacked(${JSON.stringify(packed(name))})(exports, ${asked}, module, ...${JSON.stringify([packed(name), path.dirname(packed(name))])});\n`);
  return { packages: { ...mapOf('packages'), ...refused('packages') }, libs: mapOf('libs') };
}

/** Without state or classes that somebody asks for; a tool of the tests has another version, and would be led to ours. */
const APART = ['jose'];

const namesIn = (file) => Object.keys(require(packed(file))).filter((name) => !APART.includes(name));

const mapOf = (file) =>
  Object.fromEntries(
    namesIn(file).map((name) => {
      const module = `${name.replaceAll('/', '-')}.module.js`;
      write(module, `module.exports = require('./${file}.js')[${JSON.stringify(name)}]();\n`);
      return [`^${name}$`, path.join(MODULES, module)];
    }),
  );

/** Any other path of a packed package would bring a second copy of it: it leads nowhere, and the message leads here. */
const refused = (file) =>
  Object.fromEntries(namesIn(file).map((name) => [`^${packageOf(name)}(/.*)?$`, path.join(__filename, packageOf(name))]));

const packageOf = (name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');

/** Only where it is another: workers of another run may be reading it. */
function write(name, text) {
  const file = path.join(MODULES, name);
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return;
  fs.writeFileSync(`${file}.${process.pid}`, text);
  fs.renameSync(`${file}.${process.pid}`, file);
}

module.exports = { packedModules };
