import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
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

/**
 * What starts a program of the product: a service, `gateway`, `all-in-one`, `ops`.
 * @param checkout of the product's version that it is of; those before 2026-11-30 have no packed programs
 * @returns its path in that checkout
 */
export function programOf(name: string, checkout = root): string {
  const packed = join('dist', `${name}.js`);
  if (checkout === root || existsSync(join(checkout, packed))) return packed;
  return name === 'ops' ? 'apps/all-in-one/dist/ops/main.js' : `apps/${name}/dist/main.js`;
}
