import { passOnTo } from './second-person';

const nobody = { before: null, isAnybodyLeft: false, isTaken: false, haveTried: false, directorsElsewhere: [] };

it('stays with the directors and the company as long as one of them may do it', () => {
  expect(passOnTo({ ...nobody, isAnybodyLeft: true, directorsElsewhere: ['other'] })).toBeUndefined();
});

it('goes to the director of another site, and where there is none to the site itself', () => {
  expect(passOnTo({ ...nobody, directorsElsewhere: ['other'] })).toBe('another-site');
  expect(passOnTo(nobody)).toBe('same-site');
});

it('goes on to the site when the other director has not done it either, and not once somebody has it in hand', () => {
  const passed = { ...nobody, before: 'another-site' as const, directorsElsewhere: ['other'] };
  expect(passOnTo(passed)).toBe('same-site');
  expect(passOnTo({ ...passed, isTaken: true })).toBeUndefined();
  expect(passOnTo({ ...passed, before: 'same-site' })).toBeUndefined();
});

it('stays with the other director who has tried, and is nobody’s for what was tried before it was passed on', () => {
  const tried = { ...nobody, haveTried: true, directorsElsewhere: ['other'] };
  expect(passOnTo({ ...tried, before: 'another-site' })).toBeUndefined();
  expect(passOnTo(tried)).toBe('another-site');
});
