import { fieldsIn } from './form-bodies';

const read = (text: string): Record<string, string> => fieldsIn(Buffer.from(text));

it('reads a form as it was typed: a line break is one character', () => {
  expect(read('remarks=one+two%0D%0Athree%0Dfour%0A%26&b=%E6%A5%BC')).toEqual({ remarks: 'one two\nthree\nfour\n&', b: '楼' });
});

it.each<[string, Buffer]>([
  ['NUL, escaped', Buffer.from('a=x%00')],
  ['NUL, raw', Buffer.from('a=x\0')],
  ['NUL in a name', Buffer.from('a%00=x')],
  ['no UTF-8, raw', Buffer.from([0x61, 0x3d, 0xff])],
  ['no UTF-8, escaped', Buffer.from('a=%FF')],
  ['half a character', Buffer.from('a=%E6%A5')],
])('refuses what cannot be stored: %s', (_, body) => {
  expect(() => fieldsIn(body)).toThrow(expect.objectContaining({ code: 'invalid-characters' }));
});

it('refuses a name that is none', () => {
  expect(() => read('__proto__=x')).toThrow(expect.objectContaining({ code: 'forbidden-name' }));
});
