'use strict';
const { readdirSync, readFileSync } = require('node:fs');

const ticksPerSecond = 100;

/** CPU seconds so far of a process and of what it has started, with children it has waited for. */
exports.cpuOfTree = function cpuOfTree(root) {
  return treeOf(root).reduce((sum, pid) => sum + (read(() => cpuOf(pid)) ?? 0), 0);
};

/** CPU seconds so far of one process, with children it has waited for. */
exports.cpuOf = cpuOf;
function cpuOf(pid) {
  const fields = statOf(pid);
  return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0) / ticksPerSecond;
}

/** A process, what it has started and what that has started; without the trees of `except`. */
exports.treeOf = treeOf;
function treeOf(root, except = []) {
  const parents = new Map();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? read(() => Number(statOf(name)[1])) : undefined;
    if (parent !== undefined) parents.set(Number(name), parent);
  }
  const found = [root];
  // Grows while it is walked.
  for (const pid of found)
    for (const [child, parent] of parents) if (parent === pid && !except.includes(child)) found.push(child);
  return found;
}

exports.commandOf = (pid) => read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')) ?? '';

/** A variable of the environment a process was started with. */
exports.environmentOf = function environmentOf(pid, name) {
  const entry = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').find((each) => each.startsWith(`${name}=`));
  return entry?.slice(name.length + 1);
};

exports.residentMb = function residentMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
};

function statOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Undefined where the process has ended between the listing and the look. */
function read(look) {
  try {
    return look();
  } catch {
    return undefined;
  }
}
