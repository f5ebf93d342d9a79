'use strict';
// The order in which Jest runs the spec files.
const path = require('path');
const Sequencer = require('@jest/test-sequencer').default;

/** What takes minutes, the longest first. Two that start a dozen processes each are not neighbours. */
const LONG = [
  'test/system/separate-processes.int.spec.ts',
  'test/faults/fault-points.int.spec.ts',
  'test/faults/kill-services.int.spec.ts',
  'test/faults/backup.int.spec.ts',
  'test/system/all-in-one.int.spec.ts',
  'test/faults/replicas.int.spec.ts',
  'test/system/every-refusal.int.spec.ts',
  'test/system/every-operation.int.spec.ts',
];
/** Then whatever starts an office; the length of such a file says nothing of how long it takes. */
const OFFICES = ['test/faults/', 'test/system/', 'test/upgrade/'];

/**
 * Jest begins with the largest files where it does not remember how long each took, as in a fresh clone: a journey of a few lines
 * would come last, and one worker would wait for the other.
 */
class LongFirst extends Sequencer {
  sort(tests) {
    const order = ({ path: file }) => {
      const name = path.relative(path.join(__dirname, '..'), file).replaceAll(path.sep, '/');
      if (LONG.includes(name)) return LONG.indexOf(name);
      return OFFICES.some((folder) => name.startsWith(folder)) ? LONG.length : LONG.length + 1;
    };
    return super.sort(tests).sort((one, other) => order(one) - order(other));
  }
}

module.exports = LongFirst;
