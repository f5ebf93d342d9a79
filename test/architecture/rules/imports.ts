import { posix } from 'node:path';
import { mayImport, testGround, testsOnly } from '../layers';
import { isTestCode, isTypeScript, projectFolderOf, projectOf, type SourceFile } from '../source-file';
import { importsOf } from '../syntax';
import type { Exceptions, Violation } from '../violation';

const scope = '@property-office/';

export const importExceptions: Exceptions = {
  'libs/testing/src/keeper.ts':
    'Jest loads it before its module map applies, and dist may be missing or old.',
};

/**
 * Imports go down the layers and by package name: service → platform libraries → contracts → kernel, never from service
 * to service, never out of a project by a relative path, never to a `main`.
 */
export function importViolations(files: readonly SourceFile[]): Violation[] {
  return files.filter((file) => isTypeScript(file) && projectFolderOf(file.path)).flatMap(violationsOf);
}

function violationsOf(file: SourceFile): Violation[] {
  return importsOf(file).flatMap(({ specifier, line }) => {
    const message = specifier.startsWith('.') ? relative(file.path, specifier) : ours(file.path, specifier);
    return message ? [{ path: file.path, line, message }] : [];
  });
}

function relative(path: string, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  if (projectFolderOf(target) !== projectFolderOf(path)) return `leaves its project by ${specifier}`;
  if (posix.basename(target) === 'main') return 'imports a main: it starts a process';
  return undefined;
}

function ours(path: string, specifier: string): string | undefined {
  if (!specifier.startsWith(scope)) return undefined;
  const [target = '', ...inside] = specifier.slice(scope.length).split('/');
  if (inside.length > 0) return `looks into ${target} past its index`;
  const project = projectOf(path)!;
  if (target === project) return 'imports its own project by name';
  const allowed = mayImport(project, path.startsWith('apps/') ? 'apps' : 'libs');
  if (allowed === undefined) return `${project} has no place in test/architecture/layers.ts`;
  const also = isTestCode(path) ? testGround : [];
  if (allowed === 'any' ? !testsOnly.includes(target) || isTestCode(path) : [...allowed, ...also].includes(target))
    return undefined;
  return `${project} may not import ${target}`;
}
