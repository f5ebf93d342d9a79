'use strict';
// npm run dev: as npm start, built and started again whenever a source changes.
const fs = require('fs');
const path = require('path');
const { buildModules } = require('./build');
const { prepare } = require('./prepare');
const { entry, isStopping, onStop, root, say, start } = require('./run');

/** Unpacked: what is packed after every edit would keep it waiting for seconds. */
const MAIN = path.join(root, 'apps', 'all-in-one', 'dist', 'main.js');
/** Editors write a file in several steps, and a branch is many files. */
const SETTLED_MS = 150;
const KILL_AFTER_MS = 15_000;

entry(async () => {
  await prepare(__filename);
  let server;
  const changes = watch();
  onStop((signal) => {
    changes.end();
    if (server) server.child.kill(signal);
  });
  for (let first = true; first || (await changes.next()); first = false) {
    const failed = await buildModules();
    if (isStopping()) break;
    if (failed) {
      say('The build failed; what ran goes on. Waiting for the next change');
      continue;
    }
    if (server) await stop(server);
    if (isStopping()) break;
    server = start(MAIN);
    const current = server;
    current.ended.then((code) => {
      if (!isStopping() && !current.replaced)
        say(`The server ended with ${code}. Waiting for the next change`);
    });
  }
  return server ? server.ended : 0;
});

async function stop(server) {
  const { child, ended } = server;
  server.replaced = true;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
  await ended;
  clearTimeout(timer);
}

/** `next()` resolves with true after the sources have changed and settled, with false after `end()`. */
function watch() {
  let changed = false;
  let ended = false;
  let wake = () => undefined;
  let timer;
  const watchers = ['apps', 'libs'].map((kind) =>
    fs.watch(path.join(root, kind), { recursive: true }, (event, name) => {
      if (!name || /(^|\/)(dist|node_modules)(\/|$)/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        changed = true;
        wake();
      }, SETTLED_MS);
    }),
  );
  return {
    async next() {
      while (!changed && !ended) await new Promise((resolve) => (wake = resolve));
      changed = false;
      return !ended;
    },
    end() {
      ended = true;
      clearTimeout(timer);
      watchers.forEach((watcher) => watcher.close());
      wake();
    },
  };
}
