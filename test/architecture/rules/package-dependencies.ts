import { isTypeScript, projectFolderOf, type SourceFile } from '../source-file';
import { importsOf } from '../syntax';
import type { Violation } from '../violation';

interface PackageJson {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const scope = '@property-office/';
const testCode = /\.spec\.tsx?$|\.fixture\.tsx?$|\/fixtures\//;

/**
 * The package.json of a project names the packages of ours that its sources import, those that only its tests import as
 * devDependencies, and nothing else: third-party packages have one version, in the root.
 */
export function packageViolations(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => /^(?:apps|libs)\/[^/]+\/package\.json$/.test(path))
    .flatMap((file) => projectViolations(file, files));
}

function projectViolations({ path, text }: SourceFile, files: readonly SourceFile[]): Violation[] {
  const declared = JSON.parse(text) as PackageJson;
  const folder = projectFolderOf(path);
  const own = files.filter(
    (file) =>
      projectFolderOf(file.path) === folder && file.path.startsWith(`${folder}/src/`) && isTypeScript(file),
  );
  const inProduct = imported(own.filter((file) => !testCode.test(file.path)));
  const inTests = imported(own).filter((name) => !inProduct.includes(name));
  const foreign = Object.keys({
    ...declared.dependencies,
    ...declared.devDependencies,
    ...declared.optionalDependencies,
    ...declared.peerDependencies,
  })
    .filter((name) => !name.startsWith(scope))
    .map((name) => `${name} belongs into the root package.json`);
  return [
    ...differences('dependencies', Object.keys(declared.dependencies ?? {}), inProduct),
    ...differences('devDependencies', Object.keys(declared.devDependencies ?? {}), inTests),
    ...foreign,
  ].map((message) => ({ path, message }));
}

function imported(files: readonly SourceFile[]): string[] {
  const ours = files
    .flatMap((file) => importsOf(file).map(({ specifier }) => specifier))
    .filter((specifier) => specifier.startsWith(scope));
  return [...new Set(ours)].sort();
}

function differences(where: string, declared: readonly string[], needed: readonly string[]): string[] {
  return [
    ...needed.filter((name) => !declared.includes(name)).map((name) => `${where} lack ${name}`),
    ...declared
      .filter((name) => name.startsWith(scope) && !needed.includes(name))
      .map((name) => `${where} name ${name}, which is not imported there`),
  ];
}
