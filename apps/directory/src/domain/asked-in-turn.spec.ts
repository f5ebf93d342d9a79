import { askedInTurn } from './asked-in-turn';

const standing = { deputies: ['first', 'second'], away: new Set<string>(), company: ['company'] };

test.each([
  ['nobody is away', [], ['director', 'first', 'second', 'company']],
  ['the person is away: the first deputy', ['director'], ['first', 'second', 'company']],
  ['the first deputy is away, too: the second', ['director', 'first'], ['second', 'company']],
  ['all are away: the company', ['director', 'first', 'second'], ['company']],
])('whom an approval goes to when %s (G1)', (_, away, expected) => {
  expect(askedInTurn('director', { ...standing, away: new Set(away) })).toEqual(expected);
});

test('nobody is asked twice', () => {
  expect(askedInTurn('company', { ...standing, deputies: ['company', 'first'] })).toEqual(['company', 'first']);
});
