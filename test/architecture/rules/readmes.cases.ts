import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { readmeViolations } from './readmes';

it('each library and each app has a short README', () => {
  expect(unexcused(readmeViolations(checkout()))).toEqual([]);
});

it.each([
  ['libs/a', '# a\n\nThings.\n\nNot here: others.\n', []],
  ['libs/a', undefined, ['is missing']],
  ['libs/a', '# b\n\nNot here: others.', ['does not begin with the name of the library']],
  ['libs/a', '# a\n\nThings.', ['does not say what must not be in it']],
  ['libs/a', `# a\n${'not\n'.repeat(20)}`, ['has 21 lines']],
  ['apps/a', `# a: the door\n${'not\n'.repeat(44)}`, []],
  ['apps/a', undefined, ['is missing']],
  ['apps/a', '# ab\n\nNot here: others.', ['does not begin with the name of the app']],
  ['apps/a', `# a\n${'not\n'.repeat(45)}`, ['has 46 lines']],
])('%s: %j', (folder, text, messages) => {
  const files = filesOf({
    [`${folder}/src/index.ts`]: '',
    ...(text !== undefined && { [`${folder}/README.md`]: text }),
  });
  expect(unexcused(readmeViolations(files))).toEqual(messages.map((message) => `${folder}/README.md ${message}`));
});
