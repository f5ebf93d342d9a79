import { listHashOf } from './list-hash';

test('a list has one hash whatever its order, and another for another record', () => {
  const [a, b] = [{ archiveNumber: 'A', proof: '1' }, { archiveNumber: 'B', proof: '2' }];
  expect(listHashOf([a, b])).toBe(listHashOf([b, a]));
  expect(listHashOf([a, { ...b, proof: '3' }])).not.toBe(listHashOf([a, b]));
});
