import type { SigningLink } from '../../lists/domain/signing-link';
import { witnessLinkStanding } from './witness-link';

const now = new Date('2026-11-28T00:00:00Z');
const link: SigningLink = {
  id: 'l', listId: 'd', siteId: 's', listHash: 'h', name: '王建国', body: 'owners-committee', sentBy: 'chat', issuedBy: 'p', issuedAt: now, expiresAt: new Date(now.getTime() + 1), state: 'open', decidedAt: null,
};
const list = { state: 'approved', listHash: 'h' } as const;

test.each([
  ['open', link, list, false],
  ['expired', { ...link, expiresAt: now }, list, false],
  ['void', link, { ...list, state: 'applied' }, false],
  ['void', link, { ...list, state: 'witnessed' }, false],
  ['void', link, { ...list, listHash: 'other' }, false],
  ['void', link, list, true],
  ['used', { ...link, state: 'used' }, list, true],
  ['revoked', { ...link, state: 'revoked' }, list, false],
] as const)('a link for a witness is %s', (standing, ofLink, ofList, taken) => expect(witnessLinkStanding(ofLink, ofList, taken, now)).toBe(standing));
