import { productSources, projectOf, type SourceFile } from '../source-file';

/** Who is found to ask whom, as `tickets → files`, each with the file it is seen in. */
export type FoundCalls = ReadonlyMap<string, string>;

/** What stands for a call without naming whom: parts of the backbone that ask one service on another's behalf. */
const onBehalf: ReadonlyArray<readonly [RegExp, string]> = [
  [/: AttachmentClaims\b/, 'files'],
  [/\bpersonNotices\(/, 'notifications'],
  [/import \{[^}]*\bPeopleContacts\b[^}]*\} from '@property-office\/backbone'/, 'directory'],
];

/**
 * The calls between services that their sources make: a service's name beside the path of an internal route (a constant of
 * contracts, or the path itself), the routes of the sources of records, and what the backbone asks for whoever uses it.
 */
export function callsIn(files: readonly SourceFile[], services: readonly string[]): FoundCalls {
  const found = new Map<string, string>();
  for (const { path, text } of productSources(files)) {
    const caller = path.startsWith('apps/') ? projectOf(path)! : '';
    if (!services.includes(caller)) continue;
    const callees = [
      ...[...text.matchAll(/'([a-z]+)',\s*(?:\w+Path\b|'\/internal\/)/g)].map(([, callee]) => callee!),
      ...(/\.post<\w+>\(service, recordMatterPaths\[service\]/.test(text) ? recordSources(text) : []),
      ...onBehalf.filter(([sign]) => sign.test(text)).map(([, callee]) => callee),
    ];
    for (const callee of callees.filter((name) => services.includes(name))) found.set(`${caller} → ${callee}`, path);
  }
  return found;
}

/** What a service reaches beyond the office with. */
const leaving: ReadonlyArray<readonly [RegExp, string]> = [
  [/ from '@property-office\/channels'/, 'the world'],
  [/ from 'aws4fetch'/, 'the object store'],
];

/** Where services go beyond the office, as `notifications → the world`, each with a file it is seen in. */
export function leavingsIn(files: readonly SourceFile[]): FoundCalls {
  const sources = productSources(files).filter(({ path }) => path.startsWith('apps/'));
  return new Map(sources.flatMap(({ path, text }) => leaving.filter(([sign]) => sign.test(text)).map(([, where]) => [`${projectOf(path)!} → ${where}`, path] as const)));
}

/** `'complaint': 'complaints'` of the table that says whom to ask for what. */
function recordSources(text: string): string[] {
  const [, table = ''] = /const services = \{(.*?)\}/s.exec(text) ?? [];
  return [...table.matchAll(/: '([a-z]+)'/g)].map(([, callee]) => callee!);
}

/** What flows.ts says and the sources do not, and the other way round. */
export function flowViolations(
  declared: Readonly<Record<string, readonly string[]>>,
  found: FoundCalls,
  verb: string,
): string[] {
  const said = Object.entries(declared).flatMap(([caller, callees]) => callees.map((callee) => `${caller} → ${callee}`));
  return [
    ...[...found].filter(([call]) => !said.includes(call)).map(([call, path]) => `${call}: ${verb} in ${path}, not in flows.ts`),
    ...said.filter((call) => !found.has(call)).map((call) => `${call}: ${verb} in flows.ts, nowhere else`),
  ];
}
