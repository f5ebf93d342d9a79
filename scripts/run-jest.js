'use strict';
// Jest as npm test, npm run rehearse and npm run test:upgrade start it.
const path = require('path');
const { root, runTool } = require('./run');

/** Runs it to its end and passes stops on. Resolves with its exit code. */
const runJest = (args, env = {}) =>
  runTool(process.execPath, [path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'), ...args], {
    // NestJS 12 consists of ES modules, which Jest loads by an API that Node calls experimental.
    env: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning', ...env },
  });

module.exports = { runJest };
