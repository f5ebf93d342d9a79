import { posix } from 'node:path';
import { productSources, type SourceFile } from '../source-file';
import { importsOf } from '../syntax';
import type { Violation } from '../violation';

/** Files of a project do not import each other in a circle, not even for a type: one of them cannot be read without the other. */
export function importCircleViolations(files: readonly SourceFile[]): Violation[] {
  const sources = productSources(files);
  const known = new Set(sources.map(({ path }) => path));
  const imports = new Map(sources.map((file) => [file.path, targetsOf(file, known)]));
  return [...imports].flatMap(([path, targets]) => {
    const back = targets.find(({ target }) => reaches(target, path, imports));
    return back ? [{ path, line: back.line, message: `imports ${back.target}, which leads back to it` }] : [];
  });
}

interface Target {
  target: string;
  line: number;
}

function targetsOf(file: SourceFile, known: ReadonlySet<string>): Target[] {
  return importsOf(file).flatMap(({ specifier, line }) => {
    if (!specifier.startsWith('.')) return [];
    const path = posix.join(posix.dirname(file.path), specifier);
    const target = [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((each) => known.has(each));
    return target ? [{ target, line }] : [];
  });
}

function reaches(from: string, to: string, imports: ReadonlyMap<string, readonly Target[]>): boolean {
  const seen = new Set<string>();
  const ahead = [from];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (path === to) return true;
    if (seen.has(path)) continue;
    seen.add(path);
    ahead.push(...imports.get(path)!.map(({ target }) => target));
  }
  return false;
}
