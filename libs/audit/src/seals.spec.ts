import { newKeyFile, signingKeyOf, verifyingKeysOf } from '@property-office/access';
import { isSealed, Seals } from './seals';

const [ours, others] = [newKeyFile('audit'), newKeyFile('audit')];
const keys = verifyingKeysOf(ours);
const text = `${'ab'.repeat(32)}  manifest.json\n`;

test('what was sealed here is known, and nothing else', () => {
  const seal = new Seals(signingKeyOf(ours)).seal(text);
  expect(isSealed(text, seal, keys)).toBe(true);
  expect(isSealed(`${text} `, seal, keys)).toBe(false);
  const foreign = new Seals(signingKeyOf(others)).seal(text);
  expect(isSealed(text, foreign, keys)).toBe(false);
  expect(isSealed(text, { ...seal, publicKey: foreign.publicKey }, keys)).toBe(false);
});

test('a key that was replaced still proves what it sealed', () => {
  const seal = new Seals(signingKeyOf(ours)).seal(text);
  expect(isSealed(text, seal, verifyingKeysOf({ keys: [...others.keys, ...ours.keys] }))).toBe(true);
});

test('nothing is sealed that could be the head of a chain', () => {
  expect(() => new Seals(signingKeyOf(ours)).seal('{"schema":"archives"}')).toThrow('must not look like');
});
