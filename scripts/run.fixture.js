'use strict';
// An entry script that runs one program and nothing else, for run.int.spec.ts. Usage: server | tool <command> …
const path = require('path');
const { entry, runServer, runTool } = require('./run');

const [kind, command, ...args] = process.argv.slice(2);
entry(() =>
  kind === 'server' ? runServer(path.join(__dirname, 'run.fixture-server.js')) : runTool(command, args),
);
