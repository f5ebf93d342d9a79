import { statement } from './statement';

test('the same label with another text is another statement, with the same text the same', () => {
  expect(statement('spec_one', 'SELECT 2').name).not.toBe(statement('spec_one', 'SELECT 1').name);
  expect(statement('spec_one', 'SELECT 1')).toEqual(statement('spec_one', 'SELECT 1'));
  expect(statement('spec_one', 'SELECT 1').name).toMatch(/^spec_one_/);
});
