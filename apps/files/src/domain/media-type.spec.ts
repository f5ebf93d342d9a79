import { sniff, wordDocument } from './media-type';

const bytes = (...parts: Array<string | number[]>): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

describe('what a file is', () => {
  it.each([
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe1], 'Exif')],
    ['image/png', bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13])],
    ['image/gif', bytes('GIF89a', [1, 0, 1, 0])],
    ['image/webp', bytes('RIFF', [0x0a, 0x0d, 0, 0], 'WEBPVP8 ')],
    ['application/pdf', bytes('%PDF-1.7\n%')],
    // What is in it says whether it is one (`requireWordDocument`).
    [wordDocument, bytes('PK', [3, 4, 20, 0])],
  ])('is %s by its first bytes', (type, head) => {
    expect(sniff(head)).toBe(type);
  });

  it.each([
    ['a script', bytes('<script>alert(1)')],
    ['an SVG', bytes('<svg xmlns="http://')],
    ['a Windows program', bytes('MZ', [0x90, 0, 3, 0, 0, 0])],
    ['a HEIC photo', bytes([0, 0, 0, 0x24], 'ftypheic')],
    ['a WAVE sound', bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt ')],
    ['a web page that mentions PDF', bytes('<b>%PDF-1.7')],
    ['half a PNG header', bytes('\x89PNG\r\n')],
    ['nothing', bytes('')],
  ])('is nothing that is accepted: %s', (_, head) => {
    expect(sniff(head)).toBeUndefined();
  });
});
