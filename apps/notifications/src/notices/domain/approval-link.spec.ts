import { standingOf, type ApprovalLink, type LinkStanding } from './approval-link';

const now = new Date('2026-11-23T02:00:00Z');
const notice = { state: 'submitted' as const, round: 2, contentHash: 'a' };
const link = { state: 'open', round: 2, contentHash: 'a', expiresAt: new Date('2026-11-23T02:00:01Z') } as ApprovalLink;

it.each<[string, Partial<ApprovalLink>, object, LinkStanding]>([
  ['good', {}, {}, 'open'],
  ['at its very end', { expiresAt: now }, {}, 'expired'],
  ['used, and long over', { state: 'used', expiresAt: now }, {}, 'used'],
  ['revoked', { state: 'revoked' }, {}, 'revoked'],
  ['of a notice somebody else decided on', {}, { state: 'approved' }, 'void'],
  ['of a notice that was taken back and submitted again', {}, { round: 3 }, 'void'],
  ['of another text', {}, { contentHash: 'b' }, 'void'],
])('is %s', (_, more, other, expected) => {
  expect(standingOf({ ...link, ...more }, { ...notice, ...other }, now)).toBe(expected);
});
