import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { throwawayFolder } from '@property-office/testing';
import { root } from '../support/built';
import { Office } from '../support/office';
import { report } from '../support/repairs';
import { earlierVersion } from './earlier-version';
import { keepRelease } from './kept-release';
import { walkRepair } from './whole-repair';

/** What is in no demonstration: a request that was carried through, and one that waits. */
async function fill(office: Office): Promise<void> {
  await walkRepair(office);
  await report(await office.as('resident'));
  await office.comeToRest();
}

/** Ends what is waited for, so that what was begun is put away. */
const stopped = new Promise<never>((_, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => reject(new Error(`stopped by ${signal}`)));
});

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: 'string', default: 'HEAD' } } });
  const { commit, folder: checkout } = await earlierVersion(values.from);
  const folder = throwawayFolder();
  try {
    const office = await Office.start({ deployment: 'all-in-one', folder, checkout });
    try {
      await Promise.race([fill(office), stopped]);
      await office.close();
      const { code, errors } = await office.ops('backup');
      if (code !== 0) throw new Error(errors);
    } finally {
      await office.stop();
    }
    const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string };
    const kept = await keepRelease({ version, commit }, folder, join(checkout, 'test', 'contracts', 'golden'));
    process.stdout.write(`kept ${version} (${commit.slice(0, 12)}) in ${kept.replace(`${root}/`, '')}: ${Math.ceil(statSync(join(kept, 'office.tar.gz')).size / 1_024)} kB\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main().then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
