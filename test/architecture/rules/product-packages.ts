import { builtinModules } from 'node:module';
import { productSources, type SourceFile } from '../source-file';
import { importsOf } from '../syntax';
import type { Exceptions, Violation } from '../violation';

export const productPackageExceptions: Exceptions = {
  'apps/all-in-one/src/documents/formatted.ts':
    'Run by npm run generate in a checkout, never by an installed product.',
};

/** What runs in production is installed there: the product imports no devDependency and nothing undeclared. */
export function productPackageViolations(
  files: readonly SourceFile[],
  dependencies: readonly string[],
): Violation[] {
  return productSources(files).flatMap((file) =>
    importsOf(file)
      .filter(
        ({ specifier, typeOnly }) =>
          !typeOnly && !specifier.startsWith('.') && !specifier.startsWith('@property-office/'),
      )
      .map(({ specifier, line }) => ({ name: packageOf(specifier), line }))
      .filter(
        ({ name }) => !dependencies.includes(name) && !builtinModules.includes(name.replace(/^node:/, '')),
      )
      .map(({ name, line }) => ({
        path: file.path,
        line,
        message: `imports ${name}, which is no dependency of the product`,
      })),
  );
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
