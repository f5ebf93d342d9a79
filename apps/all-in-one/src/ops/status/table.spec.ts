import { age, table } from './table';

test('columns are as wide as their widest cell', () => {
  expect(
    table(
      ['service', 'backlog'],
      [
        ['tickets', '0'],
        ['followups', '12345678'],
      ],
    ),
  ).toEqual(['service     backlog', 'tickets           0', 'followups  12345678']);
});

test.each([
  [null, '-'],
  [0.4, '0 s'],
  [119, '119 s'],
  [120, '2 min'],
  [7_200, '2 h'],
  [200_000, '2 days'],
])('an age of %p seconds reads %s', (seconds, text) => {
  expect(age(seconds)).toBe(text);
});
