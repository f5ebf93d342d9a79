import { corrected } from './corrected';

const before = { title: '通知', datedAt: new Date('2026-11-01T00:00:00Z'), keywords: ['消防'] };

test('what is left out or says the same is no correction', () => {
  expect(corrected(before, { title: '通知', datedAt: new Date('2026-11-01T00:00:00Z'), keywords: ['消防'] })).toEqual({});
  expect(corrected(before, {})).toEqual({});
});

test('a field that says something else is one', () => {
  expect(corrected(before, { title: '通告', keywords: ['消防', '检查'] })).toEqual({ title: '通告', keywords: ['消防', '检查'] });
});
