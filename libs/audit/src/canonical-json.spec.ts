import fc from 'fast-check';
import { canonicalJson } from './canonical-json';

test('names are sorted at every level, texts are as JSON writes them, what is undefined is left out', () => {
  expect(canonicalJson({ b: [1, { d: null, c: '漏"水' }], a: true, z: undefined })).toBe(
    '{"a":true,"b":[1,{"c":"漏\\"水","d":null}]}',
  );
});

test('equal values have one spelling, and it reads back as the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
