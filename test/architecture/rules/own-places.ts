import type { SourceFile } from '../source-file';
import type { Violation } from '../violation';

/** Spelt in parts, or this file would break its own rule. */
const foreign: ReadonlyArray<[name: string, pattern: RegExp]> = [
  [
    'a folder of one machine',
    new RegExp(
      `(?<![\\w.-])/(?:${['wo', 'rk'].join('')}|${['ro', 'ot'].join('')}|${['ho', 'me'].join('')}/\\w+)/`,
    ),
  ],
  ['the host of a registry', new RegExp(['registry', '(?:npmjs|npmmirror|yarnpkg)'].join('\\.'))],
];

/** The repository works anywhere: it names neither places of a machine it was made on nor hosts packages came from. */
export function placeViolations(files: readonly SourceFile[]): Violation[] {
  return files.flatMap(({ path, text }) => [
    ...foreign
      .filter(([, pattern]) => pattern.test(text))
      .map(([name, pattern]) => ({ path, line: lineOf(text, pattern), message: `names ${name}` })),
    ...(path === 'package-lock.json' && /"resolved": "https?:/.test(text)
      ? [{ path, message: 'says where packages came from' }]
      : []),
  ]);
}

function lineOf(text: string, pattern: RegExp): number {
  return text.slice(0, pattern.exec(text)!.index).split('\n').length;
}
