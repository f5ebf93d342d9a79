import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

// All rules in one file: the checkout is read and parsed once for all of them.
const folder = join(__dirname, 'rules');
const cases = readdirSync(folder).filter((name) => name.endsWith('.cases.ts'));

it('every rule has its cases', () => {
  const rules = readdirSync(folder).filter((name) => !name.endsWith('.cases.ts'));
  expect(cases.map((name) => basename(name, '.cases.ts'))).toEqual(rules.map((name) => basename(name, '.ts')));
});

describe.each(cases)('%s', (name) => {
  require(join(folder, name));
});
