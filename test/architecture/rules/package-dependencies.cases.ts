import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { packageViolations } from './package-dependencies';

it('each package.json names what its project imports', () => {
  expect(unexcused(packageViolations(checkout()))).toEqual([]);
});

const [kernel, testing] = ['@property-office/kernel', '@property-office/testing'];
const sources = {
  'apps/a/src/index.ts': `import { x } from '${kernel}';`,
  'apps/a/src/x.spec.ts': `import { y } from '${testing}';`,
};
const found = (declared: object) =>
  unexcused(packageViolations(filesOf({ ...sources, 'apps/a/package.json': JSON.stringify(declared) })));

it.each([
  ['right', { dependencies: { [kernel]: '*' }, devDependencies: { [testing]: '*' } }, []],
  ['one missing', { devDependencies: { [testing]: '*' } }, [`dependencies lack ${kernel}`]],
  ['the one of its tests missing', { dependencies: { [kernel]: '*' } }, [`devDependencies lack ${testing}`]],
  [
    'a test’s named as the product’s',
    { dependencies: { [kernel]: '*', [testing]: '*' } },
    [`dependencies name ${testing}, which is not imported there`, `devDependencies lack ${testing}`],
  ],
  [
    'a third-party package',
    { dependencies: { [kernel]: '*', pg: '8.0.0' }, devDependencies: { [testing]: '*' } },
    ['pg belongs into the root package.json'],
  ],
])('%s', (_, declared, expected) => {
  expect(found(declared)).toEqual(expected.map((message) => `apps/a/package.json ${message}`));
});
