import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { readmeViolations } from './readmes';

it('each library has a short README', () => {
  expect(unexcused(readmeViolations(checkout()))).toEqual([]);
});

it.each([
  ['# a\n\nThings.\n\nNot here: others.\n', []],
  [undefined, ['is missing']],
  ['# b\n\nNot here: others.', ['does not begin with the name of the library']],
  ['# a\n\nThings.', ['does not say what must not be in it']],
  [`# a\n${'not\n'.repeat(20)}`, ['has 21 lines']],
])('%j', (text, messages) => {
  const files = filesOf({
    'libs/a/src/index.ts': '',
    ...(text !== undefined && { 'libs/a/README.md': text }),
  });
  expect(unexcused(readmeViolations(files))).toEqual(
    messages.map((message) => `libs/a/README.md ${message}`),
  );
});
