import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { oneAtATime } from './one-at-a-time';

export const root = join(__dirname, '..', '..');

let built: Promise<void> | undefined;

/** What runs is the built product: builds what changed, once for each worker, one worker at a time (scripts/build.js). */
export function ensureBuilt(): Promise<void> {
  return (built ??= build());
}

async function build(): Promise<void> {
  await oneAtATime(join(root, '.cache', 'build-for-tests'), () =>
    promisify(execFile)(process.execPath, [join(root, 'scripts', 'build-all.js')], { env: plainEnvironment() }),
  );
}

/** This process's environment without what Jest and a developer's shell would tell the product. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, NODE_ENV: __, JEST_WORKER_ID: ___, ...rest } = process.env;
  return { ...rest, DATABASE_URL: '', NATS_URL: '', PUBLIC_URL: '', SERVICE_URLS: '', FAULT_POINTS: '' };
}
