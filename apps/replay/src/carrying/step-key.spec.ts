import { stepKey } from './step-key';

it('is the same for the same step, and another for any other', () => {
  const steps = [
    ['a.csv', '1', 'report'],
    ['b.csv', '1', 'report'],
    ['a.csv', '2', 'report'],
    ['a.csv', '1', 'cancel'],
  ] as const;
  const keys = [...steps, ...steps].map(([file, id, step]) => stepKey(file, id, step));
  expect(new Set(keys).size).toBe(steps.length);
});

it('is an Idempotency-Key, whatever the row is called', () => {
  expect(stepKey('表.csv', '№ 1\n', 'report')).toMatch(/^[\x20-\x7e]{1,255}$/);
});
