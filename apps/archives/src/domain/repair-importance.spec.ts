import { proposesRecord } from './repair-importance';

test.each([
  ['P0', false, false, true],
  ['P1', false, false, true],
  ['P2', false, false, false],
  ['P3', false, false, false],
  ['P3', true, false, true],
  ['P3', false, true, true],
] as const)('a repair of class %s, disputed: %s, under warranty: %s, proposes a record: %s', (repairClass, disputed, underWarranty, expected) => {
  expect(proposesRecord({ repairClass, disputed, underWarranty })).toBe(expected);
});
