import { refusalOf, type Claimable } from './claim';

const now = new Date('2026-11-23T08:00:00Z');
const later = new Date('2026-11-23T09:00:00Z');
const object = { type: 'repair-request', id: 'r1' };
const upload: Claimable = { uploaderId: 'wang', expiresAt: later, linkedTo: [] };

const judge = (attachment: Claimable | undefined, uploaderId = 'wang') =>
  refusalOf(attachment, { uploaderId, object, now });

describe('claiming an upload', () => {
  it('is for its uploader, before it expires', () => {
    expect(judge(upload)).toBeUndefined();
    expect(judge(upload, 'li')).toBe('not-yours');
    expect(judge({ ...upload, expiresAt: now })).toBe('unknown');
    expect(judge(undefined)).toBe('unknown');
  });

  it('can be repeated for the same object and for no other once it is linked', () => {
    expect(judge({ ...upload, expiresAt: null, linkedTo: [object] })).toBeUndefined();
    expect(judge({ ...upload, expiresAt: null, linkedTo: [{ type: 'repair-request', id: 'r2' }] })).toBe(
      'taken',
    );
    expect(judge({ ...upload, expiresAt: null, linkedTo: [{ type: 'complaint', id: 'r1' }] })).toBe('taken');
  });

  it('never tells a stranger that it is taken', () => {
    expect(judge({ ...upload, expiresAt: null, linkedTo: [{ type: 'complaint', id: 'c1' }] }, 'li')).toBe(
      'not-yours',
    );
  });
});
