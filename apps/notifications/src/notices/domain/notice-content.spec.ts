import { canonicalText, contentIn, hashOf, type NoticeContent } from './notice-content';

const content: NoticeContent = {
  kind: 'outage',
  zh: { title: '停水', body: '明日停水。\n请储水。' },
  en: null,
  attachments: [{ id: 'b', name: 'b.jpg', mediaType: 'image/jpeg', sha256: '2'.repeat(64) }],
  audience: [
    { scope: 'building', placeId: 'p2', role: null },
    { scope: 'building', placeId: 'p1', role: null },
  ],
  channels: ['portal-board', 'in-app'],
  onPublicBoard: true,
  validUntil: null,
  acknowledge: false,
  remindAfterHours: null,
  whatChanged: null,
};
const hash = (more: Partial<NoticeContent> = {}): string => hashOf(canonicalText({ ...content, ...more }));

describe('the canonical text of a notice', () => {
  it('is the same whatever order sets and fields came in', () => {
    const { zh, ...rest } = content;
    expect(hash({ audience: content.audience.toReversed(), channels: ['in-app', 'portal-board'] })).toBe(
      hash(),
    );
    expect(hashOf(canonicalText({ ...rest, zh: { body: zh.body, title: zh.title } }))).toBe(hash());
  });

  it('is read back as it was, and written again to the byte', () => {
    const canonical = canonicalText(content);
    expect(contentIn(canonical)).toMatchObject({
      ...content,
      audience: expect.arrayContaining(content.audience),
      channels: expect.arrayContaining(content.channels),
    });
    expect(canonicalText(contentIn(canonical))).toBe(canonical);
  });

  const others: Array<[string, Partial<NoticeContent>]> = [
    ['a space in the text', { zh: { ...content.zh, body: `${content.zh.body} ` } }],
    ['the title', { zh: { ...content.zh, title: '停电' } }],
    ['an English text', { en: { title: 'x', body: 'y' } }],
    ['other bytes of a file', { attachments: [{ ...content.attachments[0]!, sha256: '3'.repeat(64) }] }],
    ['the audience', { audience: [{ scope: 'site', placeId: null, role: null }] }],
    ['a channel', { channels: ['portal-board'] }],
    ['being public', { onPublicBoard: false }],
    ['the end of its validity', { validUntil: '2026-12-01T00:00:00.000Z' }],
    ['what is asked for', { acknowledge: true }],
  ];
  it.each(others)('has another hash with %s', (_, more) => {
    expect(hash(more)).not.toBe(hash());
  });

  it('has the hash it always had: what was approved years ago still verifies', () => {
    expect(hash()).toMatchInlineSnapshot(
      `"f6c0d9ab5ec1eb0236c461c3d6c26418fed52f55a874f46afd539cd2f180650f"`,
    );
  });
});
