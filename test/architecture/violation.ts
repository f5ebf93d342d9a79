/** Where a rule is broken, and how. */
export interface Violation {
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}

/** Files, or folders ending in `/`, that may break a rule, each with the reason. */
export type Exceptions = Readonly<Record<string, string>>;

/**
 * The violations that no exception covers, as lines to read. An exception that covers nothing is reported too, so that
 * the list says what is true.
 */
export function unexcused(violations: readonly Violation[], exceptions: Exceptions = {}): string[] {
  const excuses = Object.keys(exceptions);
  const used = new Set<string>();
  const left = violations.filter(({ path }) => {
    const excuse = excuses.find((each) => each === path || (each.endsWith('/') && path.startsWith(each)));
    if (excuse) used.add(excuse);
    return !excuse;
  });
  return [
    ...left.map(lineOf),
    ...excuses.filter((excuse) => !used.has(excuse)).map((excuse) => `${excuse} needs no exception`),
  ];
}

export function lineOf({ path, line, message }: Violation): string {
  return `${path}${line === undefined ? '' : `:${line}`} ${message}`;
}
