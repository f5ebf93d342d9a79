import { posix } from 'node:path';
import { isTypeScript, type SourceFile } from '../source-file';
import { importsOf } from '../syntax';
import type { Violation } from '../violation';

const domainFolder = /^apps\/[^/]+\/src\/domain\//;
/** `pinyin-pro` is a table of readings: text in, text out. */
const pure = [
  '@property-office/kernel',
  '@property-office/calendar',
  '@property-office/contracts',
  'pinyin-pro',
];

/** Rules are pure: `domain/` imports itself, kernel, calendar and the value types of contracts; specs may use more. */
export function domainViolations(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => isTypeScript(file) && domainFolder.test(file.path) && !file.path.endsWith('.spec.ts'))
    .flatMap((file) => {
      const [domain] = domainFolder.exec(file.path)!;
      return importsOf(file)
        .filter(({ specifier }) => !isPure(file.path, domain, specifier))
        .map(({ specifier, line }) => ({ path: file.path, line, message: `a rule imports ${specifier}` }));
    });
}

function isPure(path: string, domain: string, specifier: string): boolean {
  if (!specifier.startsWith('.')) return pure.includes(specifier);
  return posix.join(posix.dirname(path), specifier).startsWith(domain);
}
