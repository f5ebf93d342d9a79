import { stepKey } from './step-key';

it('is the same for the same step, and another for any other', () => {
  const steps = [
    ['replay', 'a.csv', '1', 'report'],
    ['replay', 'b.csv', '1', 'report'],
    ['replay', 'a.csv', '2', 'report'],
    ['replay', 'a.csv', '1', 'cancel'],
    ['simulate', 'a.csv', '1', 'cancel'],
  ] as const;
  const keys = [...steps, ...steps].map(([program, ...parts]) => stepKey(program, ...parts));
  expect(new Set(keys).size).toBe(steps.length);
});

it('is an Idempotency-Key, whatever the row is called', () => {
  expect(stepKey('replay', '表.csv', '№ 1\n', 'report')).toMatch(/^[\x20-\x7e]{1,255}$/);
});
