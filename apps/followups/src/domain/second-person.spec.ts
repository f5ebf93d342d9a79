import { passOnTo } from './second-person';

const nobody = { before: null, isAnybodyLeft: false, isTaken: false, directorsElsewhere: [] };

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
