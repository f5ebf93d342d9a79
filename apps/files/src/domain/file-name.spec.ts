import fc from 'fast-check';
import { fileNameOf } from './file-name';
import { mediaTypes } from './media-type';

describe('name of an attachment', () => {
  it.each([
    ['厨房漏水.jpg', '厨房漏水.jpg'],
    ['水管💧爆了.JPEG', '水管💧爆了.JPEG'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['C:\\Users\\王\\照片.jpg', '照片.jpg'],
    ['a\r\nSet-Cookie: x=1.jpg', 'aSet-Cookie_ x=1.jpg'],
    ['nul\0byte.jpg', 'nulbyte.jpg'],
    ['photo\u202egpj.exe', 'photogpj.exe.jpg'],
    ['evil.html', 'evil.html.jpg'],
    ['say "hi".jpg', 'say _hi_.jpg'],
    ['say %22hi%22.jpg', 'say _hi_.jpg'],
    ['.htaccess', 'htaccess.jpg'],
    ['.jpg', 'jpg.jpg'],
    ['...', '附件.jpg'],
    ['', '附件.jpg'],
    ['\ud83d half.jpg', '\ufffd half.jpg'],
    [undefined, '附件.jpg'],
  ])('%j becomes %j', (given, name) => {
    expect(fileNameOf(given, 'image/jpeg')).toBe(name);
  });

  it('is short, can be seen, names no folder and says what the file is, whatever came', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom(...mediaTypes),
        (given, type) => {
          const name = fileNameOf(given, type);
          expect([...name].length).toBeLessThanOrEqual(120);
          expect(name).toMatch(/^[^\p{Cc}/\\.][^\p{Cc}/\\]*\.(jpe?g|jpe|jfif|png|webp|gif|pdf|docx)$/iu);
          expect(name.isWellFormed()).toBe(true);
          expect(fileNameOf(name, type)).toBe(name);
        },
      ),
    );
  });
});
