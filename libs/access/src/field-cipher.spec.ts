import fc from 'fast-check';
import { FieldCipher, newFieldKeyFile, normalPhone } from './index';

const phone = 'directory.person.phone';

test('what was encrypted comes back, and never looks the same twice', () => {
  const cipher = new FieldCipher(newFieldKeyFile());
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
      const [one, two] = [cipher.encrypt(phone, plain), cipher.encrypt(phone, plain)];
      expect(one).not.toBe(two);
      expect(cipher.decrypt(phone, one)).toBe(plain);
    }),
  );
});

test('a value moved to another field or altered is refused', () => {
  const cipher = new FieldCipher(newFieldKeyFile());
  const value = cipher.encrypt(phone, '13800138000');
  expect(() => cipher.decrypt('directory.person.idNumber', value)).toThrow(/altered|another field/);
  const [kid, body] = value.split('.') as [string, string];
  const bytes = Buffer.from(body, 'base64url');
  bytes[bytes.length - 1]! ^= 1;
  expect(() => cipher.decrypt(phone, `${kid}.${bytes.toString('base64url')}`)).toThrow(
    /altered|another field/,
  );
  expect(() => cipher.decrypt(phone, `${kid}.AA`)).toThrow(/altered|another field/);
});

test('after a change of keys the old values are read and found, and known as outdated', () => {
  const old = newFieldKeyFile();
  const before = new FieldCipher(old);
  const after = new FieldCipher({ keys: [...newFieldKeyFile().keys, ...old.keys] });
  const value = before.encrypt(phone, '13800138000');
  expect(after.decrypt(phone, value)).toBe('13800138000');
  expect(after.isOutdated(value)).toBe(true);
  expect(after.isOutdated(after.encrypt(phone, '1'))).toBe(false);
  expect(after.blindIndexes(phone, '13800138000')).toEqual([
    after.blindIndex(phone, '13800138000'),
    before.blindIndex(phone, '13800138000'),
  ]);
});

test('data without its key is refused with what to do', () => {
  const value = new FieldCipher(newFieldKeyFile()).encrypt(phone, '13800138000');
  const stranger = new FieldCipher(newFieldKeyFile());
  const refusal = expect.objectContaining({
    code: 'field-key-missing',
    message: expect.stringMatching(/Put the original .*fields.json/),
  });
  expect(() => stranger.decrypt(phone, value)).toThrow(refusal);
  expect(() => stranger.assertReadable([value])).toThrow(refusal);
  expect(() => stranger.assertReadable([stranger.encrypt(phone, '1')])).not.toThrow();
});

test('a blind index is equal for equal values of one field only', () => {
  const cipher = new FieldCipher(newFieldKeyFile());
  expect(cipher.blindIndex(phone, '1')).toBe(cipher.blindIndex(phone, '1'));
  expect(cipher.blindIndex(phone, '1')).not.toBe(cipher.blindIndex(phone, '2'));
  expect(cipher.blindIndex(phone, '1')).not.toBe(cipher.blindIndex('tickets.contact.phone', '1'));
});

test.each([
  '13800138000',
  '138 0013 8000',
  '138-0013-8000',
  '+86 138 0013 8000',
  '+8613800138000',
  '008613800138000',
  '8613800138000',
  '１３８００１３８０００',
  '(+86)13800138000',
])('the phone number %s is found as 13800138000', (spelling) =>
  expect(normalPhone(spelling)).toBe('13800138000'),
);

test.each([
  ['010-8888 6666', '01088886666'],
  ['+86 10 8888 6666', '1088886666'],
  ['+1 (415) 555-0100', '+14155550100'],
  ['8621', '8621'],
])('the phone number %s becomes %s', (spelling, normal) => expect(normalPhone(spelling)).toBe(normal));
