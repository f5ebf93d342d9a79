import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { FolderInUseError, lockFolder } from '@property-office/embedded';

export const root = join(__dirname, '..', '..');

let built: Promise<void> | undefined;

/** What runs is the built product: builds what changed, once for each worker, one worker at a time (scripts/build.js). */
export function ensureBuilt(): Promise<void> {
  return (built ??= build());
}

async function build(): Promise<void> {
  const folder = join(root, '.cache', 'build-for-tests');
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      const lock = await lockFolder(folder);
      try {
        await promisify(execFile)(process.execPath, [join(root, 'scripts', 'build-all.js')], {
          env: plainEnvironment(),
        });
        return;
      } finally {
        await lock.release();
      }
    } catch (error) {
      if (!(error instanceof FolderInUseError)) throw error;
      await sleep(200);
    }
  }
}

/** This process's environment without what Jest and a developer's shell would tell the product. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, NODE_ENV: __, JEST_WORKER_ID: ___, ...rest } = process.env;
  return { ...rest, DATABASE_URL: '', NATS_URL: '', PUBLIC_URL: '', SERVICE_URLS: '', FAULT_POINTS: '' };
}
