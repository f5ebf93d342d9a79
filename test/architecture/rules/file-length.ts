import type { SourceFile } from '../source-file';
import type { Exceptions, Violation } from '../violation';

const longest = 300;

export const lengthExceptions: Exceptions = {
  'deploy/kubernetes/rendered/': 'What the overlays come to, as kubectl renders it.',
  'deploy/kubernetes/components/nats/accounts.yaml': 'Made from the code: a line for each right on the broker.',
  'libs/messaging/src/settling.int.spec.ts': 'What one loop promises, tested against one real server.',
};

/** Past 300 lines a file has a second subject. */
export function lengthViolations(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(
      ({ path }) =>
        /^(?:apps|libs|test|scripts|deploy)\/.*\.(?:[cm]?[jt]sx?|css|sql|sh|ya?ml)$/.test(path) &&
        !path.includes('/generated/'),
    )
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > longest)
    .map(({ path, lines }) => ({ path, message: `has ${lines} lines` }));
}
