import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { productPackageExceptions, productPackageViolations } from './product-packages';

interface Root {
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
}

it('the product imports what is installed with it', () => {
  const root = JSON.parse(checkout().find(({ path }) => path === 'package.json')!.text) as Root;
  const installed = Object.keys({ ...root.dependencies, ...root.optionalDependencies });
  expect(unexcused(productPackageViolations(checkout(), installed), productPackageExceptions)).toEqual([]);
});

it.each([
  [
    `import { format } from 'prettier';`,
    ['libs/a/src/a.ts:1 imports prettier, which is no dependency of the product'],
  ],
  [
    `const x = await import('@swc/core/spack');`,
    ['libs/a/src/a.ts:1 imports @swc/core, which is no dependency of the product'],
  ],
  [`import type { Options } from 'prettier';`, []],
  [`import { Module } from '@nestjs/common/internal'; import 'node:fs/promises'; import fs from 'fs';`, []],
])('%s', (text, expected) => {
  expect(
    unexcused(
      productPackageViolations(filesOf({ 'libs/a/src/a.ts': text, 'libs/a/src/a.spec.ts': text }), [
        '@nestjs/common',
      ]),
    ),
  ).toEqual(expected);
});
