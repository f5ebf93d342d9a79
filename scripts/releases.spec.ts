import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { throwawayFolder } from '@property-office/testing';
import { lastReleaseIn } from './releases';

let checkout: string;
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.cn', ...args], { cwd: checkout, encoding: 'utf8' }).trim();
function keep(commit: string): void {
  const folder = join(checkout, 'test/upgrade/releases/0.1.0');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'release.json'), JSON.stringify({ version: '0.1.0', commit }));
}

beforeEach(() => {
  checkout = throwawayFolder();
  git('init', '--quiet');
  git('commit', '--quiet', '--allow-empty', '--message', 'first');
});
afterEach(() => rmSync(checkout, { recursive: true }));

test('a clone without tags begins with what the kept release was made from', () => {
  const commit = git('rev-parse', 'HEAD');
  keep(commit);
  expect(lastReleaseIn(checkout)).toEqual({ ref: commit, how: 'which release 0.1.0 was made from, as there is no tag v*' });
});

test('a tag goes before it, the newest by its numbers', () => {
  keep(git('rev-parse', 'HEAD'));
  for (const tag of ['v0.9.0', 'v0.10.0', 'before-lunch']) git('tag', tag);
  expect(lastReleaseIn(checkout)).toEqual({ ref: 'v0.10.0', how: 'the newest tag' });
});

test('without either, and with a commit that did not come along, it says what to do', () => {
  expect(() => lastReleaseIn(checkout)).toThrow('npm run test:upgrade -- --from REF');
  keep('0123456789abcdef0123456789abcdef01234567');
  expect(() => lastReleaseIn(checkout)).toThrow('git fetch --unshallow --tags');
});
