import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { lengthExceptions, lengthViolations } from './file-length';

it('no file is longer than one subject', () => {
  expect(unexcused(lengthViolations(checkout()), lengthExceptions)).toEqual([]);
});

it('a file of 301 lines is too long, one of 300 and a generated one are not', () => {
  const files = filesOf({
    'libs/a/src/a.ts': 'x\n'.repeat(301),
    'libs/a/src/b.ts': 'x\n'.repeat(300),
    'libs/api-client/src/generated/api.ts': 'x\n'.repeat(900),
    'docs/asyncapi.json': 'x\n'.repeat(900),
  });
  expect(unexcused(lengthViolations(files))).toEqual(['libs/a/src/a.ts has 301 lines']);
});
