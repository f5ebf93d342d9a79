import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { lockFolder, type FolderInUseError } from '@property-office/embedded';
import { plainEnvironment, root } from '../support/built';

/** The product as it was at a commit, built, in a folder of its own. */
export interface Version {
  commit: string;
  folder: string;
}

const run = promisify(execFile);
const git = async (...args: string[]): Promise<string> => (await run('git', args, { cwd: root })).stdout.trim();

const cache = join(root, '.cache', 'upgrade');

/**
 * Checks a commit out and builds it with the tools it had itself. The last one is kept in `.cache`, so that only the first time takes minutes.
 * The folder is this process's until it ends: another run in the same checkout would clear away what is running here, and is refused.
 */
export async function earlierVersion(ref: string): Promise<Version> {
  const commit = await git('rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`).catch(() => {
    throw new Error(`there is no commit ${ref} in this repository`);
  });
  mkdirSync(cache, { recursive: true });
  await lockFolder(cache).catch(({ holder }: FolderInUseError) => {
    throw new Error(`.cache/upgrade is in use by ${holder ? `process ${holder.pid} (${holder.command})` : 'another process'}: one run at a time in a checkout`);
  });
  const folder = join(cache, commit.slice(0, 12));
  if (!existsSync(folder)) await checkOut(commit, folder);
  // Installs what its lockfile has otherwise, too.
  await run(process.execPath, [join(folder, 'scripts', 'build-all.js')], { cwd: folder, env: plainEnvironment(), maxBuffer: 64 * 1024 * 1024 });
  return { commit, folder };
}

async function checkOut(commit: string, folder: string): Promise<void> {
  const making = `${folder}.making`;
  for (const before of readdirSync(cache)) rmSync(join(cache, before), { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await run('git', ['archive', '--output', join(making, 'sources.tar'), commit], { cwd: root });
  await run('tar', ['-xf', 'sources.tar'], { cwd: making });
  // Most packages are the same. No links: npm rewrites some of these files where they stand.
  await run('cp', ['-a', '--reflink=auto', join(root, 'node_modules'), join(making, 'node_modules')]);
  renameSync(making, folder);
}
