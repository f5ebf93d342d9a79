/**
 * The first thing a process of the product loads: under another Node the next import fails with something that says
 * nothing, or Map.groupBy is missing in the middle of the work. Needs nothing that an older Node lacks.
 */
const wanted = 24;
const [major] = process.versions.node.split('.');

if (Number(major) < wanted) {
  process.stderr.write(
    `Node ${wanted} is needed, this is ${process.versions.node} (${process.execPath}). npm start brings its own; elsewhere put Node ${wanted} first on the PATH.\n`,
  );
  process.exit(1);
}

export {};
