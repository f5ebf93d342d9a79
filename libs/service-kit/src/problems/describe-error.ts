/** An error for the log: what it is and where, without the values people entered (drivers quote them). */
export function describeError(error: unknown): string {
  return describe(error, 0);
}

/** An error may be its own cause. */
const deepestCause = 4;

function describe(error: unknown, depth: number): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  const facts = [code, table, constraint].filter((fact) => typeof fact === 'string').join(' ');
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  const head = `${error.name}${facts ? ` [${facts}]` : ''}: ${withoutValues(error.message)}`;
  const cause =
    error.cause === undefined || depth >= deepestCause
      ? []
      : [`  caused by ${describe(error.cause, depth + 1)}`];
  return [head, ...frames, ...cause].join('\n');
}

/** Quoted values, long numbers (telephones, identity cards) and Chinese text are not ours to log. */
function withoutValues(message: string): string {
  return message
    .slice(0, 500)
    .replace(/"[^"\n]*"|'[^'\n]*'|=\([^)\n]*\)/g, '…')
    .replace(/\+?\d[\d -]{5,}\d/g, '…')
    .replace(/\p{Script=Han}+/gu, '…');
}
