import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from '@property-office/embedded';
import { root } from '../support/built';
import { earlierVersion } from './earlier-version';

it('a second run in the same checkout clears away nothing of the first: it is refused, with who is at work', async () => {
  const cache = join(root, '.cache', 'upgrade');
  mkdirSync(cache, { recursive: true });
  // Where a run is at work already, that one is in the way of ours.
  const lock = await lockFolder(cache).catch(() => undefined);
  await expect(earlierVersion('HEAD')).rejects.toThrow(/in use by process \d+ .*one run at a time/);
  await lock?.release();
});
