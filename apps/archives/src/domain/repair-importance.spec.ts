import { proposesRecord } from './repair-importance';

test.each([
  ['P0', false, true],
  ['P1', false, true],
  ['P2', false, false],
  ['P3', false, false],
  ['P3', true, true],
] as const)('a repair of class %s, disputed: %s, proposes a record: %s', (repairClass, disputed, expected) => {
  expect(proposesRecord({ repairClass, disputed })).toBe(expected);
});
